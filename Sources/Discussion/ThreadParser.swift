/// Cuts the lines under a statement into comments and replies, by their columns.
struct ThreadParser {
    private struct Draft {
        let label: CommentLabel
        let number: Int
        let parent: Int?
        let depth: Int
        let line: Int
        let marker: CommentMarker
        var paragraphs: [ParsedParagraph] = []
        var replies = 0
    }

    private let run: CommentRun
    private var drafts: [Draft] = []
    /// The comments that a line could still belong to, each a reply to the one before.
    private var open: [Int] = []

    /// The comments of a thread, in the order of the page.
    static func comments(in lines: [PageLine], of run: CommentRun) -> [ParsedComment] {
        var parser = ThreadParser(run)
        let tops = Set(run.lines)
        for position in (run.lines.first ?? lines.count)..<lines.count where !lines[position].isBlank {
            parser.take(lines[position], isTop: tops.contains(position))
        }
        return parser.drafts.map { parser.comment($0) }
    }

    private init(_ run: CommentRun) {
        self.run = run
    }

    private mutating func take(_ line: PageLine, isTop: Bool) {
        let marker = CommentMarker(line)
        if isTop, let marker, case .number(let number, _) = marker.kind {
            open = []
            begin(
                Draft(
                    label: CommentLabel("\(number)"),
                    number: number,
                    parent: nil,
                    depth: 0,
                    line: line.number,
                    marker: marker
                )
            )
            append(line, from: marker.contentStart)
        } else if let marker, marker.kind == .bullet, line.isAfterBlank || !run.separatesReplies {
            beginReply(marker, line)
            append(line, from: marker.contentStart)
        } else {
            close(for: line)
            append(line, from: line.start)
        }
    }

    private mutating func begin(_ draft: Draft) {
        open.append(drafts.count)
        drafts.append(draft)
    }

    /// A reply to the deepest open comment that its bullet stands right of; bullets one column apart are
    /// meant to be in line.
    private mutating func beginReply(_ marker: CommentMarker, _ line: PageLine) {
        while open.count > 1 {
            if drafts[open[open.count - 1]].marker.column + 2 <= marker.column { break }
            open.removeLast()
        }
        let parent = open[open.count - 1]
        drafts[parent].replies += 1
        let above = drafts[parent]
        let label = CommentLabel("\(above.label.rawValue).\(above.replies)")
        begin(
            Draft(
                label: label,
                number: above.replies,
                parent: parent,
                depth: above.depth + 1,
                line: line.number,
                marker: marker
            )
        )
    }

    /// Leaves open what a line without a marker continues: the deepest comment whose words do not begin
    /// right of it, else the deepest whose marker does not, else the one at the top.
    private mutating func close(for line: PageLine) {
        let deepest =
            open.lastIndex { drafts[$0].marker.contentColumn <= line.indent }
            ?? open.lastIndex { drafts[$0].marker.column <= line.indent } ?? 0
        open.removeLast(open.count - 1 - deepest)
    }

    private mutating func append(_ line: PageLine, from start: Int) {
        guard start < line.scalars.endIndex, let comment = open.last else { return }
        let index = drafts[comment].paragraphs.count + 1
        drafts[comment].paragraphs.append(ParsedParagraph(index: index, line: line, from: start))
    }

    private func comment(_ draft: Draft) -> ParsedComment {
        ParsedComment(
            label: draft.label,
            number: draft.number,
            parent: draft.parent.map { drafts[$0].label },
            depth: draft.depth,
            line: draft.line,
            markerColumn: draft.marker.column,
            contentColumn: draft.marker.contentColumn,
            paragraphs: draft.paragraphs
        )
    }
}
