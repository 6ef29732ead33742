internal import MatrixTypes
internal import Networking

/// One call of a homeserver's client API, as it goes over HTTP.
struct ClientCall: Sendable {
    let method: HTTPRequest.Method
    /// Below the address of the homeserver, percent-encoded, with its query.
    let path: String
    /// JSON; empty where there is none.
    var body: [UInt8] = []
    /// What is asked for, in words, for an error.
    let what: String
    /// From the name resolution to the last byte of the answer.
    var timeout = Duration.seconds(30)
    /// A page of history with a hundred events of the largest size is smaller.
    var maximumResponseBytes = 16 << 20

    private static let version3 = "/_matrix/client/v3/"
    private static let nothing = Array("{}".utf8)

    private init(_ method: HTTPRequest.Method, _ parts: [String], what: String, body: [UInt8] = []) {
        self.method = method
        path = Self.version3 + parts.map(\.percentEncoded).joined(separator: "/")
        self.what = what
        self.body = body
    }

    private init(_ method: HTTPRequest.Method, path: String, what: String) {
        self.method = method
        self.path = path
        self.what = what
    }
}

/// What is asked by everybody.
extension ClientCall {
    static let versions = ClientCall(.get, path: "/_matrix/client/versions", what: "its versions")
    static let wellKnown = ClientCall(.get, path: "/.well-known/matrix/client", what: "its delegation")
    static let loginFlows = ClientCall(.get, ["login"], what: "its ways to log in")
    static let whoami = ClientCall(.get, ["account", "whoami"], what: "the token's account")
    static let logout = ClientCall(.post, ["logout"], what: "the logout", body: nothing)

    static func login(_ body: [UInt8]) -> ClientCall {
        ClientCall(.post, ["login"], what: "the login", body: body)
    }

    static func refresh(_ body: [UInt8]) -> ClientCall {
        ClientCall(.post, ["refresh"], what: "a new token", body: body)
    }
}

/// What is asked about rooms.
extension ClientCall {
    /// - Parameter name: The transaction id: the same again is a retry, never another message.
    static func send(_ event: OutgoingEvent, name: String, to room: RoomID) -> ClientCall {
        let parts = ["rooms", room.rawValue, "send", event.type, name]
        return ClientCall(.put, parts, what: "a message", body: event.content)
    }

    static func setState(_ event: OutgoingEvent, key: String, in room: RoomID) -> ClientCall {
        // An empty key leaves the slash before it: without that, some proxies take it for another call.
        let parts = ["rooms", room.rawValue, "state", event.type, key]
        return ClientCall(.put, parts, what: "a state event", body: event.content)
    }

    static func redact(_ event: EventID, name: String, in room: RoomID) -> ClientCall {
        let parts = ["rooms", room.rawValue, "redact", event.rawValue, name]
        return ClientCall(.put, parts, what: "a redaction", body: nothing)
    }

    /// - Parameter via: Servers that know the room.
    static func join(_ room: RoomID, via: [String]) -> ClientCall {
        // The first name is the one of v1.12 of the specification, the second the one before it.
        let names = ["via", "server_name"].flatMap { name in via.map { "\(name)=\($0.percentEncoded)" } }
        let query = names.isEmpty ? "" : "?" + names.joined(separator: "&")
        var call = ClientCall(
            .post,
            path: version3 + "join/\(room.rawValue.percentEncoded)\(query)",
            what: "a join"
        )
        call.body = nothing
        // Going into a room of many servers takes its time.
        call.timeout = .seconds(120)
        return call
    }

    static func leave(_ room: RoomID) -> ClientCall {
        ClientCall(.post, ["rooms", room.rawValue, "leave"], what: "a leave", body: nothing)
    }

    static func receipt(_ event: EventID, in room: RoomID) -> ClientCall {
        let parts = ["rooms", room.rawValue, "receipt", "m.read", event.rawValue]
        return ClientCall(.post, parts, what: "a receipt", body: nothing)
    }

    static func typing(_ isTyping: Bool, as account: UserID, in room: RoomID) -> ClientCall {
        let body = isTyping ? #"{"typing":true,"timeout":20000}"# : #"{"typing":false}"#
        let parts = ["rooms", room.rawValue, "typing", account.rawValue]
        return ClientCall(.put, parts, what: "a sign", body: Array(body.utf8))
    }

    /// A page forwards, of the kinds of events that a sync brings too.
    static func history(of room: RoomID, from: String, to: String?) -> ClientCall {
        var query = "?dir=f&limit=100&from=\(from.percentEncoded)"
        if let to { query += "&to=\(to.percentEncoded)" }
        query += "&filter=\(SyncFilter.history.percentEncoded)"
        return ClientCall(
            .get,
            path: version3 + "rooms/\(room.rawValue.percentEncoded)/messages\(query)",
            what: "messages"
        )
    }
}

/// The sync.
extension ClientCall {
    static func storeFilter(_ filter: SyncFilter, of account: UserID) -> ClientCall {
        let body = Array(filter.json.utf8)
        return ClientCall(.post, ["user", account.rawValue, "filter"], what: "a filter", body: body)
    }

    /// - Parameters:
    ///   - filter: The id of a stored filter, or a filter as JSON.
    ///   - wait: How long the homeserver may wait for something to happen.
    ///   - slack: How long the answer may take beyond that.
    static func sync(
        since position: String?,
        filter: String,
        wait: Duration,
        slack: Duration,
        maximumBytes: Int
    ) -> ClientCall {
        let milliseconds = Int(wait / .milliseconds(1))
        var query = "?timeout=\(milliseconds)&filter=\(filter.percentEncoded)"
        if let position { query += "&since=\(position.percentEncoded)" }
        var call = ClientCall(.get, path: version3 + "sync\(query)", what: "the next events")
        call.timeout = wait + slack
        call.maximumResponseBytes = maximumBytes
        return call
    }
}
