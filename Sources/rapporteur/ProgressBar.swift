internal import Foundation
internal import Networking

/// Shows on a terminal how far something has come, once it takes long. Elsewhere it shows nothing.
struct ProgressBar: Sendable {
    private struct State {
        var progress: Progress?
        var since = ContinuousClock.now
        var isShown = false
    }

    private let state = Guarded(State())
    private let isTerminal =
        isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    private let start = ContinuousClock.now

    /// What takes less needs no bar.
    private static let patience = Duration.milliseconds(700)
    private static let pause = Duration.milliseconds(120)

    /// Runs something long and draws meanwhile; at the end the line is as it was.
    func drawing<Result: Sendable>(during body: @escaping @Sendable () async throws -> Result) async throws
        -> Result
    {
        guard isTerminal else { return try await body() }
        return try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask {
                try? await draw()
                return nil
            }
            group.addTask(operation: body)
            defer {
                group.cancelAll()
                erase()
            }
            while let result = try await group.next() {
                if let result { return result }
            }
            throw CancellationError()
        }
    }

    /// Keeps in mind how far it is; drawn when the time has come.
    func set(_ progress: Progress) {
        guard isTerminal else { return }
        state.use { state in
            if state.progress?.phase != progress.phase { state.since = .now }
            state.progress = progress
        }
    }

    /// Takes the line away, so that something can be printed.
    func erase() {
        guard isTerminal else { return }
        state.use { state in
            if state.isShown { Self.write("\r\u{1B}[2K") }
            state.isShown = false
        }
    }

    /// Until it is cancelled.
    private func draw() async throws {
        while true {
            try await Task.sleep(for: Self.pause)
            guard ContinuousClock.now - start > Self.patience else { continue }
            state.use { state in
                guard let progress = state.progress else { return }
                let line = progress.line(
                    elapsed: .now - state.since,
                    width: Terminal.width(of: STDERR_FILENO) ?? 80
                )
                Self.write("\r\u{1B}[2K" + line)
                state.isShown = true
            }
        }
    }

    private static func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
