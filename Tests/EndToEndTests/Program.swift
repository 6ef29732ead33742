import Foundation

/// The real binary, as somebody uses it in a terminal.
enum Program {
    /// Beside the tests, where the build has put it.
    static let path = Bundle.main.bundleURL.appendingPathComponent("rapporteur").path

    struct Result: Sendable {
        let code: Int32
        let output: String
        let errors: String
    }

    /// Runs it to its end.
    static func run(_ arguments: String..., input: String = "") async throws -> Result {
        try await run(arguments, input: input)
    }

    /// Runs it to its end.
    ///
    /// - Parameters:
    ///   - input: What it finds on standard input.
    ///   - bytes: The largest file that it can write, as on a disk that is nearly full; nil for any.
    static func run(
        _ arguments: [String],
        input: String = "",
        environment: [String: String] = [:],
        largestFile bytes: Int? = nil,
        within limit: Duration = .seconds(60)
    ) async throws -> Result {
        let folder = try Folder()
        defer { folder.remove() }
        let file = try folder.write(input, to: "input")
        // In blocks of 512 bytes.
        let limited = bytes.map { ["-c", "ulimit -f \($0 / 512); exec \"$0\" \"$@\"", path] }
        let child = try ChildProcess(
            limited == nil ? path : "/bin/sh",
            (limited ?? []) + arguments,
            input: file,
            environment: environment
        )
        defer { child.signal(SIGKILL) }
        let ending = try await withThrowingTaskGroup(of: ChildProcess.Ending?.self) { group in
            group.addTask {
                for await _ in child.changes() where child.ending != nil { return child.ending }
                throw CancellationError()
            }
            group.addTask {
                try await Task.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
        guard case .exit(let code)? = ending else {
            throw World.Disappointment(
                description: "rapporteur \(arguments) ended with \(String(describing: ending))"
            )
        }
        return Result(code: code, output: child.output, errors: child.errors)
    }
}
