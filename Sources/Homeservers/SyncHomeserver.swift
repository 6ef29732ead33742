package import BotCore
internal import Foundation
package import MatrixTypes
package import Networking

/// Any homeserver, by way of `/sync`.
package struct SyncHomeserver: Homeserver {
    /// How to reach it.
    package struct Settings: Sendable {
        package let account: UserID
        package let address: HomeserverAddress
        package let token: TokenSource
        /// A longer answer is an error; an initial sync is many megabytes.
        package let maximumMessageBytes: Int
        /// How long a homeserver may wait for something to happen before it answers that nothing has.
        package let pollLimit: Duration
        /// How long an answer may take beyond that.
        package let answerLimit: Duration

        package init(
            account: UserID,
            address: HomeserverAddress,
            token: TokenSource,
            maximumMessageBytes: Int,
            pollLimit: Duration,
            answerLimit: Duration
        ) {
            self.account = account
            self.address = address
            self.token = token
            self.maximumMessageBytes = maximumMessageBytes
            self.pollLimit = pollLimit
            self.answerLimit = answerLimit
        }
    }

    package let positionKey: String
    private let settings: Settings
    private let api: ClientAPI
    private let filters: FilterShelf

    /// - Parameter positionKey: Under which the position is kept: the account, and which homeserver it is.
    package init(settings: Settings, positionKey: String, client: HTTPClient, clock: BotClock) {
        self.settings = settings
        self.positionKey = positionKey
        api = ClientAPI(
            account: settings.account,
            address: settings.address,
            token: settings.token,
            client: client,
            clock: clock
        )
        filters = FilterShelf(api: api)
    }

    package var account: UserID { settings.account }

    package func connect(
        since position: String?,
        _ body: @escaping @Sendable (any HomeserverConnection) async throws -> Void
    ) async throws {
        _ = try await api.credentials.reread()
        let mailbox = SyncMailbox()
        let poll = SyncPoll(settings: settings, api: api, filters: filters, mailbox: mailbox)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await poll.run(since: position) }
            group.addTask { try await body(SyncConnection(mailbox: mailbox, api: api)) }
            try await group.next()  // the first reason is the one that is told
            group.cancelAll()
        }
    }

    package func history(of room: RoomID, from: String, to: String?) async throws -> HistoryPage {
        try await api.history(of: room, from: from, to: to)
    }
}
