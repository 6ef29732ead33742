import CLibwebsockets
import Glibc

/// The timer of a connection, and its end.
extension WebSocketLoop {
    // MARK: - What tasks want

    /// Looks at what the channel of a connection asks for.
    func attend(_ peer: WebSocketPeer?) {
        guard let peer, let socket = peer.socket, peer.phase != .handshaking else { return }
        let (isPaused, isWriting, closing) = peer.channel.update {
            ($0.isPaused, !$0.outgoing.isEmpty, $0.closing)
        }
        if peer.isPaused, !isPaused {
            peer.isPaused = false
            peer.lastHeard = .now
            lws_rx_flow_control(socket, 1)
        }
        if let closing, closing != peer.closing, peer.failure == nil {
            beginClosing(peer, on: socket, closing)
        }
        if isWriting { lws_callback_on_writable(socket) }
    }

    // MARK: - Closing

    func beginClosing(_ peer: WebSocketPeer, on socket: OpaquePointer, _ closing: WebSocketClosing) {
        peer.closing = closing
        enterClosing(peer, on: socket)
        lws_callback_on_writable(socket)
    }

    /// From here on the timer ends it. What still arrives is read, and dropped, so that the answer to our close can
    /// be found behind it.
    private func enterClosing(_ peer: WebSocketPeer, on socket: OpaquePointer) {
        let flushes = peer.closing?.flushesFirst == true && peer.failure == nil
        if peer.phase != .closing { setTimer(on: socket, flushes ? Self.flushingLimit : Self.closingLimit) }
        peer.phase = .closing
        if peer.isPaused {
            peer.isPaused = false
            lws_rx_flow_control(socket, 1)
        }
    }

    /// The other side closes; libwebsockets answers it.
    func heardClose(_ data: UnsafeRawBufferPointer, on socket: OpaquePointer, of peer: WebSocketPeer) {
        let code = data.count < 2 ? 1005 : Int(data[0]) << 8 | Int(data[1])
        let reason = String(decoding: data.dropFirst(2), as: UTF8.self)
        let ending = WebSocketError.closed(code: code, reason: reason)
        peer.fail(ending)
        peer.channel.update(waking: .received, .drained) { $0.ending = $0.ending ?? ending }
        enterClosing(peer, on: socket)
    }

    /// Ends a connection of which nothing more is wanted, in whatever phase it is.
    func end(_ peer: WebSocketPeer, with error: WebSocketError) {
        peer.fail(error)
        finish(peer, because: "")
        guard let socket = peer.socket else { return forget(peer) }
        if peer.phase == .open {
            beginClosing(
                peer,
                on: socket,
                WebSocketClosing(code: 1001, reason: "going away", flushesFirst: false)
            )
        } else if peer.phase == .handshaking {
            kill(socket)
        }
    }

    /// Nothing more will come.
    func finish(_ peer: WebSocketPeer, because reason: String) {
        let error = peer.failure ?? .closed(code: nil, reason: reason)
        peer.channel.update(waking: .opened, .received, .drained) { $0.ending = $0.ending ?? error }
    }

    /// The socket no longer exists.
    func forget(_ peer: WebSocketPeer) {
        finish(peer, because: "")
        peer.socket = nil
        guard peers.removeValue(forKey: peer.channel.number) != nil else { return }
        if let descriptor = peer.descriptor { Glibc.close(descriptor) }
        if let acceptor = peer.acceptor { released(by: peer, acceptor) }
        peer.channel.update(waking: .gone) { $0.isGone = true }
    }

    /// Ends a socket without a word, as soon as libwebsockets is back in its loop.
    func kill(_ socket: OpaquePointer) {
        lws_set_timeout(socket, PENDING_TIMEOUT_CLOSE_SEND, LWS_TO_KILL_ASYNC)
    }

    // MARK: - The timer

    func setTimer(on socket: OpaquePointer, _ delay: Duration) {
        let (seconds, attoseconds) = delay.components
        lws_set_timer_usecs(socket, max(1, seconds * 1_000_000 + attoseconds / 1_000_000_000_000))
    }

    func timerFired(on socket: OpaquePointer, of peer: WebSocketPeer) {
        precondition(
            peer.acceptor != nil || peer.phase != .handshaking,
            "a client that connects has no timer"
        )
        guard peer.phase == .open else { return kill(socket) }
        let now = ContinuousClock.now
        // While we do not read we cannot hear.
        if peer.isPaused { peer.lastHeard = now }
        guard now - peer.lastHeard < peer.silenceLimit else {
            peer.fail(.silent(after: peer.silenceLimit))
            finish(peer, because: "")
            return kill(socket)
        }
        if now >= peer.nextPing {
            peer.nextPing = now + peer.pingInterval
            peer.isPingDue = true
            lws_callback_on_writable(socket)
        }
        setTimer(on: socket, min(peer.nextPing, peer.lastHeard + peer.silenceLimit) - now)
    }
}
