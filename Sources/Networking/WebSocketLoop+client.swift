import CLibwebsockets
import Glibc

/// The client's side, until a connection is open.
extension WebSocketLoop {
    private static let longestRefusal = 64 << 10
    /// How long the thread may wait for the body of a refusal that did not come with its headers: libwebsockets drops
    /// the connection as soon as it has understood that there is no upgrade.
    private static let refusalPatience: Int32 = 100
    private static let httpUpgrade: UInt32 = 101
    /// For handshakes that a starting second service has spoilt.
    private static let mostRepetitions = 5

    /// Begins to connect. The channel says how it went.
    func open(_ channel: WebSocketChannel, _ opening: WebSocketOpening) {
        let peer = WebSocketPeer(channel: channel, opening: opening)
        peers[channel.number] = peer
        if isStopping { end(peer, with: .shutDown) }
    }

    /// Tries the addresses that the name has, one after the other.
    func resolved(_ number: Int, to addresses: [String], orFailed error: WebSocketError?) {
        guard let peer = peers[number], let opening = peer.opening, peer.failure == nil else { return }
        if let error { return end(peer, with: error) }
        opening.candidates = addresses
        tryNext(of: peer, opening)
    }

    private func tryNext(of peer: WebSocketPeer, _ opening: WebSocketOpening) {
        guard peer.failure == nil, peer.socket == nil, !opening.candidates.isEmpty else { return }
        let candidate = opening.candidates.removeFirst()
        opening.current = candidate
        let socket = connect(peer, opening, to: candidate)
        // What failed at once has called back, and may be gone or waiting for another try.
        guard peers[peer.channel.number] != nil, later.isEmpty else { return }
        peer.socket = socket
        if socket == nil { end(peer, with: .connectFailed(reason: log.last ?? "no socket could be made")) }
    }

    private func connect(
        _ peer: WebSocketPeer,
        _ opening: WebSocketOpening,
        to candidate: String
    ) -> OpaquePointer? {
        let address = opening.address
        var info = lws_client_connect_info()
        do throws(WebSocketError) {
            info.vhost = try clientVhost(for: WebSocketTrust(address, caFile: opening.request.caFile))
        } catch {
            peer.fail(error)
            return nil
        }
        info.context = serviceContext
        info.port = Int32(address.port)
        // Never follow a redirect: it would carry the token to another place.
        let flags = UInt32(LCCSCF_HTTP_NO_FOLLOW_REDIRECT.rawValue)
        info.ssl_connection = Int32(address.isSecure ? flags | UInt32(LCCSCF_USE_SSL.rawValue) : flags)
        info.opaque_user_data = UnsafeMutableRawPointer(bitPattern: peer.channel.number)
        info.ietf_version_or_minus_one = -1
        let strings = [
            candidate, address.path, address.hostHeader, opening.request.subprotocol, WebSocketNames.none,
            "http/1.1",
        ]
        return withCStrings(strings) { pointers in
            info.address = pointers[0]
            info.path = pointers[1]
            info.host = pointers[2]
            info.protocol = pointers[3]
            info.local_protocol_name = pointers[4]
            info.alpn = pointers[5]
            return lws_client_connect_via_info(&info)
        }
    }

    private func withCStrings<Result>(_ strings: [String?], body: ([UnsafePointer<CChar>?]) -> Result)
        -> Result
    {
        let copies = strings.map { $0.flatMap { strdup($0) } }
        defer { copies.forEach { free($0) } }
        return body(copies.map { UnsafePointer($0) })
    }

    // MARK: - What libwebsockets says meanwhile

    func appendHeaders(of peer: WebSocketPeer, to data: UnsafeRawBufferPointer) -> Int32 {
        guard let opening = peer.opening, let start = data.baseAddress else { return 0 }
        opening.hasReachedServer = true
        let lines = opening.request.headers.map { "\($0.name): \($0.value)\r\n" }.joined()
        guard lines.utf8.count < data.count else {
            peer.fail(.connectFailed(reason: "the headers have \(lines.utf8.count) bytes; \(data.count) fit"))
            return -1
        }
        let position = UnsafeMutableRawPointer(mutating: start)
            .assumingMemoryBound(to: UnsafeMutablePointer<UInt8>.self)
        for byte in lines.utf8 {
            position.pointee.pointee = byte
            position.pointee += 1
        }
        return 0
    }

