package import MatrixTypes

/// Something that an operator of a stream may want to know. No token and no word of a message is in it.
package enum StreamEvent: Hashable, Sendable, CustomStringConvertible {
    case came(UserID, address: String)
    case went(UserID, reason: String)
    case refused(address: String, status: Int)
    /// The homeserver does not answer the sync of somebody as it should; it is tried again.
    case failing(UserID, reason: String)

    /// Nobody could be let in, because the homeserver gave no answer about them.
    case unreachable(reason: String)

    package var description: String {
        switch self {
        case .came(let user, let address): "\(user) follows the stream from \(address)."
        case .went(let user, let reason): "\(user) follows the stream no more: \(reason)"
        case .refused(let address, let status): "A client at \(address) was refused with \(status)."
        case .unreachable(let reason): "The homeserver cannot be asked about a client: \(reason)"
        case .failing(let user, let reason): "The sync of \(user) failed and is tried again: \(reason)"
        }
    }
}
