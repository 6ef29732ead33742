internal import BotStore
internal import Discussion

/// What was found in a source, and what became of it.
struct SourceReport {
    /// A statement and its comments.
    struct Part {
        let title: String
        let paragraphs: Int
        var comments = 0
        var answers = 0
        /// nil where nothing is kept.
        var page: PageImport?
        var thread: ThreadImport?
    }

    private(set) var parts: [Part] = []
    /// Messages of a chat, and how many of them were handed to the archive.
    var messages = 0
    var handedOver = 0
    private var remarks: [SourceRemark.Kind: (count: Int, first: String)] = [:]

    var comments: Int { parts.reduce(0) { $0 + $1.comments } }
    var isEmpty: Bool { parts.isEmpty && messages == 0 }

    mutating func begin(_ statement: SourceStatement) {
        parts.append(Part(title: statement.title, paragraphs: statement.paragraphs.count))
    }

    /// Comments before the first statement belong to one that has no name.
    mutating func count(_ comment: SourceComment) {
        if parts.isEmpty { parts.append(Part(title: "", paragraphs: 0)) }
        let last = parts.count - 1
        parts[last].comments += 1
        if comment.parent != nil { parts[last].answers += 1 }
    }

    mutating func keep(_ page: PageImport?, _ thread: ThreadImport?) {
        guard !parts.isEmpty else { return }
        parts[parts.count - 1].page = page
        parts[parts.count - 1].thread = thread
    }

    mutating func remark(_ remark: SourceRemark) {
        let before = remarks[remark.kind]
        remarks[remark.kind] = ((before?.count ?? 0) + 1, before?.first ?? remark.place)
    }

    /// What is said of it, a line each.
    var lines: [String] {
        let shown = parts.count > Self.mostParts ? Array(parts.prefix(Self.mostParts)) : parts
        let rest = parts.dropFirst(shown.count)
        let more =
            rest.isEmpty
            ? []
            : [
                "… and \(rest.count.of("statement")) more, with "
                    + "\(rest.reduce(0) { $0 + $1.comments }.of("comment"))."
            ]
        return shown.flatMap(\.lines) + more + messageLines + remarkLines
    }

    private static let mostParts = 20

    /// What becomes of messages.
    ///
    /// - Parameter waiting: How many inputs wait for the archive.
    func messageLine(waiting: Int) -> String {
        guard handedOver > 0 else {
            return "All of them were known before, or name no room: --room NAME says which."
        }
        return
            "\(handedOver.of("message is", "messages are")) handed to the archive, where \(waiting.grouped) wait; a bot "
            + "that runs keeps those of rooms in which !archive is on."
    }

    private var messageLines: [String] {
        guard messages > 0 else { return [] }
        return ["Messages of a chat: \(messages.grouped)."]
    }

    private var remarkLines: [String] {
        SourceRemark.Kind.allCases.compactMap { kind in
            guard let (count, first) = remarks[kind] else { return nil }
            let words = "\(count.grouped) \(kind.words(isOne: count == 1))"
            let example = count == 1 ? "at \(first)" : "the first at \(first)"
            return kind.isSkipped ? "Left out: \(words) (\(example))." : "Noted: \(words) (\(example))."
        }
    }
}

extension SourceReport.Part {
    fileprivate var lines: [String] {
        let name = title.isEmpty ? "Without a statement" : "\"\(title)\""
        let found =
            "\(name): \(paragraphs.of("paragraph")), \(comments.of("comment"))"
            + (answers > 0 ? ", \(answers.grouped) of them answers." : ".")
        return [found] + kept + mended
    }

    /// What is new.
    private var kept: [String] {
        var parts: [String] = []
        if let page {
            parts.append(
                page.isNew
                    ? "It is new, and statement \(page.statement)."
                    : page.isChanged
                        ? "It has changed: this is revision \(page.revision) of statement \(page.statement)."
                        : "It is as it was: revision \(page.revision) of statement \(page.statement)."
            )
        }
        guard let thread else { return parts.map { "  " + $0 } }
        let counts = [
            (thread.new, "new"), (thread.edited, "edited since"), (thread.unchanged, "as before"),
            (thread.removed, "left out, having been removed here before"),
        ]
        let named = counts.filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.1)" }
        parts.append(named.isEmpty ? "No comments." : "Comments: \(named.joined(separator: ", ")).")
        return parts.map { "  " + $0 }
    }

    /// What was wrong with the thread, and what has gone from it.
    private var mended: [String] {
        guard let thread else { return [] }
        var lines: [String] = []
        if thread.orphans > 0 {
            lines.append("\(thread.orphans.of("answer")) to comments that are nowhere stand at the top.")
        }
        if thread.loops > 0 {
            lines.append(
                "\(thread.loops.of("comment")) answered themselves over others, and stand at the top."
            )
        }
        if thread.repeated > 0 {
            lines.append(
                "\(thread.repeated.of("comment")) had an id that another had before, and were left out."
            )
        }
        if let first = thread.missing.first, let page {
            let names = thread.missing.map(\.description).joined(separator: ", ")
            let more = thread.missingCount > thread.missing.count ? " and others" : ""
            lines.append(
                "No longer there: \(names)\(more). Their words are kept; `rapporteur forget --comment "
                    + "\(first.rawValue) --statement \(page.statement)` removes those of the first."
            )
        }
        return lines.map { "  " + $0 }
    }
}
