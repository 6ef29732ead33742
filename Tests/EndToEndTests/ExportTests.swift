import Endpoint
import Foundation
import Glibc
import MatrixTypes
import Networking
import TestSupport
import Testing

/// Files below a folder, and what stands in them.
private struct Tree {
    let path: String

    func files() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path).filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
    }

    /// The files that hold these words.
    func holding(_ words: String) throws -> [String] {
        try files().filter { name in
            try Data(contentsOf: URL(filePath: path + "/" + name)).range(of: Data(words.utf8)) != nil
        }
    }
}

extension EndToEnd {
    @Suite struct `The archive in public` {
        private static let keeping = "archive:\n  on_by_default: true\nsummary:\n  hold_back: 0\n"
        private static let formats = [
            "html", "jsonl", "wxr", "atom", "annotations", "markdown", "csv", "ledger",
        ]

        /// Two people say what may be published, of which one thing is approved, one waits and one is hidden.
        private static func talk(in world: World) async throws -> EventID {
            // It is an announcement, and answers nobody.
            try world.say("!publish on", as: world.mod)
            try await world.settles()
            _ = try await world.ask("!publish me", as: world.ben)
            let said = try world.say("The marigold boats should stay in the harbour.", as: world.ben)
            try world.say("The heliotrope boats wait for nobody's approval.", as: world.ben)
            try world.say("The periwinkle boats are hidden.", as: world.ben)
            try await world.settles()
            _ = try await world.ask("!approve #c1", as: world.mod)
            _ = try await world.ask("!approve #c3", as: world.mod)
            _ = try await world.ask("!hide #c3", as: world.mod)
            return said
        }

        @Test func `holds what was approved, under a pseudonym, and nothing else, in every format`()
            async throws
        {
            try await World.run { world in
                let start = Start(configuration: Self.keeping)
                try await world.bot(start) {
                    _ = try await Self.talk(in: world)
                    for format in Self.formats {
                        let target = world.folder.path + "/out-" + format
                        let result = try await world.run("export", target, "--format", format)
                        #expect(result.code == 0, "\(result.errors)")
                        #expect(result.output.contains("1 from the chat"), "\(result.output)")
                        let tree = Tree(path: format == "html" ? target : world.folder.path)
                        let name = format == "html" ? nil : "out-" + format
                        func holding(_ words: String) throws -> [String] {
                            try tree.holding(words).filter { name == nil || $0 == name }
                        }
                        #expect(try !holding("marigold").isEmpty, "\(format) has nothing")
                        for secret in ["heliotrope", "periwinkle", world.ben.rawValue] {
                            #expect(try holding(secret) == [], "\(format) tells \(secret)")
                        }
                    }
                }
            }
        }

        @Test func `has nothing left of what was removed, when it is exported again`() async throws {
            try await World.run { world in
                let start = Start(configuration: Self.keeping)
                let (site, ledger) = (world.folder.path + "/site", world.folder.path + "/ledger")
                let earlier = world.folder.path + "/earlier"
                try await world.bot(start) {
                    let said = try await Self.talk(in: world)
                    #expect(try await world.run("export", site).code == 0)
                    #expect(try await world.run("export", earlier, "--format", "ledger").code == 0)
                    #expect(try !Tree(path: site).holding("marigold").isEmpty)
                    try world.delete(said, as: world.ben)
                    try await world.settles()
                    #expect(try await world.ask("!comment #c1").contains("removed"))
                    #expect(try await world.run("export", site).code == 0)
                    #expect(try await world.run("export", ledger, "--format", "ledger").code == 0)
                }
                #expect(try Tree(path: site).holding("marigold") == [])
                #expect(
                    try !FileManager.default.contentsOfDirectory(atPath: site + "/s/1/c").contains("c1.html")
                )
                let verified = try await Program.run("verify", ledger, "--since", earlier)
                #expect(verified.code == 0, "\(verified.errors)")
                #expect(verified.output.contains("1 whose words were taken back"), "\(verified.output)")
                #expect(verified.output.contains("It continues \(earlier)"))
                let names = try FileManager.default.contentsOfDirectory(atPath: world.folder.path)
                #expect(!names.contains { $0.hasSuffix("part") }, "\(names)")
            }
        }

