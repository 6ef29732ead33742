internal import Summaries

/// A summary for people who read it in a terminal or a text file.
package struct SummaryText {
    private let report: SummaryReport
    private let width: Int?

    /// - Parameter width: How many columns a line may have; nil where lines are not broken.
    package init(_ report: SummaryReport, width: Int?) {
        self.report = report
        self.width = width
    }

    /// The whole text, its line feed included.
    package var text: String {
        var blocks = report.title.isEmpty ? [] : [wrapped(report.title, "")]
        for group in report.groups {
            if let heading = group.heading { blocks.append(wrapped(heading, "")) }
            blocks += group.parts.map { part in
                switch part {
                case .prose(let sentences): wrapped(sentences.map(\.line).joined(separator: " "), "")
                case .passage(let passage):
                    wrapped(passage.sentences.map(\.text).joined(separator: " "), "> ") + "\n"
                        + wrapped("— " + sourceLine(passage), "")
                }
            }
        }
        return (blocks + report.lastLines.map { wrapped($0, "") }).joined(separator: "\n\n") + "\n"
    }

    private func sourceLine(_ passage: ChosenPassage) -> String {
        let facts = report.facts(about: passage)
        return facts.isEmpty ? "\(passage.comment)" : "\(passage.comment), \(facts)"
    }

    private func wrapped(_ text: String, _ margin: String) -> String {
        let safe = text.printable
        guard let width else { return margin + safe }
        let lines = safe.lines(of: max(width - margin.count, 10))
        return lines.map { margin + $0 }.joined(separator: "\n")
    }
}

extension String {
    /// Without what steers a terminal or turns the direction of what follows: a comment may hold anything.
    package var printable: String {
        var printable = UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x00...0x1F, 0x7F...0x9F: printable.append("\u{FFFD}")
            case 0x202A...0x202E, 0x2066...0x2069: break
            default: printable.append(scalar)
            }
        }
        return String(printable)
    }

    /// Lines of whole words; a word that is longer has a line of its own.
    func lines(of width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var columns = 0
        for word in split(separator: " ") {
            let size = word.unicodeScalars.reduce(0) { $0 + $1.columns }
            if columns > 0, columns + 1 + size > width {
                lines.append(line)
                (line, columns) = ("", 0)
            }
            if columns > 0 {
                line += " "
                columns += 1
            }
            line += word
            columns += size
        }
        return lines + [line]
    }
}

extension Unicode.Scalar {
    /// How many columns it takes in a terminal.
    fileprivate var columns: Int {
        guard value >= 0x300 else { return 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