    /// The answer's headers are there, before libwebsockets judges them.
    func checkAnswer(to peer: WebSocketPeer, on socket: OpaquePointer) -> Int32 {
        guard let opening = peer.opening else { return 0 }
        let status = lws_http_client_http_response(socket)
        guard status == Self.httpUpgrade else {
            let retryAfter = header(WSI_TOKEN_HTTP_RETRY_AFTER, of: socket)
            readRefusal(of: opening, on: socket)
            let body = String(decoding: opening.refusalBody, as: UTF8.self)
            peer.fail(.refused(status: Int(status), body: body, retryAfter: retryAfter))
            return 0
        }
        let chosen = header(WSI_TOKEN_PROTOCOL, of: socket)
        guard chosen == opening.request.subprotocol else {
            peer.fail(.subprotocolMismatch(found: chosen, expected: opening.request.subprotocol))
            return -1
        }
        peer.channel.update { $0.chosenSubprotocol = chosen }
        return 0
    }

    /// Reads a body of known length. One in chunks is left alone: libwebsockets 4.1 reads beyond its memory when a
    /// hostile server announces a certain size.
    private func readRefusal(of opening: WebSocketOpening, on socket: OpaquePointer) {
        guard header(WSI_TOKEN_HTTP_TRANSFER_ENCODING, of: socket) == nil,
            let length = header(WSI_TOKEN_HTTP_CONTENT_LENGTH, of: socket).flatMap({ Int($0) }), length > 0
        else { return }
        opening.refusalLength = min(length, Self.longestRefusal)
        var start: UnsafeMutablePointer<CChar>?
        var count: Int32 = 0
        while opening.refusalBody.count < opening.refusalLength {
            let before = opening.refusalBody.count
            start = nil
            count = 0
            guard lws_http_client_read(socket, &start, &count) == 0 else { return }
            if opening.refusalBody.count > before { continue }
            var readiness = pollfd(fd: lws_get_socket_fd(socket), events: Int16(POLLIN), revents: 0)
            guard poll(&readiness, 1, Self.refusalPatience) > 0 else { return }
        }
    }

    /// - Returns: Not 0 when that was all: libwebsockets must not think the exchange complete, or it would forget the
    ///   answer and use the connection again.
    func receivedRefusal(_ data: UnsafeRawBufferPointer, for peer: WebSocketPeer) -> Int32 {
        guard let opening = peer.opening else { return 1 }
        opening.refusalBody.append(contentsOf: data.prefix(opening.refusalLength - opening.refusalBody.count))
        return opening.refusalBody.count < opening.refusalLength ? 0 : 1
    }

    func connectFailed(_ peer: WebSocketPeer, on socket: OpaquePointer, because data: UnsafeRawBufferPointer)
    {
        guard let opening = peer.opening, peer.phase == .handshaking else { return }
        if log.isIndexLost, opening.repetitions < Self.mostRepetitions, let address = opening.current {
            opening.repetitions += 1
            opening.candidates.insert(address, at: 0)
            return tryAgain(peer, opening, insteadOf: socket)
        }
        let tlsReason = log.tlsReason
        if peer.failure == nil, !opening.hasReachedServer, tlsReason == nil, !opening.candidates.isEmpty {
            return tryAgain(peer, opening, insteadOf: socket)
        }
        let words = String(decoding: data.prefix { $0 != 0 }, as: UTF8.self)
        peer.fail(
            tlsReason.map { .tls(reason: $0) }
                ?? .connectFailed(reason: words.isEmpty ? "no reason given" : words)
        )
        detach(peer, from: socket)
        forget(peer)
    }

    private func tryAgain(_ peer: WebSocketPeer, _ opening: WebSocketOpening, insteadOf socket: OpaquePointer)
    {
        detach(peer, from: socket)
        later.append { [weak self] in self?.tryNext(of: peer, opening) }
    }

    /// After a failed attempt libwebsockets frees the socket when it likes, and sometimes without saying so.
    private func detach(_ peer: WebSocketPeer, from socket: OpaquePointer) {
        lws_set_opaque_user_data(socket, nil)
        peer.socket = nil
    }

    // MARK: - Headers

    func header(_ token: lws_token_indexes, of socket: OpaquePointer) -> String? {
        let length = Int(lws_hdr_total_length(socket, token))
        guard length > 0 else { return nil }
        var bytes = [CChar](repeating: 0, count: length + 1)
        guard lws_hdr_copy(socket, &bytes, Int32(bytes.count), token) >= 0 else { return nil }
        return String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
