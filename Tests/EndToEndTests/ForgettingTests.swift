import BotCore
import Endpoint
import Foundation
import MatrixTypes
import Networking
import Testing

extension World {
    /// What the bot has said, as it stands in the rooms now, and every file that it keeps.
    fileprivate func holds(_ word: String) throws -> [String] {
        let said = answers().filter { $0.text.contains(word) }.map(\.text)
        let files = try FileManager.default.contentsOfDirectory(atPath: dataDirectory).filter { name in
            try Data(contentsOf: URL(filePath: "\(dataDirectory)/\(name)")).range(of: Data(word.utf8)) != nil
        }
        return said + files
    }
}

extension EndToEnd {
    @Suite struct `Words that were taken back` {
        private static let keeping = "archive:\n  on_by_default: true\nsummary:\n  hold_back: 0\n"
        private static let secret = "heliotrope"
        /// Long enough that an answer with it is cut, and its rest waits for whoever asks for more.
        private static let said =
            "The \(secret) boats should stay in the harbour. "
            + String(
                repeating: "A \(secret) sail is seen from afar, and nobody knows whose boat it is. ",
                count: 40
            )
        private static let others =
            "The town has no money for walls and towers, whatever the mayor says about it."

        /// Says it, edits it, and has it quoted, searched, summarised and cut.
        private static func talk(in world: World) async throws -> EventID {
            let message = try world.say(said, as: world.ben)
            try world.homeserver.edit(message, to: "\(said) And so on.", as: world.ben, in: world.room)
            try world.say(others, as: world.ada)
            for command in ["!comment #c1", "!comments", "!search sail", "!summary chat", "!summary all"] {
                #expect(try await world.ask(command).contains(secret), "\(command)")
            }
            #expect(try await world.ask("!quote \(secret) quarrels", as: world.ben).contains(secret))
            return message
        }

        @Test(arguments: [
            nil, KillPoint.beforeWrite1, .afterWrite1, .inPlugin, .betweenWrites2, .afterWrite2, .afterSend,
            .afterWrite3,
        ])
        func `are nowhere, wherever the bot was killed meanwhile`(point: KillPoint?) async throws {
            try await World.run { world in
                let start = Start(configuration: Self.keeping)
                let message = Guarded<EventID?>(nil)
                try await world.bot(start) {
                    let said = try await Self.talk(in: world)
                    message.use { $0 = said }
                }
                #expect(try world.holds(Self.secret).count > 5)
                let said = try #require(message.use { $0 })
                for event in [said] + world.commands(with: "quarrels") {
                    try world.homeserver.redact(
                        event,
                        reason: nil,
                        transaction: nil,
                        in: world.room,
                        as: world.ben
                    )
                }
                if let point { try await world.bot(killedAt: point, start) }
                try await world.bot(start) {
                    try await world.settles()
                    try await world.until("nothing of it stands in the room") {
                        !world.answers().contains { $0.text.contains(Self.secret) }
                    }
                    try await world.until("the summaries have come again") {
                        world.answers().count { $0.text.contains("was posted again") } == 2
                    }
                }
                #expect(try world.holds(Self.secret) == [])
                #expect(world.answers().count { $0.text.contains("was posted again") } == 2, "each once")
                try await world.expectNothingLeft()
            }
        }

        @Test func `by somebody who asks to be forgotten are nowhere while the bot still runs`() async throws
        {
            try await World.run { world in
                try await world.bot(Start(configuration: Self.keeping)) {
                    _ = try await Self.talk(in: world)
                    #expect(
                        try await world.ask("!forget me", as: world.ben).hasPrefix(
                            "This removes the words of 1"
                        )
                    )
                    #expect(
                        try await world.ask("!forget me", as: world.ben).hasPrefix(
                            "Done, removed: the words of 1"
                        )
                    )
                    try await world.until("nothing of it stands in the room") {
                        !world.answers().contains { $0.text.contains(Self.secret) }
                    }
                    try await world.settles()
                    #expect(try await world.ask("!comment #c1").contains("removed"))
                }
                #expect(try world.holds(Self.secret) == [])
            }
        }
    }
}

extension World {
    /// What people have typed with this word in it.
    fileprivate func commands(with word: String) -> [EventID] {
        homeserver.timeline(of: room).filter {
            $0.sender != bot.userID && String(decoding: $0.content, as: UTF8.self).contains(word)
        }.map(\.id)
    }
}
