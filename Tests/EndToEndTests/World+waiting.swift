import Endpoint
import Foundation
import Networking

extension World {
    /// What did not happen in time, and what the bot said about it.
    struct Disappointment: Error, CustomStringConvertible {
        let description: String
    }

    /// Waits until it is so; looks whenever something has happened in a room, or the bot has written or ended.
    func until(
        _ what: String,
        within limit: Duration = .seconds(60),
        _ isSo: @escaping @Sendable () -> Bool
    ) async throws {
        let child = process.use { $0 }
        let homeserver = homeserver
        let cameTrue = try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                for await _ in homeserver.changes() where isSo() { return true }
                throw CancellationError()
            }
            group.addTask {
                guard let child else {
                    try await Task.sleep(for: limit)
                    return false
                }
                for await _ in child.changes() {
                    if isSo() { return true }
                    if child.ending != nil { return false }
                }
                throw CancellationError()
            }
            group.addTask {
                try await Task.sleep(for: limit)
                return false
            }
            defer { group.cancelAll() }
            return try await group.next() ?? false
        }
        guard !cameTrue else { return }
        let ending = child?.ending.map { "The bot has ended (\($0))." } ?? "The bot runs."
        throw Disappointment(
            description:
                "It did not come true that \(what). \(ending)\n\(child?.errors ?? "There is no bot.")"
        )
    }
}
