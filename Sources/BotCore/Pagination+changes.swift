internal import PluginAPI

extension Pagination {
    /// As many changes as fit; where not even the first does, that one is cut between its runs, else in one of them.
    func split(
        _ changes: [Message.Change],
        at room: Int,
        _ mustTake: Bool
    ) -> (head: [Message.Change], tail: [Message.Change])? {
        var left = room
        let count = changes.prefix { change in
            left -= size(of: change) + Self.gap
            return left >= 0
        }.count
        if count > 0 { return (Array(changes.prefix(count)), Array(changes.dropFirst(count))) }
        guard let first = changes.first else { return nil }
        let rest = Array(changes.dropFirst())
        // One that a page can hold is not cut: the next page shows it.
        if size(of: first) > limit, let (head, tail) = split(first, at: room, mustTake) {
            return ([head], [tail] + rest)
        }
        return mustTake ? ([first], rest) : nil
    }

    /// A line feed at each end.
    private static let gap = 2

    /// One change in two, the label with the first; nil where it is not to be cut.
    private func split(
        _ change: Message.Change,
        at room: Int,
        _ mustTake: Bool
    ) -> (Message.Change, Message.Change)? {
        let room = room - size(of: Message.Change(change.label, runs: []))
        var left = room
        let count = change.runs.prefix { run in
            left -= size(of: Message.Change("", runs: [run])) + 1
            return left >= 0
        }.count
        guard let first = change.runs.first, count < change.runs.count else { return nil }
        let parts = count == 0 ? split(first, at: mustTake ? max(room, limit / 2, 1) : room, mustTake) : nil
        if let (head, tail) = parts {
            return (
                Message.Change(change.label, runs: [head]),
                Message.Change("", runs: [tail] + change.runs.dropFirst())
            )
        }
        let taken = mustTake ? max(count, 1) : count
        guard taken > 0, taken < change.runs.count else { return nil }
        return (
            Message.Change(change.label, runs: Array(change.runs.prefix(taken))),
            Message.Change("", runs: Array(change.runs.dropFirst(taken)))
        )
    }

    private func size(of change: Message.Change) -> Int { size(of: .changes([change])) }

    private func split(
        _ run: Message.Change.Run,
        at room: Int,
        _ mustTake: Bool
    ) -> (head: Message.Change.Run, tail: Message.Change.Run)? {
        switch run {
        case .kept(let text): split(text, at: room, mustTake).map { (.kept($0), .kept($1)) }
        case .removed(let text): split(text, at: room, mustTake).map { (.removed($0), .removed($1)) }
        case .added(let text): split(text, at: room, mustTake).map { (.added($0), .added($1)) }
        case .leftOut: nil
        }
    }
}
