internal import ArgumentParser
internal import Formats
internal import PluginAPI
internal import Quote

struct QuoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quote",
        abstract: "Quote a passage of a statement, word for word."
    )

    @Argument(help: "A plain text file.") var file: String
    @Argument(help: "An address such as 4.2-5 or #1.1, a phrase in quotation marks, or words.") var passage:
        String
    @Flag(help: "Print the quotation as JSON.") var json = false

    func run() async throws {
        let source = try StatementFile(path: file)
        let room = OfflineRoom(page: source.page)
        let message = try await room.answer(of: QuotePlugin(), to: "quote \(passage)")
        guard let reference = message.shown.first else { throw UsageError(message.plainText) }
        guard json else { return Output.line(message.plainText) }
        // A file has no store behind it that would number its revisions.
        let revision = StatementRevision(number: 1, importedAt: nil, digest: source.digest)
        let statement = try await room.statement().at(revision)
        let quotation =
            if case .comment(let label) = reference {
                try await room.thread().quotation(of: label, in: statement)
            } else {
                try statement.quotation(of: reference)
            }
        try Output.json(QuotationJSON(quotation), encoder: .house(isPretty: true))
    }
}