        @Test func `stands at a port as it is just then`() async throws {
            try await World.run { world in
                let listener = try LoopbackListener()
                close(listener.descriptor)
                let start = Start(configuration: Self.keeping + "site:\n  port: \(listener.port)\n")
                let client = try HTTPClient(caFile: nil)
                @Sendable func page(_ path: String, tag: String? = nil) async throws
                    -> (status: Int, text: String, tag: String?)
                {
                    let request = HTTPRequest(
                        method: .get,
                        url: "http://127.0.0.1:\(listener.port)/" + path,
                        headers: tag.map { [("If-None-Match", $0)] } ?? [],
                        body: [],
                        timeout: .seconds(30),
                        maximumResponseBytes: 1 << 24
                    )
                    let response = try await client.response(to: request)
                    let text = String(decoding: response.body, as: UTF8.self)
                    return (response.status, text, response.header("ETag"))
                }
                try await world.bot(start) {
                    let said = try await Self.talk(in: world)
                    let thread = try await page("s/1/c/c1.html")
                    #expect(thread.status == 200 && thread.text.contains("marigold"))
                    let again = try await page("s/1/c/c1.html", tag: thread.tag)
                    #expect(again.status == 304 && again.text.isEmpty)
                    #expect(try await page("s/1/c/c2.html").status == 404)
                    #expect(try await page("..%2f..%2fetc/passwd").status == 404)
                    _ = try await world.ask("!hide #c1", as: world.mod)
                    #expect(try await page("s/1/c/c1.html").status == 404)
                    _ = try await world.ask("!approve #c1", as: world.mod)
                    #expect(try await page("s/1/c/c2.html").status == 404)
                    try world.delete(said, as: world.ben)
                    try await world.settles()
                    #expect(try await world.ask("!comment #c1").contains("removed"))
                    #expect(try await page("s/1/c/c1.html").status == 404)
                }
                await client.shutdown()
            }
        }
    }

    @Suite struct `An export` {
        private func onHarbour(_ body: (Folder, String) async throws -> Void) async throws {
            let folder = try Folder()
            defer { folder.remove() }
            let page = try folder.write(
                "The harbour\n\nThe harbour needs a wall.\n\n  1. The wall is too high.\n",
                to: "page.txt"
            )
            let data = folder.path + "/data"
            #expect(try await Program.run("import", page, "--data", data).code == 0)
            try await body(folder, data)
        }

        @Test func `takes no folder that holds something else`() async throws {
            try await onHarbour { folder, data in
                let site = folder.path + "/site"
                try FileManager.default.createDirectory(atPath: site, withIntermediateDirectories: true)
                try folder.write("mine", to: "site/letter.txt")
                let result = try await Program.run("export", site, "--data", data)
                #expect(result.code == 1)
                #expect(
                    result.errors
                        == "rapporteur: \(site) holds something that no export made, and would be lost. Name an empty or a "
                        + "new folder.\n"
                )
                #expect(try Tree(path: site).files() == ["letter.txt"])
            }
        }

        @Test func `goes where a link leads, and leaves the link`() async throws {
            try await onHarbour { folder, data in
                let (site, link) = (folder.path + "/site", folder.path + "/link")
                try FileManager.default.createDirectory(atPath: site, withIntermediateDirectories: true)
                try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: site)
                for _ in 1...2 { #expect(try await Program.run("export", link, "--data", data).code == 0) }
                #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == site)
                #expect(FileManager.default.fileExists(atPath: site + "/index.html"))
            }
        }

        /// As on a disk that is nearly full: the database fits below the limit, pages with so much to escape do not.
        @Test func `that does not fit leaves the one before as it was`() async throws {
            try await onHarbour { folder, data in
                let (site, file) = (folder.path + "/site", folder.path + "/archive.xml")
                #expect(try await Program.run("export", site, "--data", data).code == 0)
                let before = try Tree(path: site).files().sorted()
                let words =
                    "The harbour\n\nThe harbour needs a wall.\n\n  1. "
                    + String(repeating: "<", count: 300_000)
                let page = try folder.write(words + "\n", to: "page.txt")
                #expect(try await Program.run("import", page, "--data", data).code == 0)
                for arguments in [["export", site], ["export", file, "--format", "wxr"]] {
                    let result = try await Program.run(arguments + ["--data", data], largestFile: 1_000_000)
                    #expect(result.code == 1, "\(result.output)")
                    #expect(result.errors.contains("cannot be written"), "\(result.errors)")
                }
                #expect(try Tree(path: site).files().sorted() == before)
                let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                #expect(names == ["data", "page.txt", "site"])
            }
        }

        @Test func `replaces the one before in one step, also after one that was killed`() async throws {
            try await onHarbour { folder, data in
                let site = folder.path + "/site"
                try folder.write("left", to: "site.rapporteur-part")
                #expect(try await Program.run("export", site, "--data", data).code == 0)
                try folder.write("of the one before", to: "site/old.html")
                #expect(try await Program.run("export", site, "--data", data).code == 0)
                #expect(try !Tree(path: site).files().contains("old.html"))
            }
        }

        /// Everything that a comment can be, but for reactions, which a page has none of.
        private static let nasty = [
            """
            {"type":"archive","version":1,"generator":"Rapporteur","written_at":"2026-03-01T10:00:00Z"}
            """,
            """
            {"type":"statement","number":1,"title":"A <b>text</b> & more","standfirst":"It stands first.","caption":"A boat.",\
            "paragraphs":["One & two.","Three ]]> four <script>x()</script>."],"publisher":"The Group",\
            "source_url":"https://example.org/text"}
            """,
            comment(
                "7",
                #"["A first one.","With a second paragraph, and \ud83d\ude00."]"#,
                "2024-03-01T10:00:00.123Z"
            ),
            comment(
                "8",
                #"["<script>alert(1)</script> &amp; ]]> \"quoted\""]"#,
                "2024-03-01T10:01:00Z",
                parent: "7"
            ),
            comment("9", "[]", "2024-03-01T10:02:00Z", parent: "7", isRemoved: true),
            comment(
                "10",
                #"["To the one that is gone."]"#,
                "2024-03-01T10:03:00Z",
                parent: "9",
                passage: "2.1"
            ),
            comment(
                "11",
                "[\"\(String(repeating: "long & ", count: 14_000))end.\"]",
                "2024-03-01T10:04:00Z",
                isEdited: true
            ),
        ]

        private static func comment(
            _ id: String,
            _ paragraphs: String,
            _ date: String,
            parent: String? = nil,
            passage: String? = nil,
            isEdited: Bool = false,
            isRemoved: Bool = false
        ) -> String {
            """
            {"type":"comment","statement":1,"id":"\(id)","parent":\(parent.map { "\"\($0)\"" } ?? "null"),\
            "author":\(isRemoved ? "null" : "\"Reader <\(id)>\""),"origin":"page","written_at":"\(date)",\
            "passage":\(passage.map { "\"\($0)\"" } ?? "null"),"edited":\(isEdited),"removed":\(isRemoved),\
            "paragraphs":\(paragraphs)}
            """
        }

        @Test func `comes back whole, through the format of WordPress and through ours`() async throws {
            let folder = try Folder()
            defer { folder.remove() }
            func run(_ arguments: String...) async throws {
                let result = try await Program.run(arguments)
                try #require(result.code == 0, "\(result.errors)")
            }
            let (data, first, again) = (
                folder.path + "/data", folder.path + "/1.jsonl", folder.path + "/2.jsonl"
            )
            let source = try folder.write(Self.nasty.joined(separator: "\n") + "\n", to: "source.jsonl")
            try await run("import", source, "--data", data)
            try await run("export", first, "--format", "jsonl", "--data", data)
            let before = try Self.contents(of: first)
            #expect(before.count == 7)
            for piece in ["😀", "2024-03-01T10:00:00.123Z", "A boat.", "\"passage\":\"2.1\"", "long & end."] {
                #expect(before.contains { $0.contains(piece) }, "\(piece) was lost")
            }
            for format in ["wxr", "jsonl"] {
                let (file, other) = (folder.path + "/out.\(format)", folder.path + "/data-\(format)")
                try await run("export", file, "--format", format, "--data", data)
                try await run("import", file, "--data", other)
                try await run("export", again, "--format", "jsonl", "--data", other)
                let after = try Self.contents(of: again)
                #expect(after == before, "\(format)")
            }
        }

        /// All that a file says, but for when it was written and what the archive's own numbers are.
        private static func contents(of path: String) throws -> [String] {
            try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
                line throws -> String in
                var object = try #require(
                    JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                )
                for key in ["written_at", "revision"] where object["type"] as? String != "comment" {
                    object[key] = nil
                }
                let data = try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
                return String(decoding: data, as: UTF8.self)
            }
        }
    }
}
