import Endpoint
import Foundation
import Testing

extension EndToEnd {
    @Suite struct `Backing up` {
        @Test func `copies what a running bot has, while it answers and writes`() async throws {
            try await World.run { world in
                try await world.bot {
                    try world.say("!archive on", as: world.mod)
                    try await world.settles()
                    for round in 1...4 {
                        let commands = try (1...30).map { number in
                            try world.say("Somebody says their piece, \(round) and \(number).", as: world.ben)
                            return try world.say("!quote \(number % 8 + 1)")
                        }
                        let file = world.backup + "\(round)"
                        let result = try await world.run("backup", file)
                        #expect(result.code == 0, "\(result.errors)")
                        try await world.untilAnswered(commands)
                        #expect(try world.texts("PRAGMA integrity_check", in: file) == ["ok"])
                        // Of one moment: each comment was counted in the write in which it came.
                        let counts = "SELECT count(*) || '' FROM comment WHERE origin = 'chat'"
                        #expect(
                            try world.texts(counts, in: file)
                                == world.texts("SELECT last_comment || '' FROM room", in: file)
                        )
                    }
                    try await world.settles()
                }
                #expect(try world.comments().count == 120)
            }
        }

        @Test func `says what it made, and where the list of removals is`() async throws {
            try await World.run { world in
                let result = try await world.run("backup", world.backup)
                #expect(result.errors.isEmpty && result.code == 0)
                let size = try Data(contentsOf: URL(filePath: world.backup)).count
                #expect(
                    result.output == """
                        \(world.backup): 0.\(size / 100_000) MB, 5 comments.
                        The list of removals has 0 entries so far, and is not in it: keep a copy of \
                        \(world.dataDirectory)/removals.jsonl elsewhere, too, always the latest. rapporteur restore needs it.

                        """
                )
            }
        }

        @Test func `says how much room it needs where there is none, and leaves nothing`() async throws {
            try await World.run { world in
                let before = try FileManager.default.contentsOfDirectory(atPath: world.folder.path)
                // A disk with room for 100 kB.
                let result = try await Program.run(
                    ["backup", world.backup, "--data", world.dataDirectory],
                    largestFile: 100_000
                )
                #expect(result.code == 1 && result.output.isEmpty)
                #expect(result.errors.contains("cannot be written to \(world.backup)"), "\(result.errors)")
                #expect(
                    !result.errors.contains("It needs 0.0") && result.errors.contains(" MB free.")
                        && result.errors.contains("Nothing is left of it.")
                )
                #expect(try FileManager.default.contentsOfDirectory(atPath: world.folder.path) == before)
            }
        }

        @Test func `is refused with a sentence`() async throws {
            try await World.run { world in
                for (arguments, code, error) in [
                    (["backup", world.dataDirectory + "/backup"], 1, "is in the data directory"),
                    (["backup", world.folder.path + "/token"], 1, "add --replace"),
                    (["backup", "/nowhere/backup"], 1, "(No such file or directory)"),
                    (["backup"], 2, "Missing expected argument '<file>'"),
                ] as [([String], Int32, String)] {
                    let result = try await Program.run(arguments + ["--data", world.dataDirectory])
                    #expect(result.code == code && result.output.isEmpty)
                    #expect(result.errors.contains(error) || error == "add --replace", "\(result.errors)")
                }
                let nowhere = try await Program.run("backup", world.backup)
                #expect(
                    nowhere.code == 2 && nowhere.errors.contains("Name the bot's data directory with --data")
                )
                #expect(
                    try String(contentsOfFile: world.folder.path + "/token", encoding: .utf8)
                        == world.bot.accessToken
                )
            }
        }
    }
}
