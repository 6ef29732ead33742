import BotCore
import BotStore
import MatrixTypes
import PluginAPI
import Testing

@Suite(.timeLimit(.minutes(1))) struct `On the way out` {
    @Test func `a refused message does not hold up its room`() async throws {
        try await Stage.run([TestPlugin.saying]) { stage in
            await stage.town.answer(with: [.refused(reason: "M_TOO_LARGE")])
            await stage.town.say(["!say one", "!say two"])
            try await stage.settles()
            #expect(await stage.town.bodies() == ["two"])
        }
    }

    /// The cellar is the operator's room.
    @Test(arguments: [(hall, 1), (cellar, 0)])
    func `a refused message is told to the operator, but not where it was refused`(room: RoomID, count: Int)
        async throws
    {
        try await Stage.run([TestPlugin.saying]) { stage in
            await stage.town.answer(with: [.refused(reason: "M_TOO_LARGE")])
            await stage.town.say(["!say one"], in: room)
            try await stage.settles()
            let reports = await stage.town.bodies(in: cellar)
            #expect(
                reports
                    == Array(
                        repeating:
                            "A message to !hall:demo was refused for good and is set aside: M_TOO_LARGE",
                        count: count
                    )
            )
        }
    }

    @Test func `a homeserver that asks to wait is left alone by every room`() async throws {
        try await Stage.run([TestPlugin.saying]) { stage in
            await stage.town.answer(with: [.later(after: .seconds(7), reason: "M_LIMIT_EXCEEDED")])
            await stage.town.say(["!say one", "!say two"])
            try await stage.clock.skip { $0 == .seconds(7) && $0 < .seconds(8) }
            try await stage.settles()
            #expect(await stage.town.bodies() == ["one", "two"])
            #expect(await stage.town.attempts == 3)
        }
    }

    @Test func `another room waits too where the account is to wait`() async throws {
        try await Stage.run([TestPlugin.saying]) { stage in
            await stage.town.answer(with: [.later(after: .seconds(7), reason: "M_LIMIT_EXCEEDED")])
            await stage.town.say(["!say one"])
            try await stage.town.until { $0.attempts == 1 }
            try await stage.clock.untilSomebodySleeps(for: .seconds(7))
            await stage.town.say(["!say two"], in: cellar)
            try await stage.clock.untilSomebodySleeps(for: .seconds(7), count: 2)
            #expect(await stage.town.attempts == 1)
            try await stage.clock.skip { $0 == .seconds(7) }
            try await stage.clock.skip { $0 == .seconds(7) }
            try await stage.settles()
            #expect(await stage.town.attempts == 3)
        }
    }

    @Test func `a room that is in trouble by itself holds up no other`() async throws {
        try await Stage.run([TestPlugin.saying]) { stage in
            await stage.town.answer(with: [.later(after: nil, reason: "HTTP status 502")])
            await stage.town.say(["!say one"])
            try await stage.town.until { $0.attempts == 1 }
            await stage.town.say(["!say two"], in: cellar)
            try await stage.town.until { $0.bodies(in: cellar) == ["two"] }
            #expect(await stage.town.bodies().isEmpty)
            try await stage.clock.skip { $0 > .milliseconds(700) && $0 <= .seconds(1) }
            try await stage.settles()
            #expect(await stage.town.bodies() == ["one"])
        }
    }

    @Test func `one room does not wait for another`() async throws {
        try await Stage.run([TestPlugin.saying]) { stage in
            await stage.town.hold(hall)
            await stage.town.say(["!say one"])
            await stage.town.say(["!say two"], in: cellar)
            try await stage.town.until { $0.bodies(in: cellar) == ["two"] }
            #expect(await stage.town.bodies().isEmpty)
            await stage.town.release(hall)
            try await stage.settles()
        }
    }

    @Test(arguments: [true, false])
    func `a message whose answer was lost is in the room once`(isEchoed: Bool) async throws {
        try await Stage.run([TestPlugin.saying]) { stage in
            if !isEchoed { await stage.town.stopEchoing() }
            await stage.town.loseAnswer()
            await stage.town.say(["!say one"])
            try await stage.clock.skip { $0 > .milliseconds(700) && $0 <= .seconds(1) }
            try await stage.settles()
            #expect(await stage.town.bodies() == ["one"])
            // The echo settles the row; without it the same transaction id goes out again.
            #expect(await stage.town.attempts == (isEchoed ? 1 : 2))
            #expect(await stage.town.connections == 2)
        }
    }

    @Test func `what was said meanwhile is answered after each loss of the connection`() async throws {
        try await Stage.run([TestPlugin.saying]) { stage in
            for number in 1...5 {
                await stage.town.dropConnections()
                await stage.town.say(["!say \(number)"])
                try await stage.clock.skip { $0 < .seconds(30) && $0 != beforeTyping }
                try await stage.settles()
            }
            #expect(await stage.town.bodies() == ["1", "2", "3", "4", "5"])
        }
    }
}

@Suite(.timeLimit(.minutes(1))) struct `A limited timeline` {
    private func limited(_ timeline: [Event]) -> SyncBatch.Room {
        SyncBatch.Room(
            id: hall,
            membership: .join,
            state: [],
            timeline: timeline,
            isLimited: true,
            previousBatch: "p"
        )
    }

    @Test func `is answered in order, with what was left out`() async throws {
        try await Stage.run([TestPlugin.saying]) { stage in
            let town = stage.town
            let events = [
                await town.message("!say one"), await town.message("!say two"),
                await town.message("!say three"),
            ]
            await town.remember(Array(events[...1]), in: hall)
            await town.deliver(limited(Array(events[2...])))
            try await stage.settles()
            #expect(await town.bodies() == ["one", "two", "three"])
            #expect(try await stage.store.audit(of: hall).audit().gaps == 0)
        }
    }

    @Test func `stays a gap where the past cannot be had, and the room goes on`() async throws {
        try await Stage.run([TestPlugin.saying]) { stage in
            await stage.town.deliver(limited([await stage.town.message("!say three")]))
            for _ in 1...4 { try await stage.clock.skip { $0 < .seconds(30) && $0 != beforeTyping } }
            try await stage.settles()
            #expect(await stage.town.bodies() == ["three"])
            #expect(try await stage.store.audit(of: hall).audit().gaps == 1)
        }
    }
}
