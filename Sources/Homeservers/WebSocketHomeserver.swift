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
        package let token: AccessToken
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
            token: AccessToken,
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

    private static let connectTimeout = Duration.seconds(20)

    /// - Parameter positionKey: Under which the position is kept: the account, and which homeserver it is.
    package init(
        settings: Settings,
        positionKey: String,
        sockets: WebSocketService,
        client: HTTPClient
    ) {
        self.settings = settings
        self.positionKey = positionKey
        self.sockets = sockets
        api = ClientAPI(client: client, base: settings.address.api, token: settings.token)
    }

    package var account: UserID { settings.account }

    package func connect(
        since position: String?,
        _ body: @escaping @Sendable (any HomeserverConnection) async throws -> Void
    ) async throws {
        let request = try request(since: position)
        do {
            try await sockets.connect(request) { socket in
                let conversation = StreamConversation(socket: socket)
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
        } catch let error as WebSocketError {
            throw ConnectionFailure(error)
        }
    }

    package func history(of room: RoomID, from: String, to: String?) async throws -> HistoryPage {
        do {
            let chunk = try await api.history(of: room, from: from, to: to)
            return HistoryPage(events: chunk.events, unreadable: chunk.unreadable, next: chunk.end)
        } catch let refusal as StreamMessage.Refusal {
            throw ConnectionFailure.unavailable(what: "messages", reason: "\(refusal)")
        } catch let error as JSONSlice.StructureError {
            throw ConnectionFailure.unavailable(what: "messages", reason: "\(error)")
        }
    }

    private func request(since position: String?) throws -> WebSocketRequest {
        let token = try settings.token.read()
        var query: [String] = []
        if let position { query.append("since=\(position.percentEncoded)") }
        if settings.isTokenInQuery { query.append("access_token=\(token.percentEncoded)") }
        let suffix = query.isEmpty ? "" : "?" + query.joined(separator: "&")
        return WebSocketRequest(
            url: settings.address.stream + suffix,
            headers: settings.isTokenInQuery ? [] : [("Authorization", "Bearer \(token)")],
            subprotocol: "m.json",
            caFile: settings.caFile,
            maximumMessageBytes: settings.maximumMessageBytes,
            connectTimeout: Self.connectTimeout
        )
    }
}

extension ConnectionFailure {
    /// What a failure of the socket means for the bot.
    init(_ error: WebSocketError) {
        guard case .refused(let status, let body, let retryAfter) = error else {
            self = Self.loss(error)
            return
        }
        let refusal = try? JSONDecoder().decode(StreamMessage.Refusal.self, from: Data(body.utf8))
        let reason = refusal.map { "\($0)" } ?? "HTTP status \(status)"
        self =
            switch (status, refusal?.errcode) {
            case (401, _), (403, _): .tokenRefused(reason: reason)
            case (400, "M_UNKNOWN_POS"): .positionUnknown(reason: reason)
            case (429, _):
                .tooManyRequests(
                    after: refusal?.delay ?? retryAfter.flatMap(Double.init).map { .seconds($0) }
                )
            case (500..., _): .unreachable(reason: reason)
            default: .noStream(reason: reason)
            }
    }

    private static func loss(_ error: WebSocketError) -> ConnectionFailure {
        switch error {
        case .subprotocolMismatch, .invalidURL: .noStream(reason: "\(error)")
        case .closed, .messageTooLarge, .binaryMessage, .silent, .shutDown: .ended(reason: "\(error)")
        default: .unreachable(reason: "\(error)")
        }
    }
}

extension StreamMessage.Refusal {
    /// How long the homeserver asks to wait.
    var delay: Duration? { retry_after_ms.map { .milliseconds($0) } }

    /// What a refusal means for the message that was refused.
    var sendResult: SendResult {
        switch errcode {
        case "M_LIMIT_EXCEEDED", "M_UNKNOWN", "M_RESOURCE_LIMIT_EXCEEDED":
            .later(after: delay, reason: description)
        default: .refused(reason: description)
        }
    }
}
