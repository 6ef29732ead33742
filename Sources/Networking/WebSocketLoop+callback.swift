import CLibwebsockets

/// Where libwebsockets calls us; always on the service thread.
///
/// It never returns other than 0 for what was received: libwebsockets would not reset its buffer then, and what the
/// other side sends next would run past its end. Whoever must go is marked, and closed when it is writable.
let webSocketCallback:
    @convention(c) (
        OpaquePointer?, lws_callback_reasons, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, Int
    ) -> Int32 = { socket, reason, user, bytes, count in
        if reason == LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS {
            lws_shim_watch_handshakes(user)
            return 0
        }
        guard let socket, let loop = WebSocketLoop.serving(socket) else { return 0 }
        let number = Int(bitPattern: lws_get_opaque_user_data(socket))
        if reason == LWS_CALLBACK_RAW_RX_FILE {
            loop.acceptors[number].map(loop.accept)
            loop.peers[number].map(loop.look)
            return 0
        }
        guard number != 0, let peer = loop.peers[number] else { return 0 }
        let data = UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
        return loop.handle(reason, on: socket, of: peer, data)
    }

extension WebSocketLoop {
    fileprivate static func serving(_ socket: OpaquePointer) -> WebSocketLoop? {
        guard let context = lws_get_context(socket), let user = lws_context_user(context) else { return nil }
        return Unmanaged<WebSocketLoop>.fromOpaque(user).takeUnretainedValue()
    }

    fileprivate func handle(
        _ reason: lws_callback_reasons,
        on socket: OpaquePointer,
        of peer: WebSocketPeer,
        _ data: UnsafeRawBufferPointer
    ) -> Int32 {
        switch reason {
        case LWS_CALLBACK_RECEIVE, LWS_CALLBACK_CLIENT_RECEIVE:
            received(data, on: socket, of: peer)
        case LWS_CALLBACK_SERVER_WRITEABLE, LWS_CALLBACK_CLIENT_WRITEABLE:
            return writable(socket, of: peer)
        case LWS_CALLBACK_RECEIVE_PONG, LWS_CALLBACK_CLIENT_RECEIVE_PONG:
            peer.lastHeard = .now
        case LWS_CALLBACK_TIMER:
            timerFired(on: socket, of: peer)
        case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE:
            heardClose(data, on: socket, of: peer)
        case LWS_CALLBACK_CLOSED, LWS_CALLBACK_CLIENT_CLOSED:
            finish(peer, because: "")
        case LWS_CALLBACK_WSI_DESTROY:
            forget(peer)
        default:
            return handleHandshake(reason, on: socket, of: peer, data)
        }
        return 0
    }

    private func handleHandshake(
        _ reason: lws_callback_reasons,
        on socket: OpaquePointer,
        of peer: WebSocketPeer,
        _ data: UnsafeRawBufferPointer
    ) -> Int32 {
        switch reason {
        case LWS_CALLBACK_SERVER_NEW_CLIENT_INSTANTIATED:
            // In spite of its name it comes for connections of ours too, and those have a deadline elsewhere.
            guard let acceptor = peer.acceptor else { return 0 }
            peer.socket = socket
            setTimer(on: socket, acceptor.listener.handshakeTimeout)
        case LWS_CALLBACK_HTTP_CONFIRM_UPGRADE:
            return confirmUpgrade(of: peer, on: socket, to: data.baseAddress)
        case LWS_CALLBACK_HTTP:
            return answerPlainRequest(on: socket)
        case LWS_CALLBACK_ESTABLISHED, LWS_CALLBACK_CLIENT_ESTABLISHED:
            opened(peer, on: socket)
        case LWS_CALLBACK_CLIENT_APPEND_HANDSHAKE_HEADER:
            return appendHeaders(of: peer, to: data)
        case LWS_CALLBACK_ESTABLISHED_CLIENT_HTTP:
            return checkAnswer(to: peer, on: socket)
        case LWS_CALLBACK_RECEIVE_CLIENT_HTTP_READ:
            return receivedRefusal(data, for: peer)
        case LWS_CALLBACK_CLIENT_CONNECTION_ERROR:
            connectFailed(peer, on: socket, because: data)
        default:
            break
        }
        return 0
    }
}
