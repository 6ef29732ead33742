/// An open WebSocket. It is closed when the closure that was given it returns.
package struct WebSocketConnection: Sendable {
    /// What the handshake agreed upon.
    package let subprotocol: String?
    /// What the server's verdict said about the client; empty on the client's side.
    package let context: String
    /// What the verdict attached.
    package let attachment: (any Sendable)?
    /// The request that led here, on the server's side.
    package let handshake: WebSocketHandshake?
    let channel: WebSocketChannel
    let loop: WebSocketLoop

    /// All text messages that have arrived since the last call, in order, at least one.
    ///
    /// Suspends until there is one. While more bytes wait here than the connection may buffer, nothing is read from
    /// the socket, so that the other side has to wait.
    ///
    /// The bytes are as they came. That they are UTF-8 is for their reader to check: closing with 1007 would throw
    /// away a whole batch for one bad event, and the next connection would get the same one.
    ///
    /// - Throws: ``WebSocketError`` when the connection has ended and all that came before was taken.
    package func receive() async throws -> [[UInt8]] {
        while true {
            let (messages, wasPaused, ending) = channel.update { state in
                let taken = (state.incoming, state.isPaused, state.ending)
                state.incoming = []
                state.incomingBytes = 0
                state.isPaused = false
                return taken
            }
            if wasPaused { loop.attend(to: channel.number) }
            if !messages.isEmpty { return messages }
            if let ending { throw ending }
            try await channel.wait(for: .received) { !$0.incoming.isEmpty || $0.ending != nil }
        }
    }

    /// Hands over text messages, in order. Returns when all are accepted, which is before they have left.
    ///
    /// Suspends while more bytes wait to be sent than the connection may buffer; a message that is larger than that
    /// goes alone. A task that is cancelled meanwhile has handed over the first of them only.
    ///
    /// - Throws: ``WebSocketError`` when the connection has ended.
    package func send(_ messages: [[UInt8]]) async throws {
        var rest = messages[...]
        while !rest.isEmpty {
            let ending = channel.update { state in state.accept(&rest, upTo: channel.maximumBufferedBytes) }
            if let ending { throw ending }
            loop.attend(to: channel.number)
            guard let next = rest.first else { return }
            let limit = channel.maximumBufferedBytes
            try await channel.wait(for: .drained) {
                $0.ending != nil || $0.hasRoom(for: next.count, limit: limit)
            }
        }
    }

    /// Suspends until all that was accepted has gone to the operating system.
    ///
    /// - Throws: ``WebSocketError`` when the connection has ended.
    package func flush() async throws {
        let ending = channel.update { $0.ending }
        if let ending { throw ending }
        try await channel.wait(for: .drained) { $0.ending != nil || $0.outgoingBytes == 0 }
    }

    /// Closes in the order of things: what was accepted leaves first, then the code.
    ///
    /// - Parameters:
    ///   - code: 1000 to 1014 or 3000 to 4999. Mind that libwebsockets on the other side reads 1012 to 1014 as
    ///     1002: say 1001 instead.
    ///   - reason: At most 123 bytes; the rest is cut off.
    package func close(code: Int, reason: String) {
        close(WebSocketClosing(code: code, reason: reason, flushesFirst: true))
    }

    func close(_ closing: WebSocketClosing) {
        channel.update(waking: .received, .drained) { state in
            if state.closing == nil || !closing.flushesFirst { state.closing = closing }
            if state.ending == nil { state.ending = .closed(code: closing.code, reason: closing.reason) }
        }
        loop.attend(to: channel.number)
    }
}

extension WebSocketChannel.State {
    func hasRoom(for bytes: Int, limit: Int) -> Bool {
        outgoingBytes == 0 || outgoingBytes + bytes <= limit
    }

    /// Takes as many messages as there is room for off the front.
    fileprivate mutating func accept(_ messages: inout ArraySlice<[UInt8]>, upTo limit: Int)
        -> WebSocketError?
    {
        if let ending { return ending }
        while let first = messages.first, hasRoom(for: first.count, limit: limit) {
            outgoing.append(first)
            outgoingBytes += first.count
            messages.removeFirst()
        }
        return nil
    }
}
