internal import ArgumentParser
internal import BotStore
internal import Formats
internal import Foundation

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract:
            "Verify a ledger that rapporteur export --format ledger wrote; nothing but the file is needed.",
        discussion: """
            The ledger says what was published and when. Verified are the chain of its entries, the words of those that are \
            open, and the signature. With --since, also that it continues an earlier copy: that nothing was rewritten. \
            Whose key it is you must know from elsewhere, for example from the site it belongs to.
            """
    )

    @Argument(help: "The ledger.") var file: String
    @Option(help: "An earlier copy of the same ledger.") var since: String?
    @Option(help: "The public key with which it must be signed, in base64.") var key: String?

    func run() async throws {
        let earlier = try since.map { try Self.verdict(on: $0, continuing: nil) }
        let verdict = try Self.verdict(on: file, continuing: earlier)
        guard key == nil || key == verdict.key else {
            throw Failure(file: file, reason: "It is signed with another key, \(verdict.key).")
        }
        Output.line(
            """
            The ledger is whole: \(verdict.count.of("entry", "entries")), \(verdict.open.grouped) with their words, \
            \(verdict.closed.grouped) whose words were taken back or have become others.
            Signed \(verdict.signedAt.formatted(.iso8601)) with the key \(verdict.key).
            """
        )
        if let earlier, let since {
            Output.line(
                "It continues \(since): the first \(earlier.count.of("entry is", "entries are")) the same."
            )
        }
    }

    /// What is wrong with which file.
    struct Failure: Error, CustomStringConvertible {
        let file: String
        let reason: String

        var description: String { "\(file) does not bear verification. \(reason)" }
    }

    private static func verdict(on path: String, continuing earlier: LedgerVerifier.Verdict?) throws
        -> LedgerVerifier.Verdict
    {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw Failure(file: path, reason: "There is no such file, or it cannot be read.")
        }
        var reader = DiscussionLineReader(beginning: []) {
            try handle.read(upToCount: 1 << 16).map(Array.init) ?? []
        }
        var verifier = LedgerVerifier(continuing: earlier)
        do {
            while let line = try reader.next() { try verifier.take(line.bytes) }
            return try verifier.verdict()
        } catch {
            throw Failure(file: path, reason: "\(error)")
        }
    }
}
