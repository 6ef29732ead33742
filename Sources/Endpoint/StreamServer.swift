internal import MatrixTypes
internal import Networking

/// Lets clients follow a homeserver over the WebSocket of the Matrix draft, `m.json`.
struct StreamServer<Backend: StreamBackend>: Sendable {
    let backend: Backend
    let sockets: WebSocketService
    let listener: WebSocketListener
    /// The pages that may open a connection. What is no browser names none, and is let in by its token.
    let origins: Set<String>
    /// Told of who comes and goes.
    let report: @Sendable (StreamEvent) -> Void

    /// Serves until cancelled.
    func run(onListening: @Sendable (Int) -> Void) async throws {
        try await sockets.listen(
            listener,
            onListening: onListening,
            asking: verdict(on:),
            serve: serve(_:)
        )
    }

    /// Who may come in; decided before the upgrade, so that a refusal is an HTTP answer.
    private func verdict(on handshake: WebSocketHandshake) async -> WebSocketVerdict {
        do {
            try check(handshake)
            let session = try await backend.session(for: handshake)
            return .accept(context: session.user.rawValue, attachment: session)
        } catch let rejection as StreamRejection {
            return reject(handshake, rejection)
        } catch let refusal as StreamMessage.Refusal {
            return reject(handshake, StreamRejection(refusal))
        } catch {
            return reject(handshake, StreamRejection(.shuttingDown, status: 503))
        }
    }

    private func reject(_ handshake: WebSocketHandshake, _ rejection: StreamRejection) -> WebSocketVerdict {
        report(.refused(address: handshake.peerAddress, status: rejection.status))
        let json = String(decoding: rejection.json.bytes, as: UTF8.self)
        return .reject(status: rejection.status, json: json, retryAfter: rejection.retryAfter)
    }

    private func check(_ handshake: WebSocketHandshake) throws(StreamMessage.Refusal) {
        guard handshake.path == StreamAddress.path else {
            let error = "The stream is at \(StreamAddress.path)."
            throw StreamMessage.Refusal(errcode: "M_UNRECOGNIZED", error: error)
        }
        if let origin = handshake.header("Origin"), !origins.contains(origin) {
            throw .forbidden("Pages of \(origin) may not connect here.")
        }
    }

    private func serve(_ connection: WebSocketConnection) async {
        guard let session = connection.attachment as? Backend.Session else { return }
        let address = connection.handshake?.peerAddress ?? ""
        report(.came(session.user, address: address))
        do {
            try await StreamConversation(session: session, connection: connection).run()
        } catch let end as StreamEnd {
            connection.close(code: end.code, reason: end.reason)
            return report(.went(session.user, reason: end.reason))
        } catch let error as WebSocketError {
            return report(.went(session.user, reason: "\(error)"))
        } catch {
            // The server stops: the connection is closed as that.
        }
        report(.went(session.user, reason: "the server stops"))
    }
}

extension StreamMessage.Refusal {
    fileprivate static let shuttingDown = Self(errcode: "M_UNKNOWN", error: "The server stops.")
}
