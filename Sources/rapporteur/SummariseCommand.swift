internal import ArgumentParser
internal import Foundation
internal import Summaries

struct SummariseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summarise",
        abstract: "Summarise the comments on a statement in sentences that people wrote.",
        discussion: """
            A file is a statement with the comments below it as plain text, or JSON Lines with a discussion a line:
            {"id", "document", "comments": [{"id", "parent", "author", "text"}]}. Which of both it is, is seen from its
            first character. With --jsonl each line is answered by a line: {"id", "summary", "sentences": [{"comment",
            "text"}], …}.
            """
    )

    /// How summaries are printed.
    enum Format: String, EnumerableFlag {
        case text
        case json
        case jsonl
        case html

        static func help(for value: Format) -> ArgumentHelp? {
            switch value {
            case .text: "Print text, each quotation with its comment."
            case .json: "Print an object of JSON a discussion."
            case .jsonl: "Read discussions and write summaries as JSON Lines."
            case .html: "Print a page of HTML."
            }
        }
    }

    @Argument(help: "Files; - or none for standard input.") var files: [String] = []
    @Option(help: "How many words the sentences may have together: 1 to \(Summarizer.longestSummary).")
    var words: Int?
    @Flag(help: "How to print it.") var format = Format.text
    @Option(
        help: "A language model that turns the sentences into prose: the address of an OpenAI-compatible API."
    )
    var writer: String?
    @Option(help: "The model's name there.") var model: String?
    @Option(help: "A file with the API's key, which nobody but you may read.") var writerKey: String?
    @Option(help: "How long the model may take, in seconds.") var writerTimeout: Int?
    @Option(help: "What the files hold, where that is not to be guessed: text or jsonl.")
    var input: SummaryInput.Kind?

    func validate() throws {
        guard files.isEmpty, isatty(STDIN_FILENO) == 1 else { return }
        throw ValidationError("Name a file, or pipe a discussion in: rapporteur summarise < FILE")
    }

    func run() async throws {
        let words = try wordsAllowed()
        let bar = ProgressBar()
        let queue = SummaryQueue(
            maker: SummaryMaker(
                summarizer: Summarizer(maximumWords: words),
                writer: try Settings(path: nil, arguments: writerSettings).writer(),
                bar: bar
            ),
            kind: input ?? (format == .jsonl ? .jsonl : nil),
            bar: bar
        )
        let printer = SummaryPrinter(format: format, width: Terminal.width(of: STDOUT_FILENO))
        let paths = files.isEmpty ? ["-"] : files
        try await bar.drawing {
            try await queue.run(paths) { report in
                bar.erase()
                try printer.print(report)
            }
            bar.erase()
            printer.end()
        }
    }

    private var writerSettings: [String: String] {
        let settings = [
            "writer.url": writer, "writer.model": model, "writer.key_file": writerKey,
            "writer.timeout": writerTimeout.map { "\($0)" },
        ]
        return settings.compactMapValues(\.self)
    }

    /// The words that were asked for, else those of the settings; what no summary has is brought into its bounds.
    private func wordsAllowed() throws -> Int {
        let allowed = 1...Summarizer.longestSummary
        // The chat asks for no more than it can show; a file may ask for more.
        guard let words else {
            return try Settings(path: nil, arguments: [:]).number("summary.words", in: allowed)
        }
        let nearest = min(max(words, allowed.lowerBound), allowed.upperBound)
        if nearest != words {
            Output.note(
                "A summary has \(allowed.lowerBound) to \(allowed.upperBound) words; \(nearest) are used, not \(words)."
            )
        }
        return nearest
    }
}
