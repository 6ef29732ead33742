internal import ArgumentParser
internal import BotCore
internal import BotStore
internal import Discussion
internal import Formats
internal import Foundation
internal import MatrixTypes
internal import Networking

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read statements with their comments, and say what was found; with --data, keep it.",
        discussion: """
            Read are: a page as plain text; an export of WordPress (WXR); an HTML page with its comments (WordPress's, \
            schema.org's, microformats); a feed of comments (Atom, RSS); what rapporteur export --format jsonl wrote; JSON \
            Lines with a discussion a line; Element's export of a chat as JSON. Which it is, is seen from its beginning. \
            Of an address, WordPress's own interface is asked first, since it has all comments.

            A statement is known again by its address or its title: a changed text is a new revision of it. A comment is \
            known again by its id there: importing again adds what is new. The bot may be running.
            """
    )

    @Argument(help: "A file, or the address of a page.") var file: String
    @Flag(help: "Print the whole parse of a plain page as JSON, and keep nothing.") var json = false
    @OptionGroup var options: DataOptions
    @Option(
        help: "The number of the statement of which it is a revision, where neither address nor title tell."
    )
    var revises: Int?
    @Option(help: "The room in which the messages of a chat were said, where the export does not say.")
    var room: String?
    @Flag(help: "Fetch from private networks, too: this machine and those around it.") var allowPrivate =
        false

    func validate() throws {
        guard !json || !options.isNamed else {
            throw ValidationError("--json says what is in the file; it goes without --data and --config.")
        }
        guard revises == nil || options.isNamed else {
            throw ValidationError("--revises is about a statement that is kept; add --data or --config.")
        }
        guard !allowPrivate || isAddress else {
            throw ValidationError("--allow-private is about addresses; \(file) is a file.")
        }
    }

    private var isAddress: Bool {
        ["http://", "https://"].contains { file.lowercased().hasPrefix($0) }
    }

    func run() async throws {
        let bar = ProgressBar()
        guard isAddress else {
            let source = try SourceFile(path: file, name: file)
            return try await source.format == .plainPage
                ? plainPage() : bar.drawing { try await take(source, bar) }
        }
        let fetcher = try WebFetcher(
            allowsPrivate: allowPrivate,
            caFile: nil,
            folder: FileManager.default.temporaryDirectory.path
        )
        try await bar.drawing {
            do {
                bar.set(Progress(phase: "Asking WordPress", unit: "comments"))
                try await take(
                    WordPressSource(address: file, fetcher),
                    as: "a post of WordPress",
                    isComplete: true,
                    bar
                )
            } catch let error as WordPressSource.ReadError where error.leavesThePage {
                try await takePage(with: fetcher, bar)
            }
        }
        await fetcher.shutdown()
    }

    /// A page that is not WordPress's, or whose site keeps its interface closed.
    private func takePage(with fetcher: WebFetcher, _ bar: ProgressBar) async throws {
        let progress: @Sendable (Int, Int?) -> Void = { done, total in
            bar.set(Progress(phase: "Fetching", done: done, total: total, unit: "MB"))
        }
        try await fetcher.page(at: file, progress: progress) { page in
            let source = try SourceFile(path: page.path, name: page.finalURL, contentType: page.contentType)
            guard source.format != .plainPage else { throw SourceError.plainText(address: file) }
            try await take(source, bar)
        }
    }

    /// Everything but a plain page.
    private func take(_ source: SourceFile, _ bar: ProgressBar) async throws {
        guard let reader = source.reader(bar) else { return }
        try await take(reader, as: source.format.words, isComplete: source.format.isComplete, bar)
    }

    /// - Parameters:
    ///   - kind: What the source is, for people, with an article.
    ///   - isComplete: Whether it has all comments of its statements.
    private func take(
        _ source: any DiscussionSource,
        as kind: String,
        isComplete: Bool,
        _ bar: ProgressBar
    ) async throws {
        guard !json else { throw ValidationError("--json is for a plain page; this is \(kind).") }
        guard options.isNamed else {
            return try await report(on: source, as: kind, isComplete: false, store: nil, settings: nil, bar)
        }
        let place = try options.place()
        try await place.use(isNew: true) { store in
            try await report(
                on: source,
                as: kind,
                isComplete: isComplete,
                store: store,
                settings: place.settings,
                bar
            )
        }
    }

    private func report(
        on source: any DiscussionSource,
        as kind: String,
        isComplete: Bool,
        store: Store?,
        settings: Settings?,
        _ bar: ProgressBar
    ) async throws {
        var source = source
        var intake = SourceIntake(
            store: store,
            room: room.map { RoomID($0) },
            revises: revises,
            isComplete: isComplete,
            commandPrefix: settings?.text("commands.prefix") ?? "!",
            publisher: settings?.optionalText("statement.publisher"),
            sourceURL: settings?.optionalText("statement.source_url"),
            bar: bar
        )
        let failure = try await intake.takeAll(from: &source)
        bar.erase()
        if let failure, intake.report.isEmpty { throw failure }
        guard !intake.report.isEmpty else {
            throw SourceError.nothing(name: file, kind: kind, remarks: intake.report.lines)
        }
        Output.line("\(file) is \(kind).")
        for line in intake.report.lines { Output.line(line) }
        if let store, intake.report.messages > 0 {
            Output.line(
                intake.report.messageLine(waiting: try await store.messagesWaitingForArchive())
            )
        }
        if let failure {
            throw SourceError.broken(name: file, reason: "\(failure)", isKept: store != nil)
        }
    }

    private func plainPage() async throws {
        let source = try StatementFile(path: file)
        guard !json else {
            return try Output.json(ParsedPageJSON(source.page), encoder: .house(isPretty: true))
        }
        guard options.isNamed else { return report(on: source.page) }
        let place = try options.place()
        let page = try await place.use(isNew: true) { store in
            let known = try await store.latestStatement(revises, titled: source.page.title)
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

extension WordPressSource {
    /// A source on the web, as the fetcher reaches it.
    fileprivate init(address: String, _ fetcher: WebFetcher) {
        self.init(
            address: address,
            fetch: { url in
                let (response, finalURL) = try await fetcher.response(from: url)
                return WebAnswer(
                    status: response.status,
                    headers: response.headers,
                    body: response.body,
                    url: finalURL,
                    retryAfter: response.retryAfter
                )
            },
            pause: { try await Task.sleep(for: $0) }
        )
    }
}
