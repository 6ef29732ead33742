internal import MatrixTypes
internal import Networking

/// What a gateway makes of one answer of the homeserver's sync.
enum SyncOutcome: Sendable {
    /// Goes to the client as it is.
    case update([UInt8], next: String)
    /// Worth another try, after a pause if one was asked for.
    case later(Duration?, reason: String)
    /// The client has to know.
    case never(reason: String)
    case cancelled

    init(_ answer: Networking.HTTPResponse) {
        switch answer.status {
        case 200: self.init(body: answer.body)
        case 429:
            let pause = answer.refusal.retry_after_ms.map { Duration.milliseconds($0) }
            self = .later(pause, reason: "The homeserver answered 429.")
        case 500...599, 408, 425: self = .later(nil, reason: "The homeserver answered \(answer.status).")
        default:
            let code = answer.matrixError?.errcode.prefix(60) ?? "no Matrix error"
            self = .never(reason: "The homeserver answered \(answer.status): \(code).")
        }
    }

    init(_ error: HTTPError) {
        switch error {
        case .bodyTooLarge, .headersTooLarge, .invalidURL, .invalidHeader, .shutDown:
            self = .never(reason: "\(error)")
        default:
            self = .later(nil, reason: "\(error)")
        }
    }

    /// The client tells updates from answers by the key `id`.
    private init(body: [UInt8]) {
        guard let slice = try? JSONSlice(body), slice.isObject, let members = try? slice.members(),
            let next = members["next_batch"]?.plainString
        else {
            self = .later(nil, reason: "The homeserver's answer is no sync.")
            return
        }
        guard members["id"] == nil else {
            self = .never(reason: "The homeserver's sync has an id, which only answers have.")
            return
        }
        self = .update(body, next: next)
    }
}
