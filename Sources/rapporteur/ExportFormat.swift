internal import ArgumentParser
internal import Formats

/// What an archive can be exported as.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
    case html
    case jsonl
    case wxr
    case atom
    case annotations
    case markdown
    case csv
    case ledger

    /// The file that it is; nil for a folder of pages, and for the ledger.
    var file: ArchiveFormat? { ArchiveFormat(rawValue: rawValue) }

    /// As short as a line of help is.
    var summary: String {
        switch self {
        case .html: "web pages in a folder, for any web server"
        case .jsonl: "JSON Lines: all that is known, to be imported again"
        case .wxr: "for the importer of WordPress (WXR 1.2)"
        case .atom: "a feed that says what answers what"
        case .annotations: "W3C Web Annotations: comments beside what they are about"
        case .markdown: "a text to read, to print, and for pandoc"
        case .csv: "a table, for spreadsheets"
        case .ledger: "what was published and when, signed, for verify"
        }
    }

    /// A line for each.
    static let list = allCases.map { format in
        "  \(format.rawValue)" + String(repeating: " ", count: 13 - format.rawValue.count) + format.summary
    }
    .joined(separator: "\n")
}
