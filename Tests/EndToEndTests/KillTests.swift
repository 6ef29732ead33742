import BotCore
import Foundation
import MatrixTypes
import TestSupport
import Testing

extension EndToEnd {
    @Suite struct `A killed bot` {
        @Test(arguments: KillPoint.allCases, Transport.allCases)
        func `answers each command once and keeps each message once`(
            killedAt point: KillPoint,
            by transport: Transport
        ) async throws {
            try await World.run { world in
                let gathering = try await Gathering(world)
                let commands = try gathering.talk()
                let nextDay = Start(transport: transport, clockOffset: Gathering.nextDay)
                try await world.bot(killedAt: point, nextDay)
                try await world.bot(nextDay) { try await gathering.settles(commands) }
                try await gathering.check(commands)
            }
        }

        @Test(arguments: [
            "before-write-1:1", "in-plugin:8", "after-write-2:3", "after-send:5", "after-write-3:6",
        ])
        func `gets there however often it dies`(at point: String) async throws {
            try await World.run { world in
                let gathering = try await Gathering(world)
                let commands = try gathering.talk()
                let nextDay = Start(clockOffset: Gathering.nextDay)
                if point == "before-write-1:1" {
                    // Here it would die for ever: nothing of what was said ever gets in.
                    for _ in 1...4 { try await world.bot(killedAt: .beforeWrite1, nextDay) }
                } else {
                    let deaths = try await world.bot(dyingAgainAt: point, nextDay) {
                        !world.replyCounts(of: commands).contains(0)
                    }
                    #expect(deaths > 1)
                }
                try await world.bot(nextDay) { try await gathering.settles(commands) }
                try await gathering.check(commands)
            }
        }

        @Test(arguments: zip([1, 2], Transport.allCases))
        func `loses and doubles nothing of a burst, whenever it is killed`(
            seed: UInt64,
            by transport: Transport
        ) async throws {
            try await World.run { world in
                let rooms = [world.room] + (1...4).map { world.openRoom("room-\($0)") }
                let commands = try (0..<200).map { number in
                    try world.say("!quote \(number % 8 + 1).1", in: rooms[number % rooms.count])
                }
                var chance = SeededGenerator(seed: seed)
                let before = world.messageCount
                let moments = (1...5).map { _ in before + Int.random(in: 0..<200, using: &chance) }.sorted()
                let start = Start(transport: transport)
                for moment in moments {
                    try await world.bot(start, killedWhen: { world.messageCount >= moment })
                }
                try await world.bot(start) {
                    try await world.untilAnswered(commands)
                    try await world.settles()
                }
                #expect(world.replyCounts(of: commands) == commands.map { _ in 1 })
                for room in rooms {
                    #expect(world.quotations(in: room) == commands.filter(world.asksForQuotation(in: room)))
                }
                try await world.expectNothingLeft()
            }
        }

        @Test func `sets aside what takes it down, and says so`() async throws {
            try await World.run { world in
                let deadly = try world.say("!quote 4.1")
                let harmless = try world.say("!quote 6")
                var deaths = 0
                deaths = try await world.bot(dyingAgainAt: "in-plugin") {
                    world.replyCounts(of: [deadly]) == [1]
                }
                #expect(deaths > 1)
                try await world.bot { try await world.untilAnswered([harmless]) }
                #expect(
                    world.replies(to: deadly).map(\.text).first?.hasPrefix("`!quote` did not work") == true
                )
                #expect(world.replies(to: harmless).count == 1)
            }
        }
    }
}
