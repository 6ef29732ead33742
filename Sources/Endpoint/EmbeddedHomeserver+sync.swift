internal import MatrixTypes
internal import Networking

extension EmbeddedHomeserver {
    /// Reads a position that this homeserver handed out; nil stays nil, which is the beginning.
    func position(_ text: String?) throws(StreamMessage.Refusal) -> StreamPosition? {
        guard let text, !text.isEmpty else { return nil }
        let (newest, oldest) = state.use { ($0.order, $0.faults.oldestKnownOrder) }
        guard let position = StreamPosition(text), position.epoch == epoch,
            (oldest...max(oldest, newest)).contains(position.order)
        else {
            throw StreamMessage.Refusal(
                errcode: "M_UNKNOWN_POS",
                error: "The position \(text) is not known here."
            )
        }
        return position
    }

    /// The next news for a reader since a position, or after a while an answer without any.
    ///
    /// - Returns: nil where connections are dropped meanwhile.
    func news(
        for user: UserID,
        since: StreamPosition?,
        filter: SyncFilter,
        within limit: Duration
    ) async throws -> SyncAnswer? {
        let (rings, _) = hangBell(isConnection: true)
        return try await withThrowingTaskGroup(of: SyncAnswer?.self) { group in
            group.addTask {
                for await _ in rings where !self.holdsNews {
                    let answer = self.sync(for: user, since: since, filter: filter)
                    if !answer.isEmpty || since == nil { return answer }
                }
                try Task.checkCancellation()
                return nil
            }
            group.addTask {
                try await Task.sleep(for: limit)
                if let since, self.holdsNews { return self.noNews(since: since) }
                return self.sync(for: user, since: since, filter: filter)
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }

    private func noNews(since position: StreamPosition) -> SyncAnswer {
        let json = JSONText.object(["next_batch": .string(position.text)])
        return SyncAnswer(json: json, position: position, isEmpty: true)
    }

    /// What happened for a reader since a position; everything where there is none.
    func sync(for user: UserID, since: StreamPosition?, filter: SyncFilter = .none) -> SyncAnswer {
        // Read under the lock: a copy that is still held would make the next event copy its whole room.
        state.use { state in
            let reader = SyncReader(
                user: user,
                since: since?.order,
                limit: min(max(filter.room?.timeline?.limit ?? timelineLimit, 1), timelineLimit),
                filter: filter,
                epoch: epoch,
                newest: state.order
            )
            let position = StreamPosition(order: state.order, epoch: epoch)
            let sections = reader.sections(of: state.rooms.values.sorted { $0.id.rawValue < $1.id.rawValue })
            let json = JSONText.object(["next_batch": .string(position.text), "rooms": sections])
            return SyncAnswer(json: json, position: position, isEmpty: sections == nil)
        }
    }
}
