package import Networking

/// Why a language model wrote nothing that can be used. Without what it or a comment said: this is logged.
package enum WritingTrouble: Error, Hashable, CustomStringConvertible {
    case unanswered(HTTPError)
    case refusesTheKey(status: Int)
    case unknown(status: Int)
    case tooManyRequests
    case unavailable(status: Int)
    case redirects(status: Int)
    case notJSON(found: String)
    case unreadable
    case stopped(reason: String)
    case refuses
    case empty
    case shutDown

    package var description: String {
        switch self {
        case .unanswered(let error): "The writer brought nothing. \(error)"
        case .refusesTheKey(let status):
            "The writer does not accept the key (HTTP \(status)); look at writer.key_file."
        case .unknown(let status):
            "The writer refuses the request (HTTP \(status)); look at writer.url and writer.model."
        case .tooManyRequests: "The writer takes no more requests for now (HTTP 429)."
        case .unavailable(let status): "The writer is out of order (HTTP \(status))."
        case .redirects(let status):
            "The writer points to another address (HTTP \(status)), which is not followed; correct writer.url."
        case .notJSON(let found): "The writer answered with \(found), not with JSON; look at writer.url."
        case .unreadable: "The writer's answer is no completion of a chat; look at writer.url."
        case .stopped(let reason): "The writer did not come to an end: \(reason)."
        case .refuses: "The writer refuses to write about these comments."
        case .empty: "The writer wrote nothing."
        case .shutDown: "The writer was given up, since the program ends."
        }
    }
}
