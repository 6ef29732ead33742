import Endpoint
import Foundation
import MatrixTypes
import Networking

/// A homeserver with people and rooms in this process, and the real bot as a process beside it.
///
/// When the body begins, the bot has been here once: what is said from then on is for it, whether it runs or not.
final class World: Sendable {
    let homeserver: EmbeddedHomeserver
    let addresses: Endpoint.Addresses
    let folder: Folder
    let bot: Person
    let ada: UserID
    let ben: UserID
    /// Has power level 100 in every room.
    let mod: UserID
    let room: RoomID
    /// The bot's process, as long as there is one.
    let process = Guarded<ChildProcess?>(nil)

    /// Serves a world while `body` runs in it, then ends all of it.
    ///
    /// - Parameters:
    ///   - timelineLimit: How many events of a room one sync brings.
    ///   - now: The homeserver's clock.
    static func run(
        timelineLimit: Int = 50,
        now: @escaping @Sendable () -> Date = { Date() },
        _ body: @escaping @Sendable (World) async throws -> Void
    ) async throws {
        let homeserver = EmbeddedHomeserver(serverName: "demo", timelineLimit: timelineLimit, now: now)
        let sockets = try WebSocketService()
        let folder = try Folder()
        defer { folder.remove() }
        let endpoint = Endpoint(homeserver: homeserver, sockets: sockets, page: nil)
        let (listening, found) = AsyncStream.makeStream(of: Endpoint.Addresses.self)
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    defer { found.finish() }
                    try await endpoint.run(streamPort: 0, pagePort: 0) { found.yield($0) }
                }
                guard let addresses = await listening.first(where: { _ in true }) else {
                    return try await group.next() ?? ()
                }
                let world = try World(homeserver, addresses, folder)
                try await world.bot {}
                try await body(world)
                group.cancelAll()
            }
        } catch {
            await sockets.shutdown()
            throw error
        }
        await sockets.shutdown()
    }

    private init(_ homeserver: EmbeddedHomeserver, _ addresses: Endpoint.Addresses, _ folder: Folder) throws {
        self.homeserver = homeserver
        self.addresses = addresses
        self.folder = folder
        bot = homeserver.addPerson("rapporteur", displayName: "Rapporteur")
        ada = homeserver.addPerson("ada", displayName: "Ada").userID
        ben = homeserver.addPerson("ben", displayName: "Ben").userID
        mod = homeserver.addPerson("mod", displayName: "Mod").userID
        room = homeserver.openRoom(
            "Reading room",
            id: RoomID("!reading:demo"),
            creator: mod,
            people: [bot.userID, ada, ben],
            isDirect: false,
            isPublic: false
        )
        try folder.write(bot.accessToken, to: "token", mode: 0o600)
    }

    /// Another room with the same people, or with others.
    func openRoom(_ name: String, people: [UserID]? = nil, isDirect: Bool = false) -> RoomID {
        let others = people ?? [ada, ben]
        return homeserver.openRoom(
            name,
            id: RoomID("!\(name):demo"),
            creator: people?.first ?? mod,
            people: [bot.userID] + others,
            isDirect: isDirect,
            isPublic: false
        )
    }

    /// The repository.
    static let house = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    static let statement = house + "/seeds/on-the-invasion-of-ukraine.txt"
}

/// A folder of one's own among the temporary ones.
struct Folder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("world-\(UUID())").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// Writes a file.
    ///
    /// - Returns: Its path.
    @discardableResult
    func write(_ text: String, to name: String, mode: Int = 0o644) throws -> String {
        try write(Data(text.utf8), to: name, mode: mode)
    }

    @discardableResult
    func write(_ data: Data, to name: String, mode: Int = 0o644) throws -> String {
        let file = path + "/" + name
        try data.write(to: URL(filePath: file))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
        return file
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
