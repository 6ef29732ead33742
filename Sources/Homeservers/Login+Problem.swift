extension Login {
    /// Why there is no homeserver, or no login.
    package enum Problem: Error, Hashable, CustomStringConvertible {
        case notAnAddress(String)
        case withPath(String, base: String)
        case isAStream(String, base: String)
        case delegationBroken(server: String, reason: String)
        case webPage(base: String)
        case redirected(base: String, place: String)
        case notAHomeserver(base: String, reason: String)
        case unreachable(base: String, reason: String)
        case passwordNotOffered(base: String, offered: [String])
        case loginRefused(reason: String)
        case tokenRefused(reason: String)
        case tooManyRequests(after: Duration?)

        package var description: String {
            switch self {
            case .notAnAddress(let text):
                "\"\(text)\" is no address of a homeserver; type https://example.org, or @name:example.org."
            case .withPath(let text, let base):
                "\"\(text)\" has a path, and the address of a homeserver has none; type \(base)."
            case .isAStream(let text, let base):
                "\"\(text)\" is the address of a stream; to log in, type \(base)."
            case .delegationBroken(let server, let reason):
                "\(server) says where its homeserver is, but not how it should (\(reason)). Type the homeserver's own "
                    + "address, such as https://matrix.example.org; who runs it knows it."
            case .webPage(let base):
                "\(base) answers with a web page, so there is no homeserver. Type the homeserver's own address, such "
                    + "as https://matrix.example.org; who runs it knows it."
            case .redirected(let base, let place): "\(base) points to \(place). Type that address instead."
            case .notAHomeserver(let base, let reason):
                "\(base) does not answer as a homeserver (\(reason)). Check the address."
            case .unreachable(let base, let reason): "\(base) cannot be reached (\(reason))"
            default: refusalDescription
            }
        }

        private var refusalDescription: String {
            switch self {
            case .passwordNotOffered(let base, let offered):
                "\(base) takes no password from programs; it offers \(offered.isEmpty ? "no way to log in" : offered.joined(separator: ", ")). "
                    + "Log in with a browser or a client, as the bot's account; copy the access token from its settings "
                    + "(in Element: Help & About, Advanced, Access Token); and type: rapporteur login --token"
            case .loginRefused(let reason):
                "The homeserver refuses the login (\(reason)). Check the account and its password."
            case .tokenRefused(let reason):
                "The homeserver refuses the token (\(reason)). Copy it anew, whole, and do not log out there."
            case .tooManyRequests(let delay):
                "The homeserver wants no more attempts now. Wait"
                    + (delay.map { " \($0.components.seconds) s" } ?? " a minute") + ", and try again."
            default: "The homeserver cannot be used."
            }
        }

        init(_ failure: APIFailure, at base: String) {
            self =
                switch failure {
                case _ where failure.isTooManyRequests: .tooManyRequests(after: failure.delay)
                case .redirected(_, let place): .redirected(base: base, place: APIFailure.base(of: place))
                case .unanswered(let error): .unreachable(base: base, reason: "\(error)")
                case .foreign(_, "a web page", _), .unreadable(_, "a web page"): .webPage(base: base)
                default: .notAHomeserver(base: base, reason: "\(failure)")
                }
        }
    }
}
