import CLibwebsockets
import Glibc

/// The server's side: strangers come in here.
extension WebSocketLoop {
    private static let mostAcceptedAtOnce = 64
    /// How long to rest, in milliseconds, when the process has no descriptor left for another connection.
    private static let exhaustedRest: Int32 = 10

    /// - Throws: ``WebSocketError/cannotListen(address:reason:)`` for files that are no certificate and key.
    func listen(_ acceptor: WebSocketAcceptor, on descriptor: Int32) throws(WebSocketError) {
        guard !isStopping else {
            close(descriptor)
            throw .shutDown
        }
        guard let vhost = makeServerVhost(for: acceptor) else {
            close(descriptor)
            throw .cannotListen(
                address: acceptor.listener.host,
                reason: log.last ?? "the certificate cannot be used"
            )
        }
        acceptor.vhost = vhost
        acceptors[acceptor.number] = acceptor
        let opaque = UnsafeMutableRawPointer(bitPattern: acceptor.number)
        guard let socket = lws_shim_adopt_listener(serverVhost, descriptor, WebSocketNames.none, opaque)
        else {
            acceptors[acceptor.number] = nil
            throw .cannotListen(address: acceptor.listener.host, reason: "the socket was not accepted")
        }
        acceptor.socket = socket
    }

    /// Nobody comes in any more. Open connections go on until their tasks end.
    func stop(_ acceptor: WebSocketAcceptor) {
        guard !acceptor.isStopping else { return }
        acceptor.isStopping = true
        acceptor.arrived.finish()
        if let socket = acceptor.socket {
            lws_set_opaque_user_data(socket, nil)
            acceptor.socket = nil
            // At once, so that the port is free when listening has ended. We are in no callback of this socket.
            lws_set_timeout(socket, PENDING_TIMEOUT_CLOSE_SEND, LWS_TO_KILL_SYNC)
        }
        for peer in peers.values where peer.acceptor === acceptor && peer.phase == .handshaking {
            end(peer, with: .shutDown)
        }
        retire(acceptor)
    }

    /// A socket of the listener is no more.
    func released(by peer: WebSocketPeer, _ acceptor: WebSocketAcceptor) {
        acceptor.socketCount -= 1
        if peer.hasBeenOpen { acceptor.openCount -= 1 }
        retire(acceptor)
    }

    /// Destroys the vhost of a listener that has ended, when its last socket has.
    private func retire(_ acceptor: WebSocketAcceptor) {
        guard acceptor.isStopping, acceptor.socketCount == 0, let vhost = acceptor.vhost else { return }
        acceptor.vhost = nil
        acceptors[acceptor.number] = nil
        guard vhost != serverVhost else { return }
        later.append { lws_vhost_destroy(vhost) }
    }

    // MARK: - Accepting

    func accept(_ acceptor: WebSocketAcceptor) {
        guard let socket = acceptor.socket else { return }
        let listening = lws_get_socket_fd(socket)
        for _ in 0..<Self.mostAcceptedAtOnce {
            let descriptor = Glibc.accept(listening, nil, nil)
            guard descriptor >= 0 else {
                if errno == EMFILE || errno == ENFILE { poll(nil, 0, Self.exhaustedRest) }
                return
            }
            guard acceptor.hasRoomForSocket else {
                close(descriptor)
                continue
            }
            if acceptor.authorise == nil {
                watch(descriptor, for: acceptor)
            } else {
                adopt(descriptor, as: admit(descriptor, for: acceptor), for: acceptor)
            }
        }
    }

    /// Counts a connection that was accepted.
    func admit(_ descriptor: Int32, for acceptor: WebSocketAcceptor) -> WebSocketPeer {
        lws_shim_prepare(descriptor)
        var isOn: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
        let number = nextNumber()
        let channel = WebSocketChannel(
            number: number,
            maximumBufferedBytes: acceptor.listener.maximumBufferedBytes
        )
        let peer = WebSocketPeer(channel: channel, acceptor: acceptor)
        peers[number] = peer
        acceptor.socketCount += 1
        return peer
    }

    /// Lets libwebsockets read a request and answer it.
    func adopt(_ descriptor: Int32, as peer: WebSocketPeer, for acceptor: WebSocketAcceptor) {
        let opaque = UnsafeMutableRawPointer(bitPattern: peer.channel.number)
        // Whatever fails in there closes the socket.
        if lws_shim_adopt_connection(acceptor.vhost, descriptor, opaque) == nil { forget(peer) }
    }

    // MARK: - Answering

    /// - Returns: 0 to upgrade, -1 when the request was answered otherwise.
    func confirmUpgrade(of peer: WebSocketPeer, on socket: OpaquePointer, to kind: UnsafeRawPointer?) -> Int32
    {
        guard let acceptor = peer.acceptor else { return -1 }
        let request = WebSocketUpgrade(socket: socket, loop: self, kind: kind)
        if let refusal = request.refusal(by: acceptor) { return answer(refusal, on: socket) }
        let offered = request.handshake.subprotocols
        let chosen = offered.first { acceptor.listener.subprotocols.contains($0) }
        guard offered.isEmpty || chosen.map(names.choose) == true else {
            return answer(.noSubprotocol(expected: acceptor.listener.subprotocols), on: socket)
        }
        switch acceptor.authorise.map({ $0(request.handshake) }) ?? peer.verdict {
        case .accept(let context, let attachment):
            peer.admission = WebSocketAdmission(
                handshake: peer.handshake ?? request.handshake,
                context: context,
                attachment: attachment,
                subprotocol: chosen
            )
            return 0
        case .reject(let status, let json, let retryAfter):
            return answer(WebSocketRefusal(status: status, json: json, retryAfter: retryAfter), on: socket)
        case nil:
            // Nobody was asked about it: it was not to be read as a handshake before.
            return answer(.malformed, on: socket)
        }
    }

    /// A request that asks for no upgrade.
    func answerPlainRequest(on socket: OpaquePointer) -> Int32 {
        let request = WebSocketUpgrade(socket: socket, loop: self, kind: nil)
        return answer(request.isGet ? .upgradeRequired : .methodNotAllowed, on: socket)
    }

    private func answer(_ refusal: WebSocketRefusal, on socket: OpaquePointer) -> Int32 {
        let bytes = Array(refusal.response.utf8.prefix(Self.fragmentBytes))
        let payload = scratch + lws_shim_room_before()
        payload.update(from: bytes, count: bytes.count)
        _ = lws_write(socket, payload, bytes.count, LWS_WRITE_HTTP_HEADERS)
        return -1
    }

    // MARK: - Open

    func opened(_ peer: WebSocketPeer, on socket: OpaquePointer) {
        peer.phase = .open
        peer.opening = nil
        peer.socket = socket
        peer.lastHeard = .now
        peer.nextPing = peer.lastHeard + peer.pingInterval
        setTimer(on: socket, min(peer.pingInterval, peer.silenceLimit))
        peer.channel.update(waking: .opened) { $0.isOpen = true }
        guard let acceptor = peer.acceptor, let admission = peer.admission else { return }
        peer.hasBeenOpen = true
        acceptor.openCount += 1
        let connection = WebSocketConnection(
            subprotocol: admission.subprotocol,
            context: admission.context,
            attachment: admission.attachment,
            handshake: admission.handshake,
            channel: peer.channel,
            loop: self
        )
        peer.admission = nil
        if case .enqueued = acceptor.arrived.yield(.connection(connection)) { return }
        end(peer, with: .shutDown)
    }
}
