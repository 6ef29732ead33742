import CLibwebsockets

/// What flows over an open connection.
extension WebSocketLoop {
    /// So much may be written in one go before other connections have their turn.
    private static let bytesPerTurn = 512 << 10

    // MARK: - Reading

    func received(_ data: UnsafeRawBufferPointer, on socket: OpaquePointer, of peer: WebSocketPeer) {
        peer.lastHeard = .now
        guard peer.phase == .open, peer.failure == nil else { return }
        if lws_frame_is_binary(socket) != 0 {
            return refuse(peer, on: socket, .binaryMessage, code: 1003, reason: "only text is understood")
        }
        let announced = lws_remaining_packet_payload(socket)
        guard announced <= peer.maximumMessageBytes - peer.partial.count - data.count else {
            let limit = peer.maximumMessageBytes
            return refuse(
                peer,
                on: socket,
                .messageTooLarge(limit: limit),
                code: 1009,
                reason: "at most \(limit) bytes"
            )
        }
        if lws_is_final_fragment(socket) == 0 {
            peer.partial.append(contentsOf: data)
        } else if peer.partial.isEmpty {
            deliver([UInt8](data), on: socket, of: peer)
        } else {
            peer.partial.append(contentsOf: data)
            let message = peer.partial
            peer.partial = []
            deliver(message, on: socket, of: peer)
        }
    }

    private func deliver(_ message: [UInt8], on socket: OpaquePointer, of peer: WebSocketPeer) {
        let limit = peer.channel.maximumBufferedBytes
        let pauses = peer.channel.update(waking: .received) { state in
            state.incoming.append(message)
            state.incomingBytes += message.count
            // An empty message costs memory too.
            state.isPaused = state.incomingBytes >= limit || state.incoming.count >= limit
            return state.isPaused
        }
        if pauses {
            peer.isPaused = true
            lws_rx_flow_control(socket, 0)
        }
    }

    /// Drops what follows, and says why when there is a chance to write.
    private func refuse(
        _ peer: WebSocketPeer,
        on socket: OpaquePointer,
        _ error: WebSocketError,
        code: Int,
        reason: String
    ) {
        peer.fail(error)
        peer.partial = []
        peer.channel.update(waking: .received, .drained) { $0.ending = $0.ending ?? error }
        beginClosing(peer, on: socket, WebSocketClosing(code: code, reason: reason, flushesFirst: false))
    }

    // MARK: - Writing

    func writable(_ socket: OpaquePointer, of peer: WebSocketPeer) -> Int32 {
        guard peer.phase != .handshaking else { return 0 }
        if peer.isPingDue {
            peer.isPingDue = false
            guard lws_write(socket, payload, 0, LWS_WRITE_PING) >= 0 else { return -1 }
        }
        if peer.closing?.flushesFirst ?? true, !writeMessages(on: socket, of: peer) { return -1 }
        guard let closing = peer.closing else { return 0 }
        if closing.flushesFirst, peer.hasSomethingToSend { return 0 }
        if lws_partial_buffered(socket) != 0 {
            // Closed now, it would flush and then end without saying the code.
            lws_callback_on_writable(socket)
            return 0
        }
        setTimer(on: socket, Self.closingLimit)
        var reason = Array(closing.reason.utf8.prefix(123))
        lws_close_reason(socket, lws_close_status(UInt32(closing.code)), &reason, reason.count)
        return -1
    }

    /// - Returns: Whether the connection still works.
    private func writeMessages(on socket: OpaquePointer, of peer: WebSocketPeer) -> Bool {
        var written = 0
        while written < Self.bytesPerTurn, lws_partial_buffered(socket) == 0, peer.refill() {
            let message = peer.sending[peer.sendingIndex]
            let size = min(message.count - peer.sendingOffset, Self.fragmentBytes)
            let isLast = peer.sendingOffset + size == message.count
            message.withUnsafeBufferPointer { bytes in
                if let start = bytes.baseAddress {
                    payload.update(from: start + peer.sendingOffset, count: size)
                }
            }
            let kind = peer.sendingOffset == 0 ? LWS_WRITE_TEXT.rawValue : LWS_WRITE_CONTINUATION.rawValue
            let flags = isLast ? kind : kind | LWS_WRITE_NO_FIN.rawValue
            guard lws_write(socket, payload, size, lws_write_protocol(flags)) >= 0 else { return false }
            peer.sendingOffset += size
            written += size
            if isLast { peer.advance() }
        }
        if written > 0 { peer.channel.update(waking: .drained) { $0.outgoingBytes -= written } }
        if peer.hasSomethingToSend { lws_callback_on_writable(socket) }
        return true
    }

    private var payload: UnsafeMutablePointer<UInt8> {
        scratch + lws_shim_room_before()
    }
}

extension WebSocketPeer {
    var hasSomethingToSend: Bool {
        sendingIndex < sending.count || channel.update { !$0.outgoing.isEmpty }
    }

    /// - Returns: Whether there is a message to write at ``sendingIndex``.
    fileprivate func refill() -> Bool {
        if sendingIndex < sending.count { return true }
        sendingIndex = 0
        sending = channel.update { state in
            let taken = state.outgoing
            state.outgoing = []
            return taken
        }
        return !sending.isEmpty
    }

    fileprivate func advance() {
        sending[sendingIndex] = []
        sendingIndex += 1
        sendingOffset = 0
    }
}
