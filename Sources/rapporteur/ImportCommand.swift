internal import ArgumentParser
internal import BotCore
internal import BotStore
internal import Discussion
internal import Formats
internal import Foundation

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read a statement with its comments, and say what was found; with --data, keep it.",
        discussion: """
            A statement is known again by its address or its title: a changed text is a new revision of it, and its comments
            are compared with those that are kept. The bot may be running.
            """
    )

    @Argument(help: "A plain text file.") var file: String
    @Flag(help: "Print the whole parse as JSON, and keep nothing.") var json = false
    @OptionGroup var options: DataOptions
    @Option(
        help: "The number of the statement of which it is a revision, where neither address nor title tell."
    )
    var revises: Int?

    func validate() throws {
        guard !json || !options.isNamed else {
            throw ValidationError("--json says what is in the file; it goes without --data and --config.")
        }
        guard revises == nil || options.isNamed else {
            throw ValidationError("--revises is about a statement that is kept; add --data or --config.")
        }
    }

    func run() async throws {
        let source = try StatementFile(path: file)
        guard !json else {
            return try Output.json(ParsedPageJSON(source.page), encoder: .house(isPretty: true))
        }
        guard options.isNamed else { return report(on: source.page) }
        let place = try options.place()
        let page = try await place.use(isNew: true) { store in
            let known = try await store.origin(ofStatement: revises, titled: source.page.title)
            return try await store.importPage(
                source.page.statement(
                    publisher: place.settings.optionalText("statement.publisher") ?? known?.publisher,
                    sourceURL: place.settings.optionalText("statement.source_url") ?? known?.sourceURL
                ),
                comments: source.page.comments,
                digest: source.digest,
                revising: revises,
                at: BotHouse.clock.now()
            )
        }
        Output.line(page.report(title: source.page.title))
        if let other = place.settings.optionalText("statement.file"), !isSame(other) {
            Output.note(
                "The configuration names \(other) as statement.file, which the bot reads again at its next start. Name "
                    + "\(file) there, or nothing."
            )
        }
    }

    private func report(on page: ParsedPage) {
        let sentences = page.paragraphs.reduce(0) { $0 + $1.paragraph.sentences.count }
        let replies = page.parsedComments.count { $0.parent != nil }
        Output.line(page.title)
        if let standfirst = page.standfirst { Output.line(standfirst) }
        Output.line("Statement: \(page.paragraphs.count) paragraphs, \(sentences) sentences.")
        Output.line("Comments: \(page.parsedComments.count), \(replies) of them replies.")
    }

    private func isSame(_ other: String) -> Bool {
        URL(filePath: other).resolvingSymlinksInPath().path
            == URL(filePath: file).resolvingSymlinksInPath().path
    }
}

extension PageImport {
    /// What became of the page, for people.
    fileprivate func report(title: String) -> String {
        let what =
            isNew
            ? "is new, and statement \(statement)"
            : isChanged
                ? "has changed: this is revision \(revision) of statement \(statement)"
                : "is as it was: revision \(revision) of statement \(statement)"
        return (["\"\(title)\" \(what)."] + [comments, gone, left].compactMap(\.self)).joined(separator: "\n")
    }

    private var comments: String? {
        let edited =
            editedComments == 0 ? "" : ", and \(editedComments.of("comment was", "comments were")) edited"
        guard newComments + editedComments > 0 else { return nil }
        return "\(newComments.of("comment is", "comments are")) new\(edited)."
    }

    private var gone: String? {
        guard let first = missing.first else { return nil }
        let labels = missing.map(\.description).joined(separator: ", ")
        return "No longer on the page: \(labels). Their words are kept; "
            + "`rapporteur forget --comment \(first.rawValue) --statement \(statement)` removes "
            + (missing.count == 1 ? "them." : "those of the first.")
    }

    private var left: String? {
        guard removed > 0 else { return nil }
        return "\(removed.of("comment was", "comments were")) left out, having been removed here before."
    }
}
