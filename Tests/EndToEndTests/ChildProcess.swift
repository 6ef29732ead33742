import Foundation
import Networking

/// A program that runs beside the tests, with no signal blocked. What it writes is heard as it comes.
final class ChildProcess: Sendable {
    enum Ending: Hashable, Sendable {
        case exit(Int32)
        case signal(Int32)
    }

    private struct State {
        var output: [UInt8] = []
        var errors: [UInt8] = []
        var openPipes = 2
        var ending: Ending?
        var bells: [AsyncStream<Void>.Continuation] = []
    }

    private let id: pid_t
    private let state = Guarded(State())

    /// Starts a program.
    ///
    /// - Parameter environment: Added to that of the tests.
    init(_ program: String, _ arguments: [String], input: String, environment: [String: String]) throws {
        let output = try Pipe()
        let errors = try Pipe()
        let spawning = Spawning(program, arguments, environment: environment)
        id = try spawning.run(input: input, output: output.writing, errors: errors.writing)
        output.closeWriting()
        errors.closeWriting()
        Thread.detachNewThread { self.read(output.reading) { $0.output += $1 } }
        Thread.detachNewThread { self.read(errors.reading) { $0.errors += $1 } }
    }

    var output: String { state.use { String(decoding: $0.output, as: UTF8.self) } }
    var errors: String { state.use { String(decoding: $0.errors, as: UTF8.self) } }
    /// nil while it runs.
    var ending: Ending? { state.use { $0.ending } }

    /// Rings once at the start, then whenever it has written something, and when it has ended.
    func changes() -> AsyncStream<Void> {
        let (rings, bell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        state.use { $0.bells.append(bell) }
        bell.yield()
        return rings
    }

    /// Sends a signal, as long as it runs.
    func signal(_ number: Int32) {
        // Under the lock, in which it is also reaped: after that its number may be another's.
        state.use { if $0.ending == nil { _ = kill(id, number) } }
    }

    private func read(_ descriptor: Int32, _ keep: @Sendable (inout State, ArraySlice<UInt8>) -> Void) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            ring { keep(&$0, buffer[..<count]) }
        }
        close(descriptor)
        let isLast = state.use { state in
            state.openPipes -= 1
            return state.openPipes == 0
        }
        if isLast { reap() }
    }

    private func reap() {
        var information = siginfo_t()
        while waitid(P_PID, id_t(id), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {}
        ring { state in
            var status: Int32 = 0
            waitpid(id, &status, 0)
            let number = status & 0x7f
            state.ending = number == 0 ? .exit((status >> 8) & 0xff) : .signal(number)
        }
    }

    private func ring(_ change: (inout State) -> Void) {
        let bells = state.use { state in
            change(&state)
            return state.bells
        }
        for bell in bells { bell.yield() }
    }
}

/// Two ends, of sockets: those, and not the ends of pipes, can be made such that no other child inherits them.
private struct Pipe {
    let reading: Int32
    let writing: Int32

    init() throws {
        var ends: [Int32] = [0, 0]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
            throw POSIXError(.init(rawValue: errno) ?? .EMFILE)
        }
        (reading, writing) = (ends[0], ends[1])
    }

    func closeWriting() { close(writing) }
}

/// What `posix_spawn` needs. Foundation's `Process` hands on the signals that its thread has blocked.
private struct Spawning {
    let program: String
    let arguments: [String]
    let environment: [String]

    init(_ program: String, _ arguments: [String], environment: [String: String]) {
        self.program = program
        self.arguments = [program] + arguments
        let all = ProcessInfo.processInfo.environment.merging(environment) { _, added in added }
        self.environment = all.map { "\($0.key)=\($0.value)" }
    }

    func run(input: String, output: Int32, errors: Int32) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

        var id: pid_t = 0
        let failure = Self.withCStrings(arguments) { arguments in
            Self.withCStrings(environment) { posix_spawn(&id, program, &actions, &attributes, arguments, $0) }
        }
        guard failure == 0 else { throw POSIXError(.init(rawValue: failure) ?? .ENOENT) }
        return id
    }

    private static func withCStrings<Result>(
        _ texts: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}
