internal import MatrixTypes
internal import Networking

extension EmbeddedHomeserver {
    /// Keeps a filter and names it.
    func store(_ filter: SyncFilter, text: [UInt8], of user: UserID) -> String {
        state.use { state in
            let kept = HomeserverState.StoredFilter(filter: filter, text: JSONText(verbatim: text))
            state.filters[user, default: []].append(kept)
            return String((state.filters[user]?.count ?? 1) - 1)
        }
    }

    /// The filter in a query: JSON, or the name of one that was stored.
    ///
    /// - Throws: `M_NOT_JSON` or `M_INVALID_PARAM`.
    func filter(_ text: String?, of user: UserID) throws(StreamMessage.Refusal) -> SyncFilter {
        guard let text, !text.isEmpty else { return .none }
        if text.hasPrefix("{") { return try SyncFilter(reading: Array(text.utf8)) }
        guard let stored = stored(text, of: user) else {
            throw StreamMessage.Refusal(errcode: "M_INVALID_PARAM", error: "No such filter")
        }
        return stored.filter
    }

    /// A filter as it was stored.
    func filterText(_ name: String, of user: UserID) throws(StreamMessage.Refusal) -> JSONText {
        guard let stored = stored(name, of: user) else { throw .notFound("No such filter") }
        return stored.text
    }

    private func stored(_ name: String, of user: UserID) -> HomeserverState.StoredFilter? {
        let stored = state.use { $0.filters[user] ?? [] }
        guard let index = Int(name), stored.indices.contains(index) else { return nil }
        return stored[index]
    }
}
