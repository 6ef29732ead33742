internal import MatrixTypes
internal import Networking

/// One client on the stream: what is new goes out, requests come in and are answered.
struct StreamSession {
    let homeserver: EmbeddedHomeserver
    let connection: WebSocketConnection
    let user: UserID
    let since: StreamPosition?
    /// An update is sent at least this often, an empty one if need be.
    let quietLimit: Duration

    /// Ends when the connection does, or when it is dropped on purpose.
    func run() async throws {
        let (rings, bell) = homeserver.hangBell(isConnection: true)
        // The first message is the answer for the client's position, whatever it asks meanwhile.
        let first = homeserver.sync(for: user, since: since)
        try await connection.send([first.json.bytes])

        let isDue = Guarded(false)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await answerRequests() }
            group.addTask { try await sendUpdates(after: first.position, at: rings, isDue: isDue) }
            group.addTask { try await keepAlive(bell, isDue: isDue) }
            try await group.next()
            group.cancelAll()
        }
    }

    private func answerRequests() async throws {
        let responder = StreamResponder(homeserver: homeserver, user: user)
        while true {
            let requests = try await connection.receive()
            let answers = requests.compactMap { responder.answer(to: $0)?.bytes }
            try await connection.send(answers)
        }
    }

    private func sendUpdates(
        after first: StreamPosition,
        at rings: AsyncStream<Void>,
        isDue: Guarded<Bool>
    ) async throws {
        var position = first
        for await _ in rings where !homeserver.holdsNews {
            let mustSend = isDue.use { isDue in
                defer { isDue = false }
                return isDue
            }
            let update = homeserver.sync(for: user, since: position)
            guard !update.isEmpty || mustSend else { continue }
            position = update.position
            try await connection.send([update.json.bytes])
        }
        // 1011 is how the draft says that the server's own sync has failed.
        connection.close(code: 1011, reason: "The connection was dropped.")
    }

    private func keepAlive(_ bell: Bell, isDue: Guarded<Bool>) async throws {
        while true {
            try await Task.sleep(for: quietLimit)
            isDue.use { $0 = true }
            bell.ring()
        }
    }
}
