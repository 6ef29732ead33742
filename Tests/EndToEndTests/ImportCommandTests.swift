import Foundation
import GRDB
import Testing

extension EndToEnd {
    @Suite struct `Importing a page` {
        private static let page = """
            The harbour
            A statement from the Harbour Group on 1 May 2026.

            The harbour needs a wall before the winter comes.

            The ferry needs a pier.

              1. The wall is too high for us.

              2. Nobody asked the people who fish.

              3. Heliotrope quarrels with the pier.
            """

        private struct Site {
            let folder: Folder
            var data: String { folder.path + "/data" }

            func read(_ text: String, _ arguments: String...) async throws -> Program.Result {
                let file = try folder.write(text, to: "page.txt")
                return try await Program.run(["import", file, "--data", data] + arguments)
            }

            /// All that is kept of pages.
            func rows() throws -> [String] {
                let queue = try DatabaseQueue(path: data + "/rapporteur.sqlite")
                defer { try? queue.close() }
                return try queue.read { db in
                    try ["statement", "statement_revision", "comment", "removed"].flatMap { table in
                        try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table): \($0)" }
                    }
                }
            }
        }

        private func onSite(_ body: (Site) async throws -> Void) async throws {
            let folder = try Folder()
            defer { folder.remove() }
            try await body(Site(folder: folder))
        }

        @Test func `keeps it, and says what changed`() async throws {
            try await onSite { site in
                let first = try await site.read(Self.page)
                #expect(first.code == 0)
                #expect(
                    first.errors == "rapporteur: There was no database in \(site.data) yet; it is made now.\n"
                )
                #expect(first.output == "\"The harbour\" is new, and statement 1.\n3 comments are new.\n")
                let same = try await site.read(Self.page)
                #expect(same.output == "\"The harbour\" is as it was: revision 1 of statement 1.\n")

                let forgotten = try await Program.run(
                    "forget",
                    "--comment",
                    "3",
                    "--statement",
                    "1",
                    "--yes",
                    "--data",
                    site.data
                )
                #expect(forgotten.code == 0, "\(forgotten.errors)")
                let changed = Self.page.replacing("before the winter comes", with: "at once")
                    .replacing("too high for us", with: "too high for all of us")
                    .replacing("2. Nobody asked the people who fish.", with: "2. A new one.")
                let second = try await site.read(changed)
                #expect(
                    second.output == """
                        "The harbour" has changed: this is revision 2 of statement 1.
                        1 comment is new, and 1 comment was edited.
                        No longer on the page: #2. Their words are kept; `rapporteur forget --comment 2 --statement 1` removes \
                        them.
                        1 comment was left out, having been removed here before.

                        """
                )
                #expect(try !World.hasBytes(of: "Heliotrope", in: site.data))
            }
        }

        @Test func `changes nothing where the page cannot be meant`() async throws {
            try await onSite { site in
                #expect(try await site.read(Self.page).code == 0)
                let before = try site.rows()
                for (text, arguments, code, error) in [
                    ("", [], 1, "The file is empty"),
                    (
                        "The harbour\n", [], 1,
                        "\"The harbour\" has a title and no paragraph; the revision before has 2."
                    ),
                    (Self.page, ["--revises", "7"], 1, "There is no statement 7; there is 1."),
                    (Self.page, ["--revises", "x"], 2, "'x' is invalid"),
                    (Self.page, ["--json"], 2, "--json says what is in the file"),
                ] as [(String, [String], Int32, String)] {
                    let file = try site.folder.write(text, to: "page.txt")
                    let result = try await Program.run(["import", file, "--data", site.data] + arguments)
                    #expect(result.code == code && result.output.isEmpty)
                    #expect(result.errors.contains(error), "\(result.errors)")
                }
                #expect(try site.rows() == before)
                let file = try site.folder.write(Self.page, to: "page.txt")
                let alone = try await Program.run("import", file, "--revises", "1")
                #expect(alone.code == 2 && alone.errors.contains("add --data or --config"))
            }
        }

        @Test func `is a revision of the statement that is named, whatever its title`() async throws {
            try await onSite { site in
                #expect(try await site.read(Self.page).code == 0)
                let renamed = Self.page.replacing("The harbour\n", with: "The harbour, again\n")
                let result = try await site.read(renamed, "--revises", "1")
                #expect(
                    result.output
                        == "\"The harbour, again\" has changed: this is revision 2 of statement 1.\n",
                    "\(result.errors)"
                )
            }
        }

        @Test func `reaches a running bot`() async throws {
            try await World.run { world in
                try await world.bot {
                    let file = try world.folder.write(Self.page, to: "page.txt")
                    let result = try await world.run("import", file)
                    #expect(
                        result.output.hasPrefix("\"The harbour\" is new, and statement 2."),
                        "\(result.errors)"
                    )
                    #expect(try await world.ask("!quote 1.1").contains("The harbour needs a wall"))
                }
            }
        }

        @Test func `keeps what the configuration says of it, and says which file the bot reads`() async throws
        {
            try await onSite { site in
                let other = try site.folder.write(Self.page, to: "other.txt")
                let configuration = try site.folder.write(
                    """
                    data: "\(site.data)"
                    removals: "\(site.folder.path)/list"
                    statement:
                      file: "\(other)"
                      source_url: "https://example.org/harbour"
                    """,
                    to: "config.yaml"
                )
                let file = try site.folder.write(Self.page, to: "page.txt")
                let result = try await Program.run("import", file, "--config", configuration)
                #expect(result.code == 0)
                #expect(result.errors.contains("names \(other) as statement.file"), "\(result.errors)")
                #expect(FileManager.default.fileExists(atPath: site.folder.path + "/list"))
                // What is not said again stays.
                let again = try await Program.run(
                    ["import", file, "--data", site.data, "--removals", site.folder.path + "/list"]
                )
                #expect(
                    again.output == "\"The harbour\" is as it was: revision 1 of statement 1.\n",
                    "\(again.errors)"
                )
                #expect(
                    try site.rows().contains { $0.contains("source_url:\"https://example.org/harbour\"") }
                )
            }
        }
    }
}
