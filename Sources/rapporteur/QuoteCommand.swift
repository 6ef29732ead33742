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
        let room = OfflineRoom(page: try StatementFile(path: file).page)
        let message = try await room.answer(of: QuotePlugin(), to: "quote \(passage)")
        guard let reference = message.shown.first else { throw UsageError(message.plainText) }
        guard json else { return Output.line(message.plainText) }
        let statement = try await room.statement()
        let quotation =
            if case .comment(let label) = reference {
                try await room.thread().quotation(of: label, in: statement)
            } else {
                try statement.quotation(of: reference)
            }
        try Output.json(QuotationJSON(quotation), encoder: .house(isPretty: true))
    }
}
