internal import ArgumentParser
internal import Discussion
internal import Formats

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read a statement with its comments, and say what was found."
    )

    @Argument(help: "A plain text file.") var file: String
    @Flag(help: "Print the whole parse as JSON.") var json = false

    func run() async throws {
        let page = try StatementFile(path: file).page
        guard !json else { return try Output.json(ParsedPageJSON(page), encoder: .house(isPretty: true)) }
        let sentences = page.paragraphs.reduce(0) { $0 + $1.paragraph.sentences.count }
        let replies = page.parsedComments.count { $0.parent != nil }
        Output.line(page.title)
        if let standfirst = page.standfirst { Output.line(standfirst) }
        Output.line("Statement: \(page.paragraphs.count) paragraphs, \(sentences) sentences.")
        Output.line("Comments: \(page.parsedComments.count), \(replies) of them replies.")
    }
}
