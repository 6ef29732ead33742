/// Where a homeserver is, and by which of the two ways it is reached.
package struct HomeserverAddress: Hashable, Sendable {
    /// The stream without its query, `wss://host/_matrix/client/unstable/stream`; nil where `/sync` is used.
    package let stream: String?
    /// The client API without its path: `https://host`.
    package let api: String

    /// Why an address cannot be used.
    package enum AddressError: Error, Hashable, CustomStringConvertible {
        case unknownScheme(String)
        case withoutHost(String)
        case withPath(String, base: String)

        package var description: String {
            switch self {
            case .unknownScheme(let url):
                "\"\(url)\" is no address of a homeserver; it must begin with https:// (any homeserver), "
                    + "or with wss:// (one with an m.json stream)."
            case .withoutHost(let url):
                "\"\(url)\" is no address of a homeserver; it must look like https://host or wss://host:port."
            case .withPath(let url, let base):
                "\"\(url)\" has a path, and the address of a homeserver has none; write \(base)."
            }
        }
    }

    /// - Parameters:
    ///   - url: `https://` or `http://` for any homeserver; `wss://` or `ws://` for a stream, with or without its
    ///     path.
    ///   - api: Where the client API is; nil where it is at the same host.
    package init(url: String, api: String?) throws(AddressError) {
        let parts = try Parts(url)
        let base = parts.base
        if parts.isStream {
            let path = parts.path
            let address = (parts.isSecure ? "wss://" : "ws://") + parts.authority + path
            stream = path.hasSuffix("/stream") ? address : address + "/_matrix/client/unstable/stream"
        } else {
            guard parts.path.isEmpty else { throw .withPath(url, base: base) }
            stream = nil
        }
        guard let api else {
            self.api = base
            return
        }
        let apiParts = try Parts(api)
        guard !apiParts.isStream else { throw .unknownScheme(api) }
        self.api = apiParts.base + apiParts.path
    }

    /// An address taken apart.
    private struct Parts {
        let isStream: Bool
        let isSecure: Bool
        let authority: String
        /// Without the slash at its end.
        let path: String

        /// The address of the client API at the same host.
        var base: String { (isSecure ? "https://" : "http://") + authority }

        init(_ url: String) throws(AddressError) {
            let schemes = ["https", "wss", "http", "ws"]
            guard let scheme = schemes.first(where: { url.lowercased().hasPrefix("\($0)://") }) else {
                throw .unknownScheme(url)
            }
            let rest = url.dropFirst(scheme.count + 3)
            authority = String(rest.prefix { !"/?#".contains($0) })
            let isPlain = url.utf8.allSatisfy { $0 > 32 && $0 < 127 }
            // A name and password would end up in logs.
            guard !authority.contains("@") else {
                throw .withoutHost("\(scheme)://…@\(authority.drop { $0 != "@" }.dropFirst())")
            }
            guard !authority.isEmpty, isPlain, !rest.contains(where: "?#".contains)
            else {
                throw .withoutHost(url)
            }
            isStream = scheme.hasPrefix("ws")
            isSecure = scheme == "https" || scheme == "wss"
            var path = String(rest.dropFirst(authority.count))
            while path.hasSuffix("/") { path.removeLast() }
            self.path = path
        }
    }
}
