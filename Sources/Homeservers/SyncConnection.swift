internal import BotCore
internal import BotStore
internal import MatrixTypes

/// The bot's side of a running sync.
struct SyncConnection: HomeserverConnection {
    let mailbox: SyncMailbox
    let api: ClientAPI

    func nextBatches() async throws -> [SyncBatch] { [try await mailbox.take()] }

    func send(_ entry: OutboxEntry) async throws -> SendResult { try await api.send(entry) }

    func show(_ sign: PassingSign, in room: RoomID) async { await api.show(sign, in: room) }
}
