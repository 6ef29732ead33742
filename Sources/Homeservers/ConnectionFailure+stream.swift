internal import BotCore
internal import Foundation
internal import MatrixTypes
internal import Networking

extension ConnectionFailure {
    /// So many upgrades may fail before it is said that there is no stream.
    private static let upgradeLimit = 3

    /// What a failure of the socket means for the bot.
    ///
    /// - Parameter api: The address of the client API, which does without a stream.
    init(_ error: WebSocketError, failedUpgrades: Int, api: String) {
        let reason = error.words
        let advice = "put \(api) into homeserver.url to use /sync"
        guard case .refused(let status, _, let retryAfter) = error else {
            let isNoStream = failedUpgrades >= Self.upgradeLimit
            self =
                isNoStream
                ? .noStream(
                    reason: "\(failedUpgrades) upgrades failed, the last one so: \(reason); \(advice)"
                )
                : Self.loss(error)
            return
        }
        let refusal = error.refusal
        self =
            switch (status, refusal?.errcode) {
            case (401, _), (403, _): .tokenRefused(reason: reason)
            case (400, "M_UNKNOWN_POS"): .positionUnknown(reason: reason)
            case (429, _):
                .tooManyRequests(
                    after: Duration(waiting: retryAfter.flatMap(Double.init)) ?? refusal?.delay
                )
            case (404, _), (426, _): .noStream(reason: "\(reason); \(advice)")
            case _ where failedUpgrades >= Self.upgradeLimit:
                .noStream(reason: "\(failedUpgrades) upgrades failed, the last one with \(reason); \(advice)")
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

extension WebSocketError {
    /// The homeserver's words, where the upgrade was refused with some.
    var refusal: StreamMessage.Refusal? {
        guard case .refused(_, let body, _) = self else { return nil }
        return try? JSONDecoder().decode(StreamMessage.Refusal.self, from: Data(body.utf8))
    }

    /// Why the token was refused in the place of an upgrade.
    var tokenRefusal: StreamMessage.Refusal? {
        guard case .refused(401, _, _) = self else { return nil }
        return refusal ?? StreamMessage.Refusal(errcode: "M_UNKNOWN_TOKEN", error: nil)
    }

    /// Whether a server was there, and did something other than to open a stream or to name the reason.
    var isFailedUpgrade: Bool {
        switch self {
        case .subprotocolMismatch: true
        case .refused(let status, _, _): ![401, 429].contains(status) && refusal?.errcode != "M_UNKNOWN_POS"
        default: false
        }
    }

    fileprivate var words: String {
        guard case .refused(let status, _, _) = self else { return "\(self)" }
        return refusal.map { "\($0)" } ?? "HTTP status \(status)"
    }
}

extension StreamMessage.Refusal {
    /// How long the homeserver asks to wait.
    var delay: Duration? { Duration(waiting: retry_after_ms.map { Double($0) / 1000 }) }

    /// What a refusal over the stream, which has no HTTP status, means for the message that was refused.
    var sendResult: SendResult {
        switch errcode {
        case "M_LIMIT_EXCEEDED", "M_UNKNOWN", "M_RESOURCE_LIMIT_EXCEEDED":
            .later(after: delay, reason: description)
        case "M_DUPLICATE_ANNOTATION": .sent(nil)
        default: .refused(reason: description)
        }
    }
}
