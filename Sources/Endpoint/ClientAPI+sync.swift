internal import MatrixTypes

extension ClientAPI {
    /// How long a sync may wait for news, whatever it asks for.
    private static let longestWait = 100_000

    /// The connection ends while a call waits.
    struct Dropped: Error {}

    func sync(_ call: APICall, for user: UserID) async throws -> JSONText {
        let filter = try homeserver.filter(call.query["filter"], of: user)
        let since = try homeserver.position(call.query["since"])
        let timeout = min(max(Int(call.query["timeout"] ?? "") ?? 0, 0), Self.longestWait)
        let news = try await homeserver.news(
            for: user,
            since: since,
            filter: filter,
            within: .milliseconds(timeout)
        )
        guard let news else { throw Dropped() }
        return news.json
    }

    func filter(_ call: APICall, for user: UserID) throws(StreamMessage.Refusal) -> JSONText {
        guard call.path[1] == user.rawValue else { throw .forbidden("Cannot see or make filters of others.") }
        switch (call.method, call.path.count) {
        case ("POST", 3):
            let text = try call.object()
            let name = homeserver.store(try SyncFilter(reading: text), text: text, of: user)
            return .object(["filter_id": .string(name)])
        case ("GET", 4):
            return try homeserver.filterText(call.path[3], of: user)
        default:
            throw call.isUnknown
        }
    }
}
