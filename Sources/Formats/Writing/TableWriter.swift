internal import Discussion
internal import Foundation

/// A row for each comment, what is answered above what answers it, behind a byte order mark, without which Excel does
/// not read UTF-8.
struct TableWriter: ArchiveWriter {
    let archive: any PublishedArchive
    let options: ArchiveOptions

    static let columns = [
        "statement", "statement_title", "id", "label", "parent", "author", "pseudonym", "origin", "passage",
        "revision", "written_at", "edited", "removed", "words", "reactions", "address",
    ]

    func write(to sink: (String) throws -> Void) throws {
        try sink("\u{FEFF}" + row(Self.columns))
        for statement in try archive.statements() {
            try archive.forEachComment(on: statement.number, in: .made) { comment in
                try sink(row(cells(of: comment, on: statement)))
            }
        }
    }

    private func cells(of published: PublishedComment, on statement: PublishedStatement) -> [String] {
        let comment = published.comment
        return [
            "\(statement.number)", statement.statement.title, published.key, comment.label.rawValue,
            published.parent ?? "", published.author ?? "", "\(published.isPseudonym)",
            comment.origin.rawValue, comment.passage?.description ?? "",
            comment.revision.map { "\($0)" } ?? "", comment.writtenAt?.rfc3339 ?? "", "\(comment.isEdited)",
            "\(comment.isRemoved)", published.text,
            comment.reactions.map { "\($0.key) \($0.count)" }.joined(separator: ", "),
            options.address(statement.number, published.key) ?? "",
        ]
    }

    private func row(_ cells: [String]) -> String {
        cells.map(\.cell).joined(separator: ",") + "\r\n"
    }
}

extension String {
    /// As a cell that is no formula, in quotation marks where it needs them.
    fileprivate var cell: String {
        let text = withoutControls
        let guarded = text.unicodeScalars.first.map { $0.isGuarded } == true ? "'" + text : text
        guard guarded.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return guarded }
        return "\"" + guarded.rewritten { $0 == "\"" ? "\"\"" : nil } + "\""
    }
}

extension Unicode.Scalar {
    /// Whether spreadsheets take what begins with it for a formula; or it looks like our guard against that.
    fileprivate var isGuarded: Bool {
        switch self {
        case "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\n", "\r", "'": true
        default: false
        }
    }
}
