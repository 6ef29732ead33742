internal import BotStore
internal import MatrixTypes
internal import PluginAPI

/// What a row of the outbox asks of the homeserver, the same over every transport.
enum OutgoingCall: Hashable, Sendable {
    case send(OutgoingEvent)
    case state(OutgoingEvent, key: String)
    case redact(EventID)
    case join(via: [String])
    case leave

    /// - Throws: ``OutgoingEvent/ContentError``, for what must never be sent.
    init(_ body: OutgoingBody) throws {
        switch body {
        case .message(let content):
            self = .send(try OutgoingEvent(content))
        case .edit(.event(let target), let content):
            self = .send(try OutgoingEvent(replacing: target, with: content))
        case .reaction(.event(let target), let key):
            self = .send(try OutgoingEvent(reactingTo: target, with: key))
        case .redaction(.event(let target)):
            self = .redact(target)
        case .join(let via):
            self = .join(via: via)
        case .leave:
            self = .leave
        case .state(let type, let key, let content):
            self = .state(try OutgoingEvent(type: type, content: Array(content.utf8)), key: key)
        case .edit(.sent, _), .reaction(.sent, _), .redaction(.sent):
            throw OutgoingEvent.ContentError.unresolved
        }
    }
}
