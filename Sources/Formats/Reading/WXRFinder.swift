internal import Discussion
internal import Markup

/// Finds statements and comments in an export of WordPress.
///
/// WordPress writes an item's text and state before its comments. Where they come later, comments are held until they
/// do. Past a limit the statement is handed out with what is known of it, and again, whole, at the end of the item.
struct WXRFinder: PieceFinder {
    private enum Progress {
        case undecided
        case handedOut
        /// Without its paragraphs.
        case begun
        case skipped
    }

    var pieces: [SourcePiece] = []
    private var channelTitle: String?
    private var item: WXRItem?
    private var progress = Progress.undecided
    private var comment: WXRComment?
    private var metaKey = ""
    private var held = HeldPieces()
    /// Our own ids of the item's comments by WordPress's; only comments that we wrote have one.
    private var ownIDs: [String: String] = [:]

    private var last: [SourcePiece] = []

    private var text = ""
    private var isTooLong = false

    mutating func take(_ event: MarkupEvent) {
        switch event {
        case .start(let element):
            (text, isTooLong) = ("", false)
            start(WXRField(element.name))
        case .text(let more): text += more
        case .longText: isTooLong = true
        case .end(let name):
            end(WXRField(name))
            (text, isTooLong) = ("", false)
        }
    }

    mutating func finish() {
        deliver(last)
        last = []
        if item != nil, progress == .undecided, !held.pieces.isEmpty { decide() }
    }

    private mutating func start(_ field: WXRField) {
        switch field {
        case .item:
            item = WXRItem()
            (progress, ownIDs, held) = (.undecided, [:], HeldPieces())
        case .comment:
            comment = WXRComment()
            if let item, item.isComplete, progress == .undecided { decide() }
        case .commentMeta, .postMeta: metaKey = ""
        default: break
        }
    }

    private mutating func end(_ field: WXRField) {
        switch field {
        case .item: endItem()
        case .comment: endComment()
        case .metaKey: metaKey = text
        case .metaValue where comment != nil: comment?.meta(metaKey, is: text)
        case .metaValue: item?.meta(metaKey, is: text)
        case .title where item == nil: channelTitle = channelTitle ?? HTMLFragment(html: text).line
        default:
            if comment != nil {
                comment?.take(field, isTooLong ? nil : text)
            } else {
                item?.take(field, isTooLong ? nil : text)
            }
        }
    }

    private mutating func endComment() {
        guard let ended = comment else { return }
        comment = nil
        if let own = ended.ownID, let number = ended.number { ownIDs[number] = own }
        let found = ended.pieces(parents: ownIDs)
        if ended.partOf != nil, case .comment(let part)? = found.last, case .comment(let begun)? = last.last,
            begun.id == part.id
        {
            last[last.count - 1] = .comment(begun.goingOn(with: part, ended.joint))
            return
        }
        deliver(last)
        // A comment of ours may go on in the next.
        last = ended.ownID == nil ? [] : found
        if ended.ownID == nil { deliver(found) }
    }

    private mutating func deliver(_ found: [SourcePiece]) {
        guard !found.isEmpty else { return }
        switch progress {
        case .handedOut, .begun: pieces += found
        case .skipped: break
        case .undecided:
            held.hold(found)
            if held.isFull { decide() }
        }
    }

    private mutating func endItem() {
        deliver(last)
        last = []
        if progress == .undecided { decide() }
        if progress == .begun, let item, !item.paragraphs.isEmpty {
            pieces.append(.statement(item.statement(publisher: channelTitle)))
        }
        item = nil
    }

    /// Hands out the statement and what was held, or leaves it out.
    private mutating func decide() {
        guard let item else { return }
        guard item.isPublished else {
            progress = .skipped
            held = HeldPieces()
            pieces.append(.remark(SourceRemark(.statementNotPublished, at: item.place)))
            return
        }
        progress = item.isComplete ? .handedOut : .begun
        pieces.append(.statement(item.statement(publisher: channelTitle)))
        if item.paragraphs.isEmpty, item.isComplete {
            pieces.append(.remark(SourceRemark(.statementWithoutText, at: item.place)))
        }
        pieces += held.release()
    }
}

extension SourceComment {
    /// The same comment with the words of another behind its own.
    fileprivate func goingOn(with part: SourceComment, _ joint: WXRComment.Joint) -> SourceComment {
        var paragraphs = paragraphs
        var more = part.paragraphs[...]
        if joint != .blankLine, let last = paragraphs.popLast(), let first = more.popFirst() {
            paragraphs.append(last + (joint == .space ? " " : "") + first)
        }
        return SourceComment(
            id: id,
            parent: parent,
            author: author,
            paragraphs: paragraphs + more,
            writtenAt: writtenAt,
            passage: passage,
            isEdited: isEdited
        )
    }
}
