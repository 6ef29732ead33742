/// Tells those who wait that a table has changed. A bell holds at most one ring.
package actor Bells {
    /// What can change.
    package enum Table: Hashable, Sendable, CaseIterable {
        case inbox, outbox, schedules, discussion, gaps, erasures
    }

    private var listeners: [Table: [Int: AsyncStream<Void>.Continuation]] = [:]
    private var lastListener = 0
    private var hasEnded = false

    func ring(_ tables: Set<Table>) {
        for table in tables {
            for (number, listener) in listeners[table] ?? [:] {
                if case .terminated = listener.yield() { listeners[table]?[number] = nil }
            }
        }
    }

    func end() {
        hasEnded = true
        for listener in listeners.values.flatMap(\.values) { listener.finish() }
        listeners = [:]
    }

    /// Rings once at the start, for what was there before.
    func changes(in table: Table) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Void.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        guard !hasEnded else {
            continuation.finish()
            return stream
        }
        lastListener += 1
        let number = lastListener
        listeners[table, default: [:]][number] = continuation
        continuation.yield()
        return stream
    }
}

extension Store {
    /// Rings at the start and whenever the table may have changed; several changes may be one ring.
    package func changes(in table: Bells.Table) async -> AsyncStream<Void> {
        await bells.changes(in: table)
    }
}
