import Endpoint
import Foundation
import GRDB
import MatrixTypes
import Networking
import Testing

extension EndToEnd {
    @Suite struct `Running the bot` {
        private struct Refusal: Sendable, CustomTestStringConvertible {
            let what: String
            var url = "ws://127.0.0.1:1"
            var account = "@bot:demo"
            var tokenMode = 0o600
            var token = "secret"
            var data = "data"
            var arguments: [String] = []
            var code: Int32 = 1
            let error: String

            var testDescription: String { what }
        }

        @Test(arguments: [
            Refusal(what: "a token that others may read", tokenMode: 0o640, error: "Type: chmod 600"),
            Refusal(what: "an empty token file", token: "\n", error: "holds no access token"),
            Refusal(
                what: "another scheme",
                url: "ftp://127.0.0.1",
                error: "it must begin with https:// (any homeserver), "
            ),
            Refusal(
                what: "no host",
                url: "ws:///path",
                error: "must look like https://host or wss://host:port"
            ),
            Refusal(what: "no account", account: "bot", code: 2, error: "expected an account such as"),
            Refusal(
                what: "a file for a directory",
                data: "token",
                error: "cannot be written to (File exists)"
            ),
            Refusal(
                what: "no such plugin",
                arguments: ["--plugin", "nix"],
                code: 2,
                error: "--plugin is \"nix\""
            ),
            Refusal(
                what: "no statement",
                arguments: ["--statement", "/nowhere"],
                error: "There is no statement at"
            ),
        ])
        private func `is refused with a sentence`(refusal: Refusal) async throws {
            let folder = try Folder()
            defer { folder.remove() }
            let token = try folder.write(refusal.token, to: "token", mode: refusal.tokenMode)
            let result = try await Program.run(
                [
                    "run", "--homeserver", refusal.url, "--user-id", refusal.account, "--token-file", token,
                    "--data",
                    folder.path + "/" + refusal.data,
                ] + refusal.arguments
            )
            #expect(result.code == refusal.code)
            #expect(result.errors.contains(refusal.error), "\(result.errors)")
            #expect(result.errors.split(separator: "\n").count == 1)
            #expect(!result.errors.contains("secret"))
        }

        @Test func `leaves a directory alone that another bot uses`() async throws {
            try await World.run { world in
                try await world.bot {
                    let second = try await Program.run(world.arguments(for: Start()))
                    #expect(second.code == 1)
                    #expect(second.errors.contains("is in use by another rapporteur"))
                }
            }
        }

        @Test func `leaves a database alone that is newer`() async throws {
            try await World.run { world in
                let file = world.dataDirectory + "/rapporteur.sqlite"
                let database = try DatabaseQueue(path: file)
                try await database.write {
                    try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999 of the future')")
                    try $0.execute(sql: "CREATE TABLE future (hope TEXT)")
                }
                try database.close()
                let before = try Data(contentsOf: URL(filePath: file))
                let child = try world.start(Start())
                try await world.untilEnded(child)
                #expect(child.ending == .exit(1))
                #expect(child.errors.contains("was written by a newer version of rapporteur"))
                #expect(try Data(contentsOf: URL(filePath: file)) == before)
            }
        }

        @Test func `says that nobody is there, and stops when told`() async throws {
            try await Lonely.run(url: "ws://127.0.0.1:1") { bot in
                try await bot.until("Trying again in")
                #expect(bot.child.errors.contains("The homeserver cannot be reached"))
                try await bot.stop()
            }
        }

        @Test(arguments: [
            ("no JSON at all", "sent what is no m.json"), ("[1, 2", "sent what is no m.json"),
            ("{}", "sent what is no m.json"),
            (String(repeating: "x", count: 100_000), "The connection has ended"),
        ])
        func `is not impressed by garbage`(garbage: String, complaint: String) async throws {
            try await Babbler.run(saying: garbage) { url in
                try await Lonely.run(url: url, configuration: "homeserver:\n  largest_message: 65536\n") {
                    bot in
                    try await bot.until("Trying again in")
                    #expect(bot.child.errors.contains(complaint), "\(bot.child.errors)")
                    try await bot.stop()
                }
            }
        }

        @Test func `finishes what it has begun when it is stopped`() async throws {
            try await World.run { world in
                let rooms = [world.room] + (1...3).map { world.openRoom("room-\($0)") }
                let commands = try (0..<60).map { try world.say("!quote \($0 % 8 + 1)", in: rooms[$0 % 4]) }
                let child = try world.start(Start())
                defer { world.end(child) }
                try await world.until("some are answered") { world.messageCount > 5 }
                let start = ContinuousClock.now
                child.signal(SIGTERM)
                try await world.untilEnded(child)
                #expect(child.ending == .exit(0))
                #expect(ContinuousClock.now - start < .seconds(5))
                try await world.bot {
                    try await world.untilAnswered(commands)
                    try await world.settles()
                }
                #expect(world.replyCounts(of: commands) == commands.map { _ in 1 })
                try await world.expectNothingLeft()
            }
        }
    }
}
