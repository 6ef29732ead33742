internal import ArgumentParser
internal import BotCore
internal import BotStore
internal import Discussion
internal import Foundation
internal import MatrixTypes

struct ForgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Remove somebody's words, or one comment; the bot may be running.",
        discussion: """
            For people who cannot type !forget themselves. The places of their comments stay, without words or names, so
            that the thread keeps its shape; and whatever comes again later, the words stay away.
            """
    )

    @Option(help: "Whose words: an account, \"name via @bridge:server\", or a name on a page.") var user:
        String?
    @Option(help: "The label of one comment: c17 of a room, 1.1 of a page.") var comment: String?
    @Option(help: "The room, by its id; without it all rooms, and pages.") var room: String?
    @Option(help: "The number of the statement on whose page the comment is.") var statement: Int?
    @OptionGroup var options: DataOptions
    @Flag(help: "Do not ask.") var yes = false

    func validate() throws {
        guard (user == nil) != (comment == nil) else {
            throw ValidationError("Say what is to be removed: either --user or --comment.")
        }
        guard statement == nil || comment != nil, statement == nil || room == nil else {
            throw ValidationError("--statement belongs to a --comment of a page, and without --room.")
        }
        guard yes || isatty(STDIN_FILENO) == 1 else {
            throw ValidationError("There is no terminal on which to ask; add --yes.")
        }
    }

    func run() async throws {
        let place = try options.place()
        let plan = try await place.use { try await $0.plan(forgetting) }
        Output.line("This goes, for good:")
        for line in plan.lines { Output.line("  " + line) }
        if !yes { try Question.confirm("Type yes to remove it: ") }
        try await place.use { store in
            let done = try await store.forget(forgetting, at: BotHouse.clock.now())
            let isErased = try await isErased(store)
            Output.line(report(on: done, store, isErased: isErased))
        }
    }

    private var forgetting: Forgetting {
        let room = room.map { RoomID($0) }
        guard let comment else { return .person(user ?? "", room: room) }
        let label = comment.hasPrefix("#") ? String(comment.dropFirst()) : comment
        return .comment(CommentLabel(label), room: room, statement: statement)
    }

    /// Somebody may read the database just now, and then holds its log.
    private func isErased(_ store: Store) async throws -> Bool {
        for _ in 1...20 {
            if try await store.erase() { return true }
            try await BotHouse.clock.sleep(.milliseconds(200))
        }
        return false
    }

    private func report(on done: ForgettingPlan, _ store: Store, isErased: Bool) -> String {
        let when = store.isBeside ? "The running bot deletes" : "When the bot runs next, it deletes"
        let answers =
            done.answers == 0
            ? "" : " \(when) \(done.answers.of("message")) of its own that held the words."
        let bytes =
            isErased
            ? "The words are gone from the disk, too."
            : "Somebody reads the database just now; the words are gone from the disk when the bot has run next."
        return """
            Removed: \(done.counts.words).\(answers) \(bytes)
            What remains is yours to do:
            - Messages that people wrote themselves still stand in the rooms. Moderators can delete them in a client.
            - Backups still hold the words. rapporteur restore leaves them out, by the list of removals \(store.removalsPath): \
            keep a copy of its latest state.
            - Whatever else was copied, from the disk or from a room, has them still.
            """
    }
}

extension ForgettingPlan {
    /// What goes, a line a place.
    fileprivate var lines: [String] {
        let own = "\(answers.of("message")) of the bot that \(answers == 1 ? "holds" : "hold") these words"
        return parts.map { "\($0.place.name): \($0.counts.words)" } + (answers == 0 ? [] : [own])
    }
}

extension ForgettingPlan.Counts {
    fileprivate var words: String {
        let counts = [
            (comments, "comment", "comments"), (reactions, "reaction", "reactions"),
            (inputs, "message that waits", "messages that wait"),
        ]
        let words = counts.filter { $0.0 > 0 }.map { count, one, several in count.of(one, several) }
        return words.isEmpty ? "nothing of their own" : words.joined(separator: ", ")
    }
}

extension ForgettingPlan.Place {
    fileprivate var name: String {
        switch self {
        case .room(let room): "\(room)"
        case .page(let statement, let title): "the page of statement \(statement), \"\(title)\""
        }
    }
}
