import CLibwebsockets

/// A request as libwebsockets has parsed it, read while its headers are still there.
struct WebSocketUpgrade {
    let handshake: WebSocketHandshake
    let isGet: Bool
    /// Version, key and host are those of a WebSocket handshake.
    let isComplete: Bool

    private static let headers: [(name: String, token: lws_token_indexes)] = [
        ("authorization", WSI_TOKEN_HTTP_AUTHORIZATION), ("origin", WSI_TOKEN_ORIGIN),
        ("host", WSI_TOKEN_HOST),
        ("user-agent", WSI_TOKEN_HTTP_USER_AGENT), ("x-forwarded-for", WSI_TOKEN_X_FORWARDED_FOR),
        ("cookie", WSI_TOKEN_HTTP_COOKIE),
    ]

    /// - Parameter kind: What the Upgrade header says, as a C string; `nil` if there is none.
    init(socket: OpaquePointer, loop: WebSocketLoop, kind: UnsafeRawPointer?) {
        var start: UnsafeMutablePointer<CChar>?
        var length: Int32 = 0
        let method = lws_http_get_uri_and_method(socket, &start, &length)
        isGet = method >= 0 && lws_hdr_total_length(socket, WSI_TOKEN_GET_URI) > 0
        let path = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(length))
        let upgrade = kind.map { String(cString: $0.assumingMemoryBound(to: CChar.self)) }
        isComplete =
            upgrade?.lowercased() == "websocket" && loop.header(WSI_TOKEN_VERSION, of: socket) == "13"
            && loop.header(WSI_TOKEN_KEY, of: socket) != nil && loop.header(WSI_TOKEN_HOST, of: socket) != nil
        var headers: [String: String] = [:]
        for (name, token) in Self.headers { headers[name] = loop.header(token, of: socket) }
        let offered = loop.header(WSI_TOKEN_PROTOCOL, of: socket) ?? ""
        handshake = WebSocketHandshake(
            method: isGet ? "GET" : "",
            path: String(decoding: path, as: UTF8.self),
            query: Self.query(of: socket),
            subprotocols: offered.split { $0 == "," || $0 == " " || $0 == "\t" }.map(String.init),
            peerAddress: Self.peerAddress(of: socket),
            headers: headers
        )
    }

    func refusal(by acceptor: WebSocketAcceptor) -> WebSocketRefusal? {
        if !isGet { return .methodNotAllowed }
        if !isComplete { return .malformed }
        return acceptor.isStopping || !acceptor.hasRoomForConnection ? .full : nil
    }

    /// libwebsockets has cut the query at `&` and decoded its pieces.
    private static func query(of socket: OpaquePointer) -> [(name: String, value: String)] {
        var pieces: [(name: String, value: String)] = []
        var buffer = [CChar](repeating: 0, count: 16 << 10)
        while lws_hdr_copy_fragment(
            socket,
            &buffer,
            Int32(buffer.count),
            WSI_TOKEN_HTTP_URI_ARGS,
            Int32(pieces.count)
        ) >= 0 {
            let bytes = buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
            let name = bytes.prefix { $0 != UInt8(ascii: "=") }
            let value = bytes.dropFirst(name.count + 1)
            pieces.append((String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self)))
        }
        return pieces
    }

    private static func peerAddress(of socket: OpaquePointer) -> String {
        var buffer = [CChar](repeating: 0, count: 64)
        guard lws_get_peer_simple(socket, &buffer, buffer.count) != nil else { return "" }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
