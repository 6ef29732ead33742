import Foundation
import Testing

extension EndToEnd {
    @Suite struct `The command line` {
        @Test func `quotes, summarises and counts as the chat does`() async throws {
            let quotation = try await Program.run("quote", World.statement, "4.1")
            #expect(
                quotation.output.hasPrefix("> Russian imperialism is not a ‘lesser evil’ in this conflict.\n")
            )
            #expect(quotation.code == 0 && quotation.errors.isEmpty)

            let json = try await object(of: "quote", World.statement, "4.2-3", "--json")
            #expect(json["reference"] as? String == "4.2-3")

            let summary = try await object(of: "summarise", World.statement, "--words", "40", "--json")
            #expect((summary["sentences"] as? [Any])?.isEmpty == false)

            let instants = try await Program.run(
                "cron",
                "0 18 * * 5",
                "--zone",
                "Europe/London",
                "--from",
                "2026-03-20T12:00:00Z",
                "--count",
                "3",
                "--json"
            )
            #expect(
                instants.output == #"["2026-03-20T18:00:00Z","2026-03-27T18:00:00Z","2026-04-03T17:00:00Z"]"#
                    + "\n"
            )
        }

        @Test func `imports exactly what a careful reader reads`() async throws {
            let parse = try await object(of: "import", World.statement, "--json")
            let file = World.house + "/seeds/on-the-invasion-of-ukraine.expected.json"
            let expected = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file)))
            #expect(NSDictionary(dictionary: parse).isEqual(to: try #require(expected as? [String: Any])))
        }

        @Test func `says where a quotation stands, and in which file`() async throws {
            let json = try await object(of: "quote", World.statement, "4.2-3", "--json")
            let selectors = try #require(json["selectors"] as? [[String: Any]])
            #expect(selectors.map { $0["type"] as? String } == ["TextQuoteSelector", "TextPositionSelector"])
            #expect(selectors.first?["exact"] as? String == json["text"] as? String)
            let revision = try #require(json["revision"] as? [String: Any])
            #expect(revision["number"] as? Int == 1 && revision["imported_at"] is NSNull)
            let file = try await object(of: "import", World.statement, "--json")["source"] as? [String: Any]
            #expect(revision["sha256"] as? String == file?["sha256"] as? String)
        }

        @Test func `speaks in the demo's room, event by event`() async throws {
            let result = try await Program.run(
                "demo",
                "--stdin",
                "--json",
                "--plugin",
                "echo",
                input: "!quote 4.1\nJust talking.\n\n!echo words\n!!!\n!quot 4\n"
            )
            #expect(result.code == 0, "\(result.errors)")
            let events = try result.output.split(separator: "\n").map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
            }
            let bodies = events.map { ($0["content"] as? [String: Any])?["body"] as? String }
            #expect(bodies.count == 3)
            #expect(bodies.dropFirst() == ["words", "Did you mean `!quote`?"])
            #expect(
                events.allSatisfy { ($0["content"] as? [String: Any])?["msgtype"] as? String == "m.notice" }
            )
        }

        @Test(arguments: ["default.yaml", "room.example.yaml"])
        func `reads the configurations of the house`(name: String) async throws {
            // They name a homeserver, or a statement, that is not here; all before that is checked.
            let result = try await Program.run(
                "check-config",
                "--offline",
                "--config",
                "\(World.house)/Config/\(name)"
            )
            #expect(
                result.output.hasPrefix("Plugins: archive, quote, schedule, summary."),
                "\(result.errors)"
            )
            #expect(try await Program.run("check-config").code == 0)
        }

        @Test func `checks a configuration that is whole`() async throws {
            let folder = try Folder()
            defer { folder.remove() }
            let token = try folder.write("secret\n", to: "token", mode: 0o600)
            let file = try folder.write(
                """
                homeserver:
                  url: "ws://127.0.0.1:1"
                  user_id: "@bot:demo"
                  token_file: "\(token)"
                statement:
                  file: "\(World.statement)"
                """,
                to: "config.yaml"
            )
            let result = try await Program.run("check-config", "--offline", "--config", file)
            #expect(result.code == 0, "\(result.errors)")
            #expect(result.output.hasSuffix("The configuration is sound.\n"))
            #expect(!result.output.contains("secret"))
        }

        @Test(
            arguments: [
                (["quote", "/nowhere.txt", "4"], 1, "There is no statement at /nowhere.txt"),
                (
                    ["quote", World.statement, "19"], 1,
                    "Paragraph 19 doesn't exist; this statement has 8. Try `!quote 8`."
                ),
                (["quote", World.statement], 2, "Missing expected argument '<passage>'"),
                (["cron", "61 * * * *"], 2, "The minute is 61; it must be 0 to 59."),
                (["cron", "* * * * *", "--zone", "Mars"], 2, "There is no time zone \"Mars\""),
                (
                    ["summarise", World.statement, "--words", "no"], 2,
                    "'no' is invalid for '--words <words>'"
                ),
                (
                    ["demo", "--stdin", "--plugin", "nix"], 2,
                    "--plugin is \"nix\"; expected one of quote, summary"
                ),
                (["demo", "--port", "70000"], 2, "--port is 70000"),
                (
                    ["run"], 2,
                    "homeserver.user_id is not set. Name it in the configuration file, or with --user-id."
                ),
                (["archive", "audit", "--data", "/nowhere"], 1, "There is no rapporteur.sqlite in /nowhere"),
                (
                    ["check-config", "--config", "/nowhere.yaml"], 1,
                    "There is no configuration at /nowhere.yaml"
                ),
                (["dance"], 2, "Unexpected argument 'dance'"),
            ] as [([String], Int32, String)]
        )
        func `says what is wrong, and how to go on`(arguments: [String], code: Int32, error: String)
            async throws
        {
            let result = try await Program.run(arguments)
            #expect(result.code == code)
            #expect(result.errors.contains(error), "\(result.errors)")
            #expect(result.output.isEmpty)
        }

        @Test(arguments: [
            (Data(), "The file is empty; it should begin with the title of the statement."),
            (Data([0x41, 0x00, 0xff, 0xfe, 0x0a]), "The file is not a text: byte 2 is zero"),
        ])
        func `refuses a statement that is none`(bytes: Data, error: String) async throws {
            let folder = try Folder()
            defer { folder.remove() }
            let file = try folder.write(bytes, to: "statement.txt")
            for command in ["import", "summarise"] {
                let result = try await Program.run(command, file)
                #expect(result.code == 1 && result.output.isEmpty)
                #expect(result.errors.contains(error) && result.errors.split(separator: "\n").count == 1)
            }
        }

        @Test(arguments: [
            (
                "commands:\n  longest_answer: many\n",
                "line 2: commands.longest_answer is \"many\"; expected a whole number"
            ),
            (
                "comands:\n  prefix: x\n",
                "line 2: there is no key \"comands.prefix\". Did you mean \"commands.prefix\"?"
            ),
            (
                "log:\n\n  level: loud\n",
                "line 3: log.level is \"loud\"; expected one of debug, info, warning, error."
            ),
            (
                "plugins:\n  on: \"quote nix\"\n",
                "line 2: plugins.on is \"quote nix\"; expected only names of quote"
            ),
            ("plugins:\n  on:\n    - quote\n", "line 2: \"on:\" is no key with a value"),
            ("only words\n", "line 1: \"only words\" is no key with a value"),
            (
                "removals: \"/nowhere/list\"\n",
                "line 1: removals is \"/nowhere/list\"; expected a file in a directory that is there"
            ),
            (
                "homeserver:\n  url: \"ws://a b\"\n  user_id: \"@b:demo\"\n",
                "\"ws://a b\" is no address of a homeserver"
            ),
            (
                "homeserver:\n  url: \"ws://a\"\n  user_id: bot\n",
                "line 3: homeserver.user_id is \"bot\"; expected an account"
            ),
            ("commands: [\n", "is not YAML"),
        ])
        func `names the line of a setting that cannot be used`(lines: String, error: String) async throws {
            let folder = try Folder()
            defer { folder.remove() }
            let file = try folder.write(lines, to: "config.yaml")
            let result = try await Program.run("check-config", "--config", file)
            #expect(result.code == 1)
            #expect(result.errors.contains(error), "\(result.errors)")
            #expect(result.errors.contains(file) || error.contains("ws://"))
            #expect(result.errors.split(separator: "\n").count == 1)
        }

        private func object(of arguments: String...) async throws -> [String: Any] {
            let result = try await Program.run(arguments)
            #expect(result.code == 0, "\(result.errors)")
            let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
            return try #require(object as? [String: Any])
        }
    }
}
