import BotCore
import BotStore
import MatrixTypes
import PluginAPI
import Testing

@Suite(.timeLimit(.minutes(1))) struct `A bot that is stopped` {
    @Test func `finishes what it has begun, and closes the store`() async throws {
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let (freed, free) = AsyncStream.makeStream(of: Void.self)
        let plugin = TestPlugin { input, _ in
            guard case .command(let invocation) = input else { return [] }
            begin.yield()
            for await _ in freed { break }
            return [invocation.reply(invocation.text)]
        }
        try await Stage.set([plugin]) { stage in
            await stage.openRooms()
            try await stage.runBot { bot in
                try await stage.hearsAll()
                await stage.town.say(["!say hello"])
                for await _ in begun { break }
                await bot.stop()
                free.yield()
            }
            #expect(await stage.town.bodies() == ["hello"])
            let again = try Store.open(directory: stage.folder)
            #expect(try await again.begin())
            #expect(try await again.outboxCount() == 0)
            try await again.close()
        }
    }

    @Test func `does not wait for a homeserver that does not answer`() async throws {
        try await Stage.set([TestPlugin.saying]) { stage in
            await stage.openRooms()
            try await stage.runBot { bot in
                try await stage.hearsAll()
                await stage.town.hold(hall)
                await stage.town.say(["!say hello"])
                for await _ in await stage.store.changes(in: .outbox)
                where try await stage.store.outboxCount() == 1 { break }
                await bot.stop()
                try await stage.clock.skip { $0 == .seconds(3) }
            }
            let again = try Store.open(directory: stage.folder)
            #expect(try await again.begin())
            #expect(try await again.outboxCount() == 1)
            try await again.close()
        }
    }

    @Test func `does not wait for a handshake`() async throws {
        try await Stage.set([TestPlugin.saying]) { stage in
            let (begun, begin) = AsyncStream.makeStream(of: Void.self)
            try await stage.runBot(handshake: {
                begin.yield()
                for await _ in AsyncStream<Void>.makeStream().stream {}
                throw CancellationError()
            }) { bot in
                for await _ in begun { break }
                await bot.stop()
            }
            try await Store.open(directory: stage.folder).close()
        }
    }

    @Test func `does not wait for its next attempt`() async throws {
        try await Stage.set([TestPlugin.saying]) { stage in
            let (tried, attempt) = AsyncStream.makeStream(of: Void.self)
            try await stage.runBot(handshake: {
                attempt.yield()
                throw ConnectionFailure.unreachable(reason: "nobody is there")
            }) { bot in
                for await _ in tried { break }
                await bot.stop()
            }
        }
    }
}
