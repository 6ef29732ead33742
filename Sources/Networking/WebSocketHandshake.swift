/// What a client asks for before the upgrade.
package struct WebSocketHandshake: Sendable {
    /// Always `GET` where a handler sees it: anything else was answered 405.
    package let method: String
    /// Percent-decoded, without the query.
    package let path: String
    /// Decoded, in order, a name as often as it came.
    package let query: [(name: String, value: String)]
    /// What the client offered, in its order of preference.
    package let subprotocols: [String]
    /// A numeric address.
    package let peerAddress: String
    let headers: [String: String]

    /// The value of a header, by its name in any case. Known are Authorization, Origin, Host, User-Agent,
    /// X-Forwarded-For and Cookie.
    package func header(_ name: String) -> String? {
        headers[name.lowercased()]
    }

    /// The first value of a query parameter.
    package func parameter(_ name: String) -> String? {
        query.first { $0.name == name }?.value
    }
}
