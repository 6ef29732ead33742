internal import Formats
internal import Networking

/// Prints one summary after another.
struct SummaryPrinter: Sendable {
    let format: SummariseCommand.Format
    /// How many columns the terminal has; nil where there is none.
    let width: Int?
    private let printed = Guarded(0)

    init(format: SummariseCommand.Format, width: Int?) {
        self.format = format
        self.width = width
    }

    func print(_ report: SummaryReport) throws {
        let isFirst = printed.use { count in
            defer { count += 1 }
            return count == 0
        }
        switch format {
        case .json, .jsonl: Output.text(try SummaryLine(report).line())
        case .text:
            let columns = width.map { min($0, Terminal.longestLine) }
            Output.text((isFirst ? "" : "\n\n") + SummaryText(report, width: columns).text)
        case .html:
            Output.text((isFirst ? SummaryPage.head(title: report.title) : "") + SummaryPage.article(report))
        }
    }

    /// What stands below the last.
    func end() {
        guard format == .html else { return }
        if printed.use({ $0 == 0 }) { Output.text(SummaryPage.head(title: "No discussion")) }
        Output.text(SummaryPage.tail)
    }
}
