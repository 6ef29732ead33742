package import BotCore
internal import Foundation
package import MatrixTypes
package import Networking

/// A homeserver by way of an `m.json` WebSocket endpoint.
package struct WebSocketHomeserver: Homeserver {
    /// How to reach it.
    package struct Settings: Sendable {
        package let account: UserID
        package let address: HomeserverAddress
        package let token: TokenSource
        /// Whether the token travels as the query parameter `access_token`, as servers of the draft want it.
        package let isTokenInQuery: Bool
        /// A PEM file with the only authorities that are trusted; nil for those of the system.
        package let caFile: String?
        /// A longer message ends the connection; an initial sync is many megabytes.
        package let maximumMessageBytes: Int
        /// A request that is unanswered for so long ends the connection, and is made again on the next.
        package let answerLimit: Duration

        package init(
            account: UserID,
            address: HomeserverAddress,
            token: TokenSource,
            isTokenInQuery: Bool,
            caFile: String?,
            maximumMessageBytes: Int,
            answerLimit: Duration
        ) {
            self.account = account
            self.address = address
            self.token = token
            self.isTokenInQuery = isTokenInQuery
            self.caFile = caFile
            self.maximumMessageBytes = maximumMessageBytes
            self.answerLimit = answerLimit
        }
    }

    package let positionKey: String
    private let settings: Settings
    private let sockets: WebSocketService
    private let api: ClientAPI
    /// How many upgrades in a row the server has answered with something else.
    private let failedUpgrades = Guarded(0)

    private static let connectTimeout = Duration.seconds(20)

    /// - Parameter positionKey: Under which the position is kept: the account, and which homeserver it is.
    package init(
        settings: Settings,
        positionKey: String,
        sockets: WebSocketService,
        client: HTTPClient,
        clock: BotClock
    ) {
        self.settings = settings
        self.positionKey = positionKey
        self.sockets = sockets
        api = ClientAPI(
            account: settings.account,
            address: settings.address,
            token: settings.token,
            client: client,
            clock: clock
        )
    }

    package var account: UserID { settings.account }

    package func connect(
        since position: String?,
        _ body: @escaping @Sendable (any HomeserverConnection) async throws -> Void
    ) async throws {
        let token = try await api.credentials.reread()
        do {
            try await open(since: position, token: token, body)
        } catch let error as WebSocketError {
            guard let refusal = error.tokenRefusal else { throw failure(error) }
            let isSoftLogout = refusal.soft_logout ?? false
            let next = try await api.credentials.renew(after: token, isSoftLogout: isSoftLogout)
            do {
                try await open(since: position, token: next, body)
            } catch let error as WebSocketError {
                throw failure(error)
            }
        }
    }

    package func history(of room: RoomID, from: String, to: String?) async throws -> HistoryPage {
        try await api.history(of: room, from: from, to: to)
    }

    private func open(
        since position: String?,
        token: String,
        _ body: @escaping @Sendable (any HomeserverConnection) async throws -> Void
    ) async throws {
        try await sockets.connect(request(since: position, token: token)) { socket in
            failedUpgrades.use { $0 = 0 }
            let conversation = StreamConversation(socket: socket, account: account)
            let connection = StreamConnection(conversation: conversation, api: api)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await conversation.listen() }
                group.addTask { try await conversation.watch(limit: settings.answerLimit) }
                group.addTask { try await body(connection) }
                do {
                    try await group.next()
                } catch {
                    await conversation.end(error)
                    throw error  // the first reason is the one that is told
                }
                group.cancelAll()
            }
        }
    }

    private func request(since position: String?, token: String) -> WebSocketRequest {
        var query: [String] = []
        if let position { query.append("since=\(position.percentEncoded)") }
        if settings.isTokenInQuery { query.append("access_token=\(token.percentEncoded)") }
        let suffix = query.isEmpty ? "" : "?" + query.joined(separator: "&")
        return WebSocketRequest(
            url: (settings.address.stream ?? settings.address.api) + suffix,
            headers: settings.isTokenInQuery ? [] : [("Authorization", "Bearer \(token)")],
            subprotocol: "m.json",
            caFile: settings.caFile,
            maximumMessageBytes: settings.maximumMessageBytes,
            connectTimeout: Self.connectTimeout
        )
    }

    private func failure(_ error: WebSocketError) -> ConnectionFailure {
        let failures = failedUpgrades.use { count in
            count = error.isFailedUpgrade ? count + 1 : 0
            return count
        }
        return ConnectionFailure(error, failedUpgrades: failures, api: settings.address.api)
    }
}
