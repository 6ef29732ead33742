import BotCore
import BotStore
import MatrixTypes
import PluginAPI
import TestSupport
import Testing

private struct Broken: Error {}

@Suite(.timeLimit(.minutes(1))) struct `A plugin in trouble` {
    @Test func `is asked three times, then the person is told, and the next command is answered`()
        async throws
    {
        let calls = Locked(0)
        let plugin = TestPlugin { input, _ in
            guard case .command(let invocation) = input else { return [] }
            guard invocation.text != "no" else {
                calls.withLock { $0 += 1 }
                throw Broken()
            }
            return [invocation.reply(invocation.text)]
        }
        try await Stage.run([plugin]) { stage in
            await stage.town.say(["!say one", "!say no", "!say two"])
            for milliseconds in [200, 400, 800] {
                try await stage.clock.skip { $0 == .milliseconds(milliseconds) }
            }
            try await stage.settles()
            #expect(calls.withLock { $0 } == 3)
            let bodies = await stage.town.bodies()
            #expect(bodies.map { $0.prefix(20) } == ["one", "`!say` did not work,", "two"])
        }
    }

    @Test func `that only says it was cancelled does not end the bot`() async throws {
        let calls = Locked(0)
        let plugin = TestPlugin { input, _ in
            guard case .command(let invocation) = input else { return [] }
            let call = calls.withLock { calls in
                calls += 1
                return calls
            }
            if call == 1 { throw CancellationError() }
            return [invocation.reply(invocation.text)]
        }
        try await Stage.run([plugin]) { stage in
            await stage.town.say(["!say hello"])
            try await stage.clock.skip { $0 == .milliseconds(200) }
            try await stage.settles()
            #expect(await stage.town.bodies() == ["hello"])
        }
    }

    @Test func `delays only itself`() async throws {
        let (freed, free) = AsyncStream.makeStream(of: Void.self)
        let slow = TestPlugin("slow", commands: ["wait"]) { _, _ in
            for await _ in freed { break }
            return []
        }
        try await Stage.run([TestPlugin.saying, slow]) { stage in
            await stage.town.say(["!wait", "!say hello"])
            try await stage.town.until { $0.bodies() == ["hello"] }
            free.yield()
        }
    }
}

@Suite(.timeLimit(.minutes(1))) struct `After an unclean start` {
    @Test func `inputs are taken one at a time, each attempt counted before`() async throws {
        let store = Locked<Store?>(nil)
        let counts = Locked<[[Int]]>([])
        let plugin = TestPlugin { input, _ in
            guard case .command(let invocation) = input, let store = store.withLock({ $0 }) else { return [] }
            let crashes = try await store.turn(for: "test", after: [], limit: 10).map(\.crashes)
            counts.withLock { $0.append(crashes) }
            return [invocation.reply(invocation.text)]
        }
        try await Stage.killed([plugin], leaving: ["!say one", "!say two", "!say three"]) { stage in
            store.withLock { $0 = stage.store }
            try await stage.runBot { _ in
                try await stage.settles()
                #expect(await stage.town.bodies() == ["one", "two", "three"])
                // What comes later is handled as always.
                await stage.town.say(["!say four", "!say five"])
                try await stage.settles()
            }
            #expect(counts.withLock { $0 }.prefix(3) == [[1, 0, 0], [1, 0], [1]])
        }
    }

    @Test func `an input that took the process down twice is set aside, and the person told`() async throws {
        let plugin = TestPlugin { input, _ in
            guard case .command(let invocation) = input else { return [] }
            if invocation.text == "poison" { Issue.record("it would take the process down again") }
            return [invocation.reply(invocation.text)]
        }
        try await Stage.killed([plugin], leaving: ["!say one", "!say poison", "!say two"]) { stage in
            let poison = try await stage.store.turn(for: "test", after: [], limit: 3)[1]
            for _ in 1...2 { try await stage.store.beginAttempt(at: poison) }
            try await stage.runBot { _ in try await stage.settles() }
            #expect(
                await stage.town.bodies().map { $0.prefix(20) } == ["one", "`!say` did not work,", "two"]
            )
        }
    }
}
