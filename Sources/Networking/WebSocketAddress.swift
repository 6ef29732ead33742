/// The parts of a WebSocket URL.
struct WebSocketAddress: Hashable, Sendable {
    /// The longest path that libwebsockets puts into a request without cutting it.
    private static let maximumPathBytes = 2000
    /// It cuts longer hosts, with their port, too.
    private static let maximumHostBytes = 110

    let isSecure: Bool
    let host: String
    let port: Int
    /// Path and query, as they stand in the request.
    let path: String

    init(_ url: String) throws(WebSocketError) {
        let isSecure = url.lowercased().hasPrefix("wss://")
        guard isSecure || url.lowercased().hasPrefix("ws://"), url.utf8.allSatisfy({ $0 > 32 && $0 < 127 })
        else {
            // A query may hold a token, and errors are logged.
            throw .invalidURL(String(url.prefix { $0 != "?" }))
        }
        let rest = url.utf8.dropFirst(isSecure ? 6 : 5).prefix { $0 != UInt8(ascii: "#") }
        let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        let path = String(Substring(rest.dropFirst(authority.count)))
        guard let place = Self.place(String(Substring(authority))), path.utf8.count <= Self.maximumPathBytes
        else {
            throw .invalidURL(String(url.prefix { $0 != "?" }))
        }
        self.isSecure = isSecure
        self.host = place.host
        self.port = place.port ?? (isSecure ? 443 : 80)
        self.path = path.hasPrefix("/") ? path : "/" + path
    }

    /// The value of the Host header: with the port only where it is not the usual one.
    var hostHeader: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
    }

    private static func place(_ authority: String) -> (host: String, port: Int?)? {
        let isBracketed = authority.hasPrefix("[")
        let host: Substring
        let rest: Substring
        if isBracketed {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            host = authority[..<end].dropFirst()
            rest = authority[end...].dropFirst()
        } else {
            host = authority.prefix { $0 != ":" }
            rest = authority.dropFirst(host.count)
        }
        guard !host.isEmpty, host.utf8.count <= maximumHostBytes, !host.contains("@"), !host.contains("\\")
        else {
            return nil
        }
        if rest.isEmpty { return (String(host), nil) }
        guard rest.first == ":", let port = Int(rest.dropFirst()), (1...65535).contains(port) else {
            return nil
        }
        return (String(host), port)
    }
}
