internal import BotStore
internal import Formats
internal import Foundation
internal import MatrixTypes
internal import PluginAPI

/// The statement and the thread of the demo's room, as its page reads them.
struct DemoDiscussion: Sendable {
    let store: Store
    let room: RoomID

    /// How long the page may be kept waiting for news.
    private static let patience = Duration.seconds(25)

    /// The discussion in a newer state than the one named; nil where there is none for a while.
    @Sendable func changed(after revision: String?) async -> (revision: String, json: [UInt8])? {
        await withTaskGroup(of: (revision: String, json: [UInt8])?.self) { group in
            group.addTask {
                for await _ in await store.changes(in: .discussion) {
                    if let state = try? await state(), state.revision != revision { return state }
                }
                return nil
            }
            group.addTask {
                try? await ContinuousClock().sleep(for: Self.patience)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }

    private func state() async throws -> (revision: String, json: [UInt8]) {
        let discussion = store.discussion(in: room, isDirect: false)
        let json = StatementJSON(
            try await discussion.statement(),
            comments: try await discussion.thread().comments
        )
        let bytes = Array(try JSONEncoder.house().encode(json))
        return (EventID(String(decoding: bytes, as: UTF8.self)).stableHash.description, bytes)
    }
}
