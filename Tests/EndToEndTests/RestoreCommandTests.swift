import BotStore
import Foundation
import MatrixTypes
import Testing

extension EndToEnd {
    @Suite struct `Restoring` {
        /// One word, since the index keeps words one by one.
        private static let secret = "heliotrope"

        /// A bot that has made a backup, and then removed something and kept something new.
        private func inWorld(_ body: @escaping @Sendable (World) async throws -> Void) async throws {
            try await World.run { world in
                try await world.bot {
                    try world.say("!archive on", as: world.mod)
                    try world.say("Kept from before.", as: world.ben)
                    let words = try world.say("Words about \(Self.secret).", as: world.ada)
                    try await world.settles()
                    let result = try await world.run("backup", world.backup)
                    #expect(result.code == 0, "\(result.errors)")
                    try world.delete(words, as: world.ada)
                    try world.say("Said since then.", as: world.ben)
                    try await world.settles()
                }
                try await body(world)
            }
        }

        @Test func `brings back what was kept, and nothing that was removed since`() async throws {
            try await inWorld { world in
                let words = "Words about \(Self.secret)."
                #expect(try world.comments(in: world.backup) == ["Kept from before.", words])
                #expect(try world.comments() == ["Kept from before.", "Said since then."])
                let result = try await world.run("restore", world.backup, "--replace")
                #expect(result.code == 0, "\(result.errors)")
                #expect(
                    result.output.hasPrefix("Restored 6 comments from \(world.backup), which was made at 20")
                )
                #expect(
                    result.output.contains(
                        "1 removal made since then, by the list of removals, is applied to it."
                    )
                )
                #expect(result.errors.isEmpty)
                #expect(try world.comments() == ["Kept from before."])
                #expect(try !world.hasBytes(of: Self.secret))
                // The homeserver says again what came after the backup, the removed message and its removal among it.
                try await world.bot { try await world.settles() }
                #expect(try world.comments() == ["Kept from before.", "Said since then."])
                #expect(try !world.hasBytes(of: Self.secret))
            }
        }

        @Test func `leaves a bot alone that runs`() async throws {
            try await inWorld { world in
                try await world.bot {
                    let result = try await world.run("restore", world.backup, "--replace")
                    #expect(result.code == 1 && result.output.isEmpty)
                    #expect(result.errors.contains("is in use by another rapporteur"), "\(result.errors)")
                    #expect(try await world.ask("!quote 4.1").hasPrefix("> Russian imperialism"))
                }
                #expect(try world.comments() == ["Kept from before.", "Said since then."])
            }
        }

        @Test(arguments: Restoration.Point.allCases)
        func `may be killed: the old database or the new one is there, whole`(point: Restoration.Point)
            async throws
        {
            try await inWorld { world in
                let child = try ChildProcess(
                    Program.path,
                    ["restore", world.backup, "--replace", "--data", world.dataDirectory],
                    input: "/dev/null",
                    environment: ["RAPPORTEUR_KILL_AT": point.rawValue]
                )
                for await _ in child.changes() where child.ending != nil { break }
                #expect(child.ending == .signal(SIGKILL), "It did not die at \(point). \(child.errors)")

                let isNew = point == .afterRename
                #expect(try world.texts("PRAGMA integrity_check") == ["ok"])
                #expect(try world.comments() == ["Kept from before."] + (isNew ? [] : ["Said since then."]))
                let file = try Data(contentsOf: URL(filePath: world.dataDirectory + "/rapporteur.sqlite"))
                #expect(file.range(of: Data(Self.secret.utf8)) == nil)

                try await world.bot { try await world.settles() }
                #expect(try !world.hasBytes(of: Self.secret))
                #expect(try !world.names().contains { $0.contains(".restoring") || $0.contains(".replaced") })
                #expect(try await world.run("restore", world.backup, "--replace").code == 0)
                #expect(try world.comments() == ["Kept from before."])
                #expect(try !world.hasBytes(of: Self.secret))
            }
        }

        @Test func `leaves all as it was where there is no room`() async throws {
            try await inWorld { world in
                let names = try world.names()
                let result = try await Program.run(
                    ["restore", world.backup, "--replace", "--data", world.dataDirectory],
                    largestFile: 100_000
                )
                #expect(result.code == 1 && result.output.isEmpty)
                #expect(result.errors.contains("cannot be copied to"), "\(result.errors)")
                #expect(
                    result.errors.contains("It needs 0.") && result.errors.contains("Nothing was changed.")
                )
                #expect(try world.names().subtracting(["lock.beside"]) == names)
                #expect(try world.comments() == ["Kept from before.", "Said since then."])
            }
        }

        @Test func `asks for the list of removals, or says what it could not leave out`() async throws {
            try await inWorld { world in
                try FileManager.default.removeItem(atPath: world.dataDirectory + "/removals.jsonl")
                let refused = try await world.run("restore", world.backup, "--replace")
                #expect(refused.code == 1 && refused.output.isEmpty)
                #expect(
                    refused.errors.contains(
                        "There is no list of removals at \(world.dataDirectory)/removals.jsonl."
                    )
                )
                #expect(refused.errors.contains("--without-removals"))
                let result = try await world.run("restore", world.backup, "--replace", "--without-removals")
                #expect(result.code == 0)
                #expect(
                    result.errors.contains("words that people have taken back since 20"),
                    "\(result.errors)"
                )
                #expect(result.errors.contains("ago) may be there again"))
                #expect(try world.comments().count == 2)
            }
        }
    }
}
