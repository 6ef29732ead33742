internal import Discussion
internal import Markup

/// Finds comments, and what they are about, in a feed.
struct FeedFinder: PieceFinder {
    var pieces: [SourcePiece] = []
    private var subject = FeedSubject()
    private var isHandedOut = false
    private var entry: FeedEntry?
    /// Entries that came before the title of the feed.
    private var waiting: [FeedEntry] = []
    private var waitingBytes = 0
    private var path: [MarkupElement] = []
    private var text = ""
    private var isTooLong = false
    /// The paragraphs of an entry whose content is elements and not text, and how deep those are.
    private var builder: ParagraphBuilder?
    private var depth = 0

    mutating func take(_ event: MarkupEvent) {
        if builder != nil {
            takeInline(event)
            return
        }
        switch event {
        case .start(let element): start(element)
        case .text(let more): text += more
        case .longText: isTooLong = true
        case .end: end()
        }
    }

    mutating func finish() { handOut() }

    private mutating func start(_ element: MarkupElement) {
        (text, isTooLong) = ("", false)
        path.append(element)
        switch element.name.local {
        case "item", "entry":
            if subject.isKnown { handOut() }
            entry = FeedEntry()
        case "content" where element["type"] == "xhtml" && entry != nil:
            builder = ParagraphBuilder(splitsAtBlankLines: false, marksQuotes: true)
            depth = 1
        default: break
        }
    }

    private mutating func takeInline(_ event: MarkupEvent) {
        switch event {
        case .start: depth += 1
        case .end: depth -= 1
        case .longText: entry?.isTooLong = true
        case .text: break
        }
        if depth > 0 {
            builder?.add(event)
        } else {
            if let paragraphs = builder?.finish() { entry?.take(content: paragraphs) }
            builder = nil
            path.removeLast()
        }
    }

    private mutating func end() {
        guard let element = path.popLast() else { return }
        if let ended = entry {
            if ["item", "entry"].contains(element.name.local) {
                entry = nil
                add(ended)
            } else {
                entry?.take(element, in: path.last?.name.local ?? "", text, isTooLong: isTooLong)
            }
        } else if let parent = path.last?.name.local, parent == "channel" || parent == "feed" {
            subject.take(element, text)
        }
        (text, isTooLong) = ("", false)
    }

    private mutating func add(_ ended: FeedEntry) {
        if isHandedOut {
            pieces += ended.pieces(about: subject)
        } else {
            waiting.append(ended)
            waitingBytes += ended.bytes
            if waitingBytes > SourceLimits.heldBytes { handOut() }
        }
    }

    private mutating func handOut() {
        if !isHandedOut, let statement = subject.statement { pieces.append(.statement(statement)) }
        isHandedOut = true
        for entry in waiting { pieces += entry.pieces(about: subject) }
        waiting = []
    }
}
