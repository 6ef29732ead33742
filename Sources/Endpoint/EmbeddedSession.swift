internal import MatrixTypes
internal import Networking

/// What one client of the embedded homeserver gets.
struct EmbeddedSession: StreamSession {
    let homeserver: EmbeddedHomeserver
    let user: UserID
    let since: StreamPosition?
    let filter: SyncFilter
    let quietLimit: Duration

    /// All is done at once.
    var requestsAtOnce: Int { 1 }

    /// Ends when connections are dropped on purpose.
    func follow(_ client: StreamClient) async throws {
        let (rings, bell) = homeserver.hangBell(isConnection: true)
        let first = homeserver.sync(for: user, since: since, filter: filter)
        try await client.take(first.json.bytes)

        let isDue = Guarded(false)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await sendUpdates(to: client, after: first.position, at: rings, isDue: isDue)
            }
            group.addTask { try await keepAlive(bell, isDue: isDue) }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func sendUpdates(
        to client: StreamClient,
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
            let update = homeserver.sync(for: user, since: position, filter: filter)
            guard !update.isEmpty || mustSend else { continue }
            position = update.position
            try await client.take(update.json.bytes)
        }
        try Task.checkCancellation()
        throw StreamEnd("The connection was dropped.")
    }

    private func keepAlive(_ bell: Bell, isDue: Guarded<Bool>) async throws {
        while true {
            try await Task.sleep(for: quietLimit)
            isDue.use { $0 = true }
            bell.ring()
        }
    }

    func result(of demand: StreamDemand) throws(StreamMessage.Refusal) -> JSONText? {
        switch demand.kind {
        case .ping:
            return .emptyObject
        case .send(let type, let content, let room):
            // The request's id is the transaction id.
            let event = try homeserver.send(
                type,
                content: content,
                transaction: demand.id,
                to: room,
                as: user
            )
            return homeserver.losesAnswer() ? nil : .object(["event_id": .string(event.rawValue)])
        case .state(let type, let key, let content, let room):
            let event = try homeserver.setState(type, key: key, content: content, in: room, as: user)
            return .object(["event_id": .string(event.rawValue)])
        case .typing(let isTyping, _, let room):
            try homeserver.setTyping(isTyping, user, in: room)
            return .emptyObject
        case .readMarkers(let markers, let room):
            let read = markers.first { $0.name.hasPrefix("m.read") }
            try homeserver.markRead(read.map { EventID($0.event) }, by: user, in: room)
            return .emptyObject
        }
    }
}
