/// Why there is no answer.
package enum HTTPError: Error, Hashable, CustomStringConvertible {
    case invalidURL(String)
    case invalidHeader(name: String)
    case unreadableCAFile(String)
    case cannotResolve(reason: String)
    case cannotConnect(reason: String)
    /// The name or number leads to an address where this client may not go.
    case beyondReach(NetworkAddress)
    case tls(reason: String)
    case timedOut(after: Duration)
    /// The connection was lost before an answer began.
    case lost(reason: String)
    /// The answer did not come to its end.
    case cutShort(reason: String)
    case unreadable(reason: String)
    case bodyTooLarge(limit: Int)
    case headersTooLarge(limit: Int)
    case cannotStart
    case shutDown

    package var description: String {
        switch self {
        case .invalidURL(let url):
            "\"\(url)\" is not a web address; it must look like https://host/path, percent-encoded."
        case .invalidHeader(let name):
            "The header \"\(name)\" is not one that may be sent so; look for line breaks in its name and value."
        case .unreadableCAFile(let path):
            "The CA file \(path) cannot be read; it must hold certificates in PEM form."
        case .cannotResolve(let reason):
            "The server's name has no address: \(reason). Check the name and the network."
        case .cannotConnect(let reason):
            "There is no connection to the server: \(reason)."
        case .beyondReach(let address):
            "The address \(address) is not one to which this may connect."
        case .tls(let reason):
            "The server's certificate or TLS was not accepted: \(reason). Check the address and the CA file."
        case .timedOut(let limit):
            "The server did not answer within \(limit)."
        default:
            answerDescription
        }
    }

    private var answerDescription: String {
        switch self {
        case .lost(let reason):
            "The connection was lost before the server answered: \(reason)."
        case .cutShort(let reason):
            "The server's answer broke off: \(reason)."
        case .unreadable(let reason):
            "The server's answer cannot be read as HTTP: \(reason)."
        case .bodyTooLarge(let limit):
            "The server's answer has more than \(limit) bytes, which is the limit."
        case .headersTooLarge(let limit):
            "The headers of the server's answer have more than \(limit) bytes, which is the limit."
        case .cannotStart:
            "The HTTP service could not start; look for too many open files or too little memory."
        case .shutDown:
            "The HTTP service was shut down."
        default:
            "The request failed."
        }
    }
}
