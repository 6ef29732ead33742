internal import Discussion
internal import struct Foundation.Date

/// A comment of WordPress, as far as it was read.
struct WXRComment {
    /// WordPress's own id.
    private(set) var number: String?
    /// Ours, where we wrote the file.
    private(set) var ownID: String?
    /// The comment of ours of which it is a further part, since WordPress takes no longer ones.
    private(set) var partOf: String?
    /// What stood between that part and the one before it.
    private(set) var joint = Joint.blankLine

    enum Joint: String {
        case blankLine = "blank line"
        case space
        case nothing
    }

    private var parent: String?
    private var author: String?
    private var date: String?
    private var dateGMT: String?
    /// nil where they are too long.
    private var words: String? = ""
    private var isApproved = true
    private var isPing = false
    private var passage: String?
    private var isEdited = false
    private var instant: Date?

    /// - Parameter text: nil where it is too long.
    mutating func take(_ field: WXRField, _ text: String?) {
        switch field {
        case .commentID: number = text?.foldedLine
        case .parent: parent = text?.foldedLine
        case .author: author = text
        case .date: date = text
        case .dateGMT: dateGMT = text
        case .words: words = text.flatMap { $0.utf8.count <= SourceLimits.commentBytes ? $0 : nil }
        case .approved: isApproved = ["1", "approve", "approved"].contains(text?.foldedLine ?? "")
        case .type: isPing = ["pingback", "trackback"].contains(text?.foldedLine ?? "")
        default: break
        }
    }

    /// What stands beside it in the export.
    mutating func meta(_ key: String, is value: String) {
        switch key {
        case "rapporteur_id":
            ownID = value.foldedLine.flatMap { $0.utf8.count <= Self.longestOwnID ? $0 : nil }
        case "rapporteur_part_of": partOf = value.foldedLine
        case "rapporteur_joined_by": joint = value.foldedLine.flatMap { Joint(rawValue: $0) } ?? .blankLine
        // To the millisecond, which WordPress does not keep.
        case "rapporteur_written_at": instant = SourceDate(value)?.instant
        case "rapporteur_passage": passage = value.foldedLine
        case "rapporteur_edited": isEdited = ["1", "true", "yes"].contains(value.foldedLine ?? "")
        default: break
        }
    }

    /// Ours are short; all of an item are kept in memory.
    private static let longestOwnID = 255

    /// The comment, or why there is none.
    ///
    /// - Parameter parents: Our ids of comments by WordPress's, where they have one.
    func pieces(parents: [String: String]) -> [SourcePiece] {
        let name = SourceID.named(number.map { "comment-\($0)" })
        guard let id = ownID ?? partOf ?? name else {
            return remark(.commentWithoutID, at: author?.foldedLine ?? "")
        }
        if isPing { return remark(.pingback, at: id) }
        guard isApproved else { return remark(.commentNotApproved, at: id) }
        guard let paragraphs = words.flatMap({ HTMLFragment(html: $0).paragraphs(marksQuotes: true) }) else {
            return remark(.commentTooLong, at: id)
        }
        // Of those that we wrote, one without words had them taken back and holds its place.
        if paragraphs.isEmpty, ownID == nil { return remark(.commentWithoutWords, at: id) }
        let written = writtenAt(id)
        return written.remarks + [
            .comment(
                SourceComment(
                    id: id,
                    parent: parentID(parents),
                    author: author.flatMap { HTMLFragment(html: $0).line },
                    paragraphs: paragraphs,
                    writtenAt: written.instant,
                    passage: passage,
                    isEdited: isEdited
                )
            )
        ]
    }

    private func remark(_ kind: SourceRemark.Kind, at place: String) -> [SourcePiece] {
        [.remark(SourceRemark(kind, at: place))]
    }

    private func parentID(_ parents: [String: String]) -> String? {
        guard let parent, parent != "0" else { return nil }
        return parents[parent] ?? SourceID.named("comment-\(parent)")
    }
}

extension WXRComment {
    /// By Greenwich where that is known; WordPress writes zeros where it is not.
    private func writtenAt(_ id: String) -> (instant: Date?, remarks: [SourcePiece]) {
        if let instant { return (instant, []) }
        if let instant = dateGMT.flatMap(SourceDate.init)?.instant { return (instant, []) }
        let local = SourceDate.reading(date, at: id)
        if local.instant != nil { return local }
        let isUnreadable = [date, dateGMT].contains { $0?.foldedLine.map { !$0.hasPrefix("0000-") } ?? false }
        return (nil, isUnreadable ? remark(.dateUnreadable, at: id) : [])
    }
}
