internal import BotCore
internal import BotStore
internal import Endpoint
internal import Foundation
internal import Homeservers
internal import Logging
internal import MatrixTypes
internal import Networking

/// A homeserver, a room, a person and the bot, all in one process, over real sockets and a real store.
struct Demo {
    let port: Int
    let data: String?
    let statement: String
    let plugins: [String]

    private static let serverName = "demo"
    /// The same in every life, so that what was archived is found again.
    private static let roomID = RoomID("!demo:demo")

    /// Opens the room, runs `body` in it, and ends everything.
    func run(_ body: @escaping @Sendable (DemoRoom) async throws -> Void) async throws {
        let temporary = FileManager.default.temporaryDirectory.appendingPathComponent("rapporteur-\(UUID())")
            .path
        let directory = data ?? temporary
        defer { if data == nil { try? FileManager.default.removeItem(atPath: temporary) } }
        let settings = try Settings(
            path: nil,
            arguments: [
                "archive.on_by_default": "true", "log.level": "error", "summary.hold_back": "0",
                "operator_contact": "you, who started this demo",
            ]
        )
        let store = try Store.open(directory: directory)
        try await BotHouse.importPage(statement, settings, into: store)

        let clock = BotHouse.clock
        let homeserver = EmbeddedHomeserver(serverName: Self.serverName, timelineLimit: 50, now: clock.now)
        let bot = homeserver.addPerson("rapporteur", displayName: settings.text("homeserver.display_name"))
        let you = homeserver.addPerson("you", displayName: "You")
        homeserver.openRoom(
            "The demo room",
            id: Self.roomID,
            creator: you.userID,
            people: [bot.userID],
            isDirect: false,
            isPublic: false
        )
        let sockets = try WebSocketService()
        let page = PageSettings(
            person: you,
            bot: bot.userID,
            room: Self.roomID,
            roomName: "The demo room",
            discussion: DemoDiscussion(store: store, room: Self.roomID).changed
        )
        let endpoint = Endpoint(homeserver: homeserver, sockets: sockets, page: page)

        let (listening, addresses) = AsyncStream.makeStream(of: Endpoint.Addresses.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { addresses.finish() }
                try await endpoint.run(streamPort: 0, pagePort: port) { addresses.yield($0) }
            }
            guard let found = await listening.first(where: { _ in true }) else {
                try await group.next()
                return
            }
            let positionKey = "\(bot.userID) at \(found.streamURL), \(UUID())"
            let house = BotHouse(
                settings: settings,
                account: bot.userID,
                address: try HomeserverAddress(url: found.streamURL, api: found.apiURL),
                token: .value(bot.accessToken),
                positionKey: positionKey,
                plugins: try BotConfiguration.plugins(settings, added: plugins),
                stopsBySignal: false,
                sockets: sockets,
                store: store,
                logger: try BotHouse.logger(settings)
            )
            let running = try await house.bot()
            let room = DemoRoom(
                homeserver: homeserver,
                store: store,
                room: Self.roomID,
                you: you.userID,
                bot: bot.userID,
                pageAddress: found.apiURL,
                positionKey: positionKey
            )
            try await talk(in: room, to: running, body)
            group.cancelAll()
        }
        await sockets.shutdown()
    }

    /// The bot runs for as long as the conversation, and then finishes what it has begun.
    private func talk(
        in room: DemoRoom,
        to bot: Bot,
        _ body: @escaping @Sendable (DemoRoom) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await bot.run() }
            group.addTask {
                try await room.waitForBot()
                try await body(room)
                await bot.stop()
            }
            try await group.waitForAll()
        }
    }
}
