import BotCore
import BotStore
import MatrixTypes
import PluginAPI
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct `A running bot` {
    @Test func `answers a command once, where it was asked`() async throws {
        try await Stage.run([TestPlugin.saying]) { stage in
            let command = await stage.town.say(["!say hello"])
            try await stage.settles()
            let said = await stage.town.said
            #expect(said.map(\.name) == ["1700000001000/test/\(command[0])/0"])
            guard case .message(let message)? = said.first?.body else { throw Unexpected() }
            #expect(message.text.body == "hello")
            #expect(message.text.isNotice)
            #expect(message.relation == .reply(to: command[0]))
            #expect(message.rowName == said[0].name)
        }
    }

    @Test func `answers nothing that was said before it came`() async throws {
        try await Stage.set([TestPlugin.saying]) { stage in
            await stage.openRooms()
            await stage.town.say(["!say before"])
            try await stage.runBot { _ in
                try await stage.hearsAll()
                await stage.town.say(["!say after"])
                try await stage.settles()
            }
            #expect(await stage.town.bodies() == ["after"])
        }
    }

    @Test func `answers in order within each room, all and once`() async throws {
        try await Stage.run([TestPlugin.saying]) { stage in
            for start in stride(from: 0, to: 300, by: 30) {
                await stage.town.say((start..<start + 30).map { "!say \($0)" })
                await stage.town.say((start..<start + 30).map { "!say \($0)" }, in: cellar)
            }
            try await stage.settles()
            for room in [hall, cellar] {
                let bodies = await stage.town.bodies(in: room)
                #expect(bodies == (0..<300).map { "\($0)" }, "\(bodies.count)")
            }
        }
    }

    @Test func `answers a misread command, and its edit, once`() async throws {
        try await Stage.run([TestPlugin.saying]) { stage in
            let command = await stage.town.say(["!sya hello"])[0]
            try await stage.settles()
            await stage.town.say(["!say hello"], edits: command)
            await stage.town.say(["!say hello again"], edits: command)
            try await stage.settles()
            #expect(await stage.town.bodies() == ["Did you mean `!say`?", "hello"])
        }
    }

    @Test func `runs an understood command no more when it is edited, not even at the same moment`()
        async throws
    {
        try await Stage.run([TestPlugin.saying]) { stage in
            let command = await stage.town.say(["!say one"])[0]
            await stage.town.say(["!say two"], edits: command)
            await stage.town.say(["!help"], edits: command)
            try await stage.settles()
            #expect(await stage.town.bodies() == ["one"])
        }
    }

    @Test func `runs the edit of a command that ended in a usage error`() async throws {
        let picky = TestPlugin { input, _ in
            guard case .command(let invocation) = input else { return [] }
            guard invocation.text != "no" else { throw UsageError("Not that.") }
            return [invocation.reply(invocation.text)]
        }
        try await Stage.run([picky]) { stage in
            let command = await stage.town.say(["!say no"])[0]
            try await stage.settles()
            await stage.town.say(["!say yes"], edits: command)
            try await stage.settles()
            #expect(await stage.town.bodies() == ["Not that.", "yes"])
        }
    }

    @Test func `shows the rest of a long answer`() async throws {
        try await Stage.run([TestPlugin.saying]) { stage in
            await stage.town.say(["!say \(String(repeating: "word ", count: 60))"])
            try await stage.settles()
            await stage.town.say(["!more"])
            try await stage.settles()
            await stage.town.say(["!more"])
            try await stage.settles()
            let bodies = await stage.town.bodies()
            #expect(bodies.count == 3)
            #expect(bodies[0].hasSuffix("characters more: `!more`."))
            #expect(
                bodies.flatMap { $0.split(whereSeparator: \.isWhitespace) }.count { $0.hasPrefix("word") }
                    == 60
            )
            #expect(bodies[2].hasPrefix("There is nothing more to show."))
        }
    }

    @Test func `lets a command see all that was said before it`() async throws {
        let kept = Locked<[String]>([])
        let archive = TestPlugin("archive", commands: [], subscriptions: [.messages], goesFirst: true) {
            input,
            _ in
            guard case .event(let event) = input, case .message(let message) = event.content else {
                return []
            }
            await Task.yield()
            kept.withLock { $0.append(message.words) }
            return []
        }
        let counting = TestPlugin { input, _ in
            guard case .command(let invocation) = input else { return [] }
            return [invocation.reply("\(kept.withLock { $0.count })")]
        }
        try await Stage.run([counting, archive]) { stage in
            for _ in 0..<5 { await stage.town.say(["a", "b", "!say", "c", "!say"]) }
            try await stage.settles()
            // It may see more, of what was said after it.
            let seen = await stage.town.bodies().compactMap { Int($0) }
            #expect(seen.count == 10)
            for (seen, said) in zip(seen, [2, 3, 5, 6, 8, 9, 11, 12, 14, 15]) { #expect(seen >= said) }
        }
    }

    @Test func `joins where it is invited by somebody whom it may follow`() async throws {
        try await Stage.run([TestPlugin.saying]) { stage in
            let invitation = Event(
                id: EventID(""),
                type: "m.room.member",
                sender: ada,
                sentAt: now,
                stateKey: bot.rawValue,
                content: .member(Member(membership: "invite"))
            )
            let room = RoomID("!new:demo")
            await stage.town.deliver(
                SyncBatch.Room(id: room, membership: .invite, state: [invitation], timeline: [])
            )
            try await stage.settles()
            #expect(await stage.town.said.map(\.body) == [.join(via: [])])
            #expect(await stage.town.said.map(\.room) == [room])
        }
    }

    @Test func `shows that a command was read where the answer takes long, and only there`() async throws {
        try await Stage.run([TestPlugin.saying]) { stage in
            await stage.town.hold(hall)
            let event = await stage.town.say(["!say slowly"])[0]
            let quick = await stage.town.say(["!say at once"], in: cellar)[0]
            for await _ in await stage.store.changes(in: .outbox)
            where try await stage.store.isSettled(quick) { break }
            for _ in 1...2 { try await stage.clock.skip { $0 == beforeTyping } }
            try await stage.town.until { $0.signs.count == 2 }
            #expect(await stage.town.signs == [.read(event), .typing(true)])
            await stage.town.release(hall)
            try await stage.settles()
        }
    }

    private struct Unexpected: Error {}
}
