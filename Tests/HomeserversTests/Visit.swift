import BotCore
import Foundation
import MatrixTypes
import Networking

@testable import BotStore
@testable import Homeservers

let bot = UserID("@bot:example.org")
let hall = RoomID("!hall:example.org")

/// A way of the bot's to a scripted homeserver.
enum Visit {
    /// A homeserver by sync, with limits that no test reaches by chance.
    static func homeserver(
        _ server: ScriptedHomeserver,
        token: TokenSource = .value("token"),
        largest: Int = 1 << 20,
        now: @escaping @Sendable () -> Date = { Date(timeIntervalSince1970: 1_000_000) }
    ) throws -> SyncHomeserver {
        SyncHomeserver(
            settings: SyncHomeserver.Settings(
                account: bot,
                address: try HomeserverAddress(url: server.url, api: nil),
                token: token,
                maximumMessageBytes: largest,
                pollLimit: .seconds(30),
                answerLimit: .seconds(20)
            ),
            positionKey: "test",
            client: try HTTPClient(caFile: nil),
            clock: clock(now)
        )
    }

    static func clock(_ now: @escaping @Sendable () -> Date = { Date(timeIntervalSince1970: 1_000_000) })
        -> BotClock
    {
        BotClock(now: now, sleep: { _ in })
    }

    /// What the first batches were.
    static func batches(_ count: Int, of homeserver: any Homeserver, since position: String?) async throws
        -> [SyncBatch]
    {
        let taken = Guarded<[SyncBatch]>([])
        try await homeserver.connect(since: position) { connection in
            while taken.use({ $0.count }) < count {
                let more = try await connection.nextBatches()
                taken.use { $0 += more }
            }
        }
        return taken.use { $0 }
    }

    /// Why the connection ended.
    static func failure(of homeserver: any Homeserver, since position: String? = "p1") async -> (any Error)? {
        do {
            try await homeserver.connect(since: position) { connection in
                while true { _ = try await connection.nextBatches() }
            }
            return nil
        } catch {
            return error
        }
    }

    /// What became of a row of the outbox while the poll waits.
    static func result(of body: OutgoingBody, name: String = "row/1", by homeserver: any Homeserver)
        async throws
        -> SendResult
    {
        let results = Guarded<[SendResult]>([])
        try await homeserver.connect(since: "p1") { connection in
            let result = try await connection.send(entry(body, name: name))
            results.use { $0.append(result) }
        }
        return results.use { $0[0] }
    }

    static func entry(_ body: OutgoingBody, name: String = "row/1") -> OutboxEntry {
        OutboxEntry(sequence: 1, name: name, room: hall, body: body)
    }

    static func words(_ text: String, rowName: String? = nil) -> MessageContent {
        MessageContent(text: MessageText(msgtype: "m.notice", body: text), rowName: rowName)
    }

    /// The sync answer in which one person says one thing.
    static func said(_ words: String, next: String) -> String {
        #"{"next_batch":"\#(next)","rooms":{"join":{"\#(hall)":{"timeline":{"events":[\#(message(words))]}}}}}"#
    }

    static func message(_ words: String, id: String = "$1") -> String {
        #"{"event_id":"\#(id)","type":"m.room.message","sender":"@ada:example.org","origin_server_ts":1,"#
            + #""content":{"msgtype":"m.text","body":"\#(words)"}}"#
    }
}
