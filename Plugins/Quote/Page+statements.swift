internal import PluginAPI

extension Page {
    private static let maximumStatements = 20
    private static let longestTitle = 100

    /// All statements that the room may follow.
    func list() async throws -> Message {
        let entries = try await discussion.statements()
        let lines = entries.prefix(Self.maximumStatements).map { Message.Line(line(for: $0)) }
        let hidden = entries.count - lines.count
        let more = hidden > 0 ? "\(hidden) more \(hidden == 1 ? "is" : "are") not shown. " : ""
        let other = entries.first { !$0.isFollowed }.map { entry in
            "Moderators can have this room follow another: \(typed("statement use \(entry.number)"))."
        }
        let way = other ?? "\(typed("statement")) shows what it says."
        return Message([.outline(lines), .text(more + way)])
    }

    /// `1: On the invasion of Ukraine, 2 revisions, the last imported Friday 4 March 2022 (this room follows it)`.
    private func line(for entry: StatementEntry) -> String {
        let count = entry.revisions.count
        let day = entry.revisions.last?.importedAt?.day(in: context.zone)
        let imported = day.map { ", \(count > 1 ? "the last " : "")imported \($0)" } ?? ""
        let title = entry.title.repeated(upTo: Self.longestTitle)
        return "\(entry.number): \(title), \(count.of("revision"))\(imported)"
            + (entry.isFollowed ? " (this room follows it)" : "")
    }

    /// Has the room follow another statement: `use 2`, `use ukraine`.
    func follow(_ text: String) async throws -> [Action] {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.first?.lowercased() == "use" else {
            throw UsageError(
                "\"\(text.repeated())\" is nothing that \(typed("statement")) does. Type it alone to see what the "
                    + "statement is; \(typed("statements")) lists all, and moderators can type "
                    + "\(typed("statement use 1"))."
            )
        }
        try context.requireModerator(to: "have this room follow another statement")
        let entries = try await discussion.statements()
        let wanted = words.dropFirst().joined(separator: " ")
        let entry = try entry(for: wanted, among: entries)
        guard !entry.isFollowed else {
            return [.reply(Message("This room follows \(entry.name), already; nothing changes."))]
        }
        let former = entries.first(where: \.isFollowed)
        return [
            .follow(statement: entry.number),
            .reply(Message(try await confirmation(of: entry, insteadOf: former))),
        ]
    }

    private func confirmation(
        of entry: StatementEntry,
        insteadOf former: StatementEntry?
    ) async throws -> String {
        let beginning = "From now on this room follows \(entry.name): what is said from now on is about it."
        guard let former else { return beginning }
        let count = try await discussion.counts().all
        let comments = count == 0 ? "What is said" : "The \(count.of("comment"))"
        return "\(beginning) \(comments) on \(former.name), \(count > 1 ? "stay" : "stays") with it; "
            + "\(typed("statement use \(former.number)")) goes back to it."
    }

    /// The statement of a number, or the one whose title has these words.
    private func entry(for wanted: String, among entries: [StatementEntry]) throws(UsageError)
        -> StatementEntry
    {
        if let number = Int(wanted), let entry = entries.first(where: { $0.number == number }) {
            return entry
        }
        let words = Words.folded(in: String(wanted.unicodeScalars.prefix(1_000)))
        let fitting = words.isEmpty ? [] : entries.filter { $0.title.has(words) }
        if fitting.count == 1 { return fitting[0] }
        guard fitting.isEmpty else {
            throw UsageError(
                "\"\(wanted.repeated())\" fits the titles of statements "
                    + "\(fitting.map(\.number).listed(atMost: 6)). Type the number, as in "
                    + "\(typed("statement use \(fitting[0].number)"))."
            )
        }
        let list = "\(typed("statements")) lists those that there are."
        if let number = Int(wanted) {
            let count = entries.count == 1 ? "is 1" : "are \(entries.count)"
            throw UsageError("There is no statement \(number); there \(count). \(list)")
        }
        guard words.isEmpty else {
            throw UsageError("No statement has \"\(wanted.repeated())\" in its title. \(list)")
        }
        throw UsageError("Which one? Type its number, as in \(typed("statement use 1")). \(list)")
    }
}

extension StatementEntry {
    /// `statement 2, "Peace"`.
    fileprivate var name: String { "statement \(number), \"\(title.repeated(upTo: 100))\"" }
}

extension String {
    /// Whether each of the folded words is a word of it, or the beginning of one.
    fileprivate func has(_ words: [String]) -> Bool {
        let own = Words.folded(in: self)
        return words.allSatisfy { word in
            own.contains { $0.unicodeScalars.starts(with: word.unicodeScalars) }
        }
    }
}
