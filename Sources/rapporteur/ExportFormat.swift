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

    var summary: String {
        switch self {
        case .html: "A folder of web pages, for any web server."
        case .ledger: "A signed list of what was published and when, for rapporteur verify."
        default: file?.summary ?? rawValue
        }
    }

    /// A line for each.
    static let list = allCases.map { format in
        "  \(format.rawValue)" + String(repeating: " ", count: 13 - format.rawValue.count) + format.summary
    }
    .joined(separator: "\n")
}
