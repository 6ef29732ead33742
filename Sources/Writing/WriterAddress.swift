/// Where the API of a language model is: what an OpenAI-compatible server calls its base URL.
package struct WriterAddress: Hashable, Sendable {
    /// Why an address is not used.
    package enum AddressError: Error, Hashable, CustomStringConvertible {
        case notAWebAddress(String)
        case isPlain(host: String)

        package var description: String {
            switch self {
            case .notAWebAddress(let url):
                "\"\(url)\" is no address of a model's API; it must look like https://host/v1."
            case .isPlain(let host):
                "What is summarised, and the key, would travel to \(host) for everybody to read; use https://. "
                    + "http:// is for a server on this machine."
            }
        }
    }

    /// Where prose is asked for.
    package let completions: String
    /// The host, for messages.
    package let host: String

    /// - Parameters:
    ///   - url: `https://host/v1`, or `http://` for this machine; the path may go on to `/chat/completions`.
    ///   - allowsPlain: Whether `http://` may go to other machines.
    package init(_ url: String, allowsPlain: Bool) throws(AddressError) {
        let isSecure = url.lowercased().hasPrefix("https://")
        guard isSecure || url.lowercased().hasPrefix("http://") else { throw .notAWebAddress(Self.safe(url)) }
        let rest = url.dropFirst(isSecure ? 8 : 7)
        let authority = String(rest.prefix { !"/?#".contains($0) })
        let isPlain = url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
        guard isPlain, !authority.isEmpty, !authority.contains("@"), !rest.contains(where: "?#".contains)
        else {
            throw .notAWebAddress(Self.safe(url))
        }
        host = authority
        guard isSecure || allowsPlain || Self.isThisMachine(authority) else {
            throw .isPlain(host: authority)
        }
        var base = url
        while base.hasSuffix("/") { base.removeLast() }
        completions = base.hasSuffix("/chat/completions") ? base : base + "/chat/completions"
    }

    /// Without a name and password that may stand in it: errors are logged.
    private static func safe(_ url: String) -> String {
        let shown = url.lastIndex(of: "@").map { "…" + url[$0...] } ?? url
        return String(shown.prefix { $0 != "?" }.prefix(200))
    }

    private static func isThisMachine(_ authority: String) -> Bool {
        if authority == "[::1]" || authority.hasPrefix("[::1]:") { return true }
        let host = authority.prefix { $0 != ":" }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return host.lowercased() == "localhost"
            || numbers.count == 4 && numbers[0] == 127 && !numbers.contains(nil)
    }
}
