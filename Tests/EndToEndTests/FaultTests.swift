import BotCore
import Endpoint
import Foundation
import MatrixTypes
import Testing

extension EndToEnd {
    @Suite struct `A bot with a bad homeserver` {
        private static let impatient = "homeserver:\n  request_timeout: 1\n  longest_pause: 1\n"

        @Test func `comes back when the connection is dropped`() async throws {
            try await World.run { world in
                let rooms = [world.room, world.openRoom("garden")]
                var commands: [EventID] = []
                try await world.bot(Start(configuration: Self.impatient)) {
                    for round in 1...3 {
                        commands += try (0..<10).map { try world.say("!quote \(round)", in: rooms[$0 % 2]) }
                        let expected = commands.count - 5
                        try await world.until("some are answered") { world.messageCount >= expected }
                        if round < 3 { world.homeserver.dropConnections() }
                    }
                    try await world.untilAnswered(commands)
                    try await world.settles()
                }
                #expect(world.replyCounts(of: commands) == commands.map { _ in 1 })
                try await world.expectNothingLeft()
            }
        }

        @Test func `asks again where an answer is lost`() async throws {
            try await World.run { world in
                world.homeserver.swallowAnswers(ofNextSends: 2)
                let commands = try (1...4).map { try world.say("!quote \($0)") }
                try await world.bot(Start(configuration: Self.impatient)) {
                    try await world.untilAnswered(commands)
                    try await world.settles()
                }
                #expect(world.replyCounts(of: commands) == [1, 1, 1, 1])
                try await world.expectNothingLeft()
            }
        }

        @Test(arguments: [false, true])
        func `fetches what a short timeline left out`(isKilled: Bool) async throws {
            try await World.run(timelineLimit: 3) { world in
                try await world.bot {
                    try world.say("!archive on", as: world.mod)
                    try await world.settles()
                }
                let commands = try (1...40).flatMap { number in
                    try world.say("Somebody says their piece, number \(number).", as: world.ben)
                    return [try world.say("!quote \(number % 8 + 1)")]
                }
                if isKilled { try await world.bot(killedAt: .afterSend) }
                try await world.bot {
                    try await world.untilAnswered(commands)
                    try await world.settles()
                }
                #expect(world.quotations(in: world.room) == commands, "each once, and in order")
                #expect(try await world.audit() == .init(messages: 40, comments: 40, unreadable: 0, gaps: 0))
            }
        }

        @Test func `says what it missed when its position is forgotten`() async throws {
            try await World.run { world in
                let before = try world.say("!quote 1")
                try await world.bot { try await world.untilAnswered([before]) }
                let missed = try world.say("!quote 2")
                world.homeserver.forgetPositions()
                try await world.bot(Start(configuration: Self.impatient)) {
                    let after = try await world.answer(to: try world.say("!quote 3"))
                    #expect(after.text.hasPrefix("> We send"))
                    try await world.settles()
                }
                #expect(world.replyCounts(of: [before, missed]) == [1, 0])
                #expect(try await world.audit().gaps == 1)
            }
        }

        @Test func `waits as long as it is asked to, and gives up what is refused for good`() async throws {
            try await World.run { world in
                let garden = world.openRoom("garden")
                try await world.bot { try await world.settles() }  // it has said hello there
                let tooMany = StreamMessage.Refusal(errcode: "M_LIMIT_EXCEEDED", error: "Later")
                let forbidden = StreamMessage.Refusal(errcode: "M_FORBIDDEN", error: "Not you")
                let here = try (1...3).map { try world.say("!quote \($0)") }
                let there = try (1...3).map { try world.say("!quote \($0)", in: garden) }
                world.homeserver.refuseSends(1, with: tooMany, in: world.room)
                world.homeserver.refuseSends(1, with: forbidden, in: garden)
                try await world.bot {
                    try await world.untilAnswered(here + there.dropFirst())
                    try await world.settles()
                }
                #expect(world.replyCounts(of: here) == [1, 1, 1])
                #expect(world.replyCounts(of: there) == [0, 1, 1])
            }
        }

        @Test func `goes on when its token is valid again`() async throws {
            try await World.run { world in
                let token = world.bot.accessToken
                let unknown = StreamMessage.Refusal(errcode: "M_UNKNOWN_TOKEN", error: "Who are you?")
                world.homeserver.refuseToken(token, with: unknown)
                let child = try world.start(Start(configuration: Self.impatient))
                defer { world.end(child) }
                try await world.until("the log says why") {
                    child.errors.contains("refuses the access token")
                }
                let command = try world.say("!quote 4.1")
                world.homeserver.refuseToken(token, with: nil)
                try await world.untilAnswered([command])
                #expect(!child.errors.contains(token))
            }
        }
    }
}
