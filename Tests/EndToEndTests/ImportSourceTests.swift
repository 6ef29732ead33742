import Endpoint
import Foundation
import MatrixTypes
import Testing

extension EndToEnd {
    @Suite struct `Importing from elsewhere` {
        private static func export(_ comments: String, title: String = "A text") -> String {
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
              xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>A site</title><wp:wxr_version>1.2</wp:wxr_version>
            <item><title>\(title)</title><link>https://example.org/text</link>
            <content:encoded><![CDATA[<p>The first paragraph.</p><p>The second.</p>]]></content:encoded>
            <wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
            \(comments)
            </item></channel></rss>
            """
        }

        private static func comment(
            _ number: Int,
            _ words: String,
            below parent: Int = 0,
            date: String? = nil
        ) -> String {
            """
            <wp:comment><wp:comment_id>\(number)</wp:comment_id><wp:comment_author>Reader \(number)</wp:comment_author>
            <wp:comment_date_gmt>\(date ?? "2024-03-01 10:0\(number % 10):00")</wp:comment_date_gmt>
            <wp:comment_approved>1</wp:comment_approved><wp:comment_parent>\(parent)</wp:comment_parent>
            <wp:comment_content><![CDATA[\(words)]]></wp:comment_content></wp:comment>
            """
        }

        private func inFolder(_ body: (Folder, String) async throws -> Void) async throws {
            let folder = try Folder()
            defer { folder.remove() }
            try await body(folder, folder.path + "/data")
        }

        @Test func `says what it found, keeps it once, and adds what is new`() async throws {
            try await inFolder { folder, data in
                let one =
                    Self.comment(1, "One.") + Self.comment(2, "Two <script>alert(1)</script>!", below: 1)
                let file = try folder.write(Self.export(one), to: "export.xml")
                let look = try await Program.run("import", file)
                #expect(
                    look.output
                        == "\(file) is an export of WordPress.\n\"A text\": 2 paragraphs, 2 comments, 1 of them answers.\n"
                )
                let first = try await Program.run("import", file, "--data", data)
                #expect(first.output.contains("It is new, and statement 1.\n  Comments: 2 new.\n"))
                try folder.write(
                    Self.export(one + Self.comment(3, "Three.", below: 2) + Self.comment(4, "", below: 99)),
                    to: "export.xml"
                )
                let second = try await Program.run("import", file, "--data", data)
                #expect(second.output.contains("Comments: 1 new, 2 as before."), "\(second.output)")
                #expect(second.output.contains("Left out: 1 comment without words (at comment-4)."))
                try folder.write(Self.export(Self.comment(1, "One.")), to: "export.xml")
                let third = try await Program.run("import", file, "--data", data)
                #expect(third.output.contains("No longer there: #1.1, #1.1.1."), "\(third.output)")
            }
        }

        @Test func `is the text that was known, with what a site has no place for`() async throws {
            try await inFolder { folder, data in
                let page = try folder.write(
                    "A text\nA statement of the Group.\n\nThe first paragraph.\n\nThe second.\n\n  1. One.\n",
                    to: "page.txt"
                )
                #expect(try await Program.run("import", page, "--data", data).code == 0)
                let file = try folder.write(Self.export(Self.comment(1, "One.")), to: "export.xml")
                let result = try await Program.run("import", file, "--data", data)
                #expect(
                    result.output.contains("It is as it was: revision 1 of statement 1."),
                    "\(result.output)"
                )
                #expect(result.output.contains("Comments: 1 as before."), "\(result.output)")
            }
        }

        @Test func `takes nothing from another text that has the same title`() async throws {
            try await inFolder { folder, data in
                let line = { (kind: String) in
                    #"{"type":"statement","number":1,"title":"A text","paragraphs":["Of the \#(kind)."],"#
                        + #""publisher":"The \#(kind)","source_url":"https://\#(kind).example/""#
                }
                let head = #"{"type":"archive","version":1}"#
                let first = line("first") + #","standfirst":"Said by the first alone."}"#
                for (name, text) in [("first", first), ("second", line("second") + "}")] {
                    let file = try folder.write("\(head)\n\(text)\n", to: "\(name).jsonl")
                    #expect(try await Program.run("import", file, "--data", data).code == 0)
                }
                let out = folder.path + "/out.jsonl"
                #expect(try await Program.run("export", out, "--format", "jsonl", "--data", data).code == 0)
                let lines = try String(contentsOfFile: out, encoding: .utf8).split(separator: "\n")
                #expect(lines.count { $0.contains("Said by the first alone.") } == 1)
                #expect(lines.count { $0.contains("\"type\":\"statement\"") } == 2)
            }
        }

        @Test func `keeps what came before a fault, and says where it is`() async throws {
            try await inFolder { folder, data in
                let whole = Self.export(Self.comment(1, "One.") + Self.comment(2, "Two."))
                let cut = String(whole.prefix(upTo: try #require(whole.range(of: "Two.")).lowerBound))
                let file = try folder.write(cut, to: "cut.xml")
                let result = try await Program.run("import", file, "--data", data)
                #expect(result.code == 1)
                #expect(result.output.contains("Comments: 1 new."), "\(result.output)")
                #expect(result.errors.contains("could be read only in part"), "\(result.errors)")
                #expect(result.errors.contains("line "), "\(result.errors)")
            }
        }

        @Test func `refuses a bomb, and takes nothing from outside of the file`() async throws {
            try await inFolder { folder, data in
                let bomb = """
                    <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
                    <!ENTITY secret SYSTEM "file:///etc/passwd">]>
                    """
                for name in ["c", "secret"] {
                    let text = Self.export(Self.comment(1, "One."), title: "&\(name);")
                        .replacing("<rss version", with: bomb + "<rss version")
                    let file = try folder.write(text, to: "bomb.xml")
                    let result = try await Program.run("import", file, "--data", data)
                    #expect(result.code == 1, "\(result.output)")
                    #expect(!result.output.contains("root:") && !result.output.contains("haha"))
                    #expect(!result.errors.isEmpty)
                }
            }
        }

        @Test(arguments: [
            "http://127.0.0.1:1/heliotrope", "http://localhost:1/", "http://[::1]:1/", "http://0x7f000001:1/",
        ])
        func `goes to no private network unless it is told to`(address: String) async throws {
            let result = try await Program.run("import", address)
            #expect(result.code == 1)
            #expect(result.errors.contains("--allow-private"), "\(result.errors)")
            #expect(!result.errors.contains("heliotrope"), "paths are nobody's business")
        }

        @Test func `takes the messages of a room to the archive`() async throws {
            try await inFolder { folder, data in
                let file = try folder.write(
                    """
                    {"room_name": "Hall", "exported_by": "@ada:demo", "messages": [
                    {"type": "m.room.message", "event_id": "$1", "sender": "@ada:demo", "room_id": "!hall:demo",
                     "origin_server_ts": 1700000000000, "content": {"msgtype": "m.text", "body": "The wall is high."}},
                    {"type": "m.room.member", "event_id": "$2", "sender": "@ben:demo", "room_id": "!hall:demo",
                     "origin_server_ts": 1700000001000, "state_key": "@ben:demo", "content": {"membership": "join"}}]}
                    """,
                    to: "export.json"
                )
                let first = try await Program.run("import", file, "--data", data)
                #expect(first.code == 0, "\(first.errors)")
                #expect(
                    first.output.contains("1 message is handed to the archive, where 1 wait"),
                    "\(first.output)"
                )
                let again = try await Program.run("import", file, "--data", data)
                #expect(again.output.contains("All of them were known before"), "\(again.output)")
            }
        }

        @Test func `has the bot keep what was said before it came, but nothing of people who left`()
            async throws
        {
            try await World.run { world in
                let start = Start(configuration: "archive:\n  on_by_default: true\n")
                try await world.bot(start) { _ = try await world.ask("!optout", as: world.ben) }
                func message(_ number: Int, _ sender: UserID, _ words: String, _ relation: String = "")
                    -> String
                {
                    """
                    {"type": "m.room.message", "event_id": "$old\(number)", "sender": "\(sender)", "room_id": "\(world.room)",
                     "origin_server_ts": \(1_600_000_000_000 + number), "content": {"msgtype": "m.text", "body": "\(words)"\(relation)}}
                    """
                }
                let messages = [
                    message(1, world.ada, "The wall is high."), message(2, world.ben, "I have left."),
                    message(
                        3,
                        world.mod,
                        "So it is.",
                        #", "m.relates_to": {"m.in_reply_to": {"event_id": "$old1"}}"#
                    ),
                    message(4, world.ada, "!quote 4.1"),
                ]
                let export =
                    "{\"room_name\": \"Hall\", \"messages\": [" + messages.joined(separator: ",") + "]}"
                let file = try world.folder.write(export, to: "export.json")
                for _ in 1...2 { #expect(try await world.run("import", file).code == 0) }
                try await world.bot(start) {
                    try await world.settles()
                    #expect(try await world.ask("!comment #c1").contains("The wall is high."))
                }
                #expect(try world.comments() == ["The wall is high.", "So it is."])
                #expect(try world.texts("SELECT parent FROM comment WHERE body = 'So it is.'") == ["c1"])
            }
        }

        @Test func `says so where there is nothing`() async throws {
            try await inFolder { folder, _ in
                let file = try folder.write("<html><body><script>x()</script></body></html>", to: "page.html")
                let result = try await Program.run("import", file)
                #expect(result.code == 1)
                #expect(
                    result.errors.contains("There is neither a statement nor a comment in \(file)"),
                    "\(result.errors)"
                )
                let missing = try await Program.run("import", folder.path + "/nowhere.xml")
                #expect(missing.errors.contains("There is no file at"), "\(missing.errors)")
            }
        }
    }
}
