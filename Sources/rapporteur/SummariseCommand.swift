internal import ArgumentParser
internal import Discussion
internal import Formats
internal import Summaries
internal import Summarising

struct SummariseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summarise",
        abstract: "Summarise the comments on a statement in sentences that people wrote."
    )

    @Argument(help: "A plain text file, or with --jsonl discussions as JSON Lines.") var file: String
    @Option(help: "How many words the sentences may have together.") var words: Int?
    @Flag(help: "Print the summary as JSON.") var json = false
    @Flag(help: "Read discussions and write summaries as JSON Lines.") var jsonl = false

    func run() async throws {
        let settings = try Settings(path: nil, arguments: words.map { ["summary.words": "\($0)"] } ?? [:])
        // The chat asks for no more than it can show; a file may ask for more.
        let summarizer = Summarizer(
            maximumWords: try settings.number("summary.words", in: 1...Summarizer.longestSummary)
        )
        guard !jsonl else { return try summariseLines(summarizer) }
        let page = try StatementFile(path: file).page
        let summary = summarizer.summary(of: page.comments, about: page.statement, leavingOut: [:])
        guard !json else { return Output.text(try SummaryLine(id: page.title, summary).line()) }
        for sentence in summary.sentences { Output.line("\(sentence.comment) \(sentence.text)") }
        Output.line(summary.account)
    }

    private func summariseLines(_ summarizer: Summarizer) throws {
        try DiscussionLines(try StatementFile.bytes(path: file)).forEach { discussion in
            let statement = discussion.document.isEmpty ? nil : Statement(text: discussion.document)
            let summary = summarizer.summary(of: discussion.comments, about: statement, leavingOut: [:])
            Output.text(try SummaryLine(id: discussion.id, summary).line())
        }
    }
}

extension SummaryLine {
    fileprivate init(id: String, _ summary: Summary) {
        self.init(id: id, sentences: summary.sentences.map { SentenceJSON($0.text, of: $0.comment) })
    }
}
