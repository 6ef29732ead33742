internal import BotCore
internal import MatrixTypes
internal import Networking

/// Why a call of the client API brought nothing.
enum APIFailure: Error, Hashable, CustomStringConvertible {
    /// In the homeserver's words. `delay` is how long it asks to wait.
    case refused(status: Int, StreamMessage.Refusal, delay: Duration?)
    /// An answer that no homeserver gives: something stands before it, or it is none.
    case foreign(status: Int, found: String, delay: Duration?)
    /// `place` is where to it points; redirects are not followed.
    case redirected(status: Int, place: String)
    case unanswered(HTTPError)
    /// A success that cannot be read.
    case unreadable(expected: String, found: String)

    var description: String {
        switch self {
        case .refused(let status, let refusal, _): "\(refusal) (HTTP \(status))"
        case .foreign(let status, let found, _):
            "it answered with \(found) (HTTP \(status)), which is no answer of a homeserver"
        case .redirected(let status, let place):
            "it points to \(place) (HTTP \(status)), and redirects are not followed; put "
                + "\(Self.base(of: place)) into the configuration, as homeserver.url or homeserver.api_url"
        // It stands within a sentence.
        case .unanswered(let error): "\(error)".hasSuffix(".") ? String("\(error)".dropLast()) : "\(error)"
        case .unreadable(let expected, let found): "it answered with \(found); expected \(expected)"
        }
    }

    /// The address of the homeserver in the address of a call.
    static func base(of place: String) -> String {
        guard let path = place.firstRange(of: "/_matrix/") else { return place }
        return String(place[..<path.lowerBound])
    }

    /// How long the homeserver asks to wait.
    var delay: Duration? {
        switch self {
        case .refused(_, _, let delay), .foreign(_, _, let delay): delay
        default: nil
        }
    }

    var isTooManyRequests: Bool {
        switch self {
        case .refused(let status, let refusal, _): status == 429 || refusal.errcode == "M_LIMIT_EXCEEDED"
        case .foreign(let status, _, _): status == 429
        default: false
        }
    }

    /// Whether the token is what was refused, and how.
    var tokenRefusal: StreamMessage.Refusal? {
        switch self {
        case .refused(401, let refusal, _): refusal
        case .refused(_, let refusal, _) where refusal.errcode == "M_UNKNOWN_TOKEN": refusal
        default: nil
        }
    }
}

extension APIFailure {
    /// What it means for the message that was not taken.
    var sendResult: SendResult {
        switch self {
        case .refused(_, let refusal, _) where refusal.errcode == "M_DUPLICATE_ANNOTATION":
            // The homeserver has forgotten the transaction id, and has the reaction.
            return .sent(nil)
        case .refused(let status, _, let delay) where isTooManyRequests || status >= 500:
            return .later(after: delay, reason: description)
        case .refused(_, let refusal, let delay) where refusal.errcode == "M_RESOURCE_LIMIT_EXCEEDED":
            return .later(after: delay, reason: description)
        case .refused, .foreign(413, _, _):
            return .refused(reason: description)
        // A page of a proxy says nothing about the message, be it a 403: the next attempt may reach the homeserver.
        case .foreign(_, _, let delay):
            return .later(after: delay, reason: description)
        case .redirected, .unanswered, .unreadable:
            return .later(after: nil, reason: description)
        }
    }

    /// What it means for the bot.
    ///
    /// - Parameter what: What was asked for.
    func connectionFailure(_ what: String) -> ConnectionFailure {
        if isTooManyRequests { return .tooManyRequests(after: delay) }
        return switch self {
        case .unanswered: .unreachable(reason: description)
        default: .unavailable(what: what, reason: description)
        }
    }
}
