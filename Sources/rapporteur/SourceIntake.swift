internal import BotCore
internal import BotStore
internal import Discussion
internal import Foundation
internal import MatrixTypes
internal import Networking

/// Takes the pieces of a source in, one after another: counts them and, with a store, keeps them.
struct SourceIntake {
    /// nil where it is only said what is there.
    let store: Store?
    /// Where messages were said, whatever they say themselves; nil where they do.
    let room: RoomID?
    /// The statement that the source is about, where its title and address do not tell; nil otherwise.
    let revises: Int?
    /// Whether the source has all comments of its statements.
    private var isComplete: Bool
    /// What commands begin with.
    let commandPrefix: String
    let publisher: String?
    let sourceURL: String?
    let bar: ProgressBar
    private(set) var report = SourceReport()
    private var page: PageImport?
    private var stage: ThreadStage?
    private var messages: [SourceMessage] = []

    init(
        store: Store?,
        room: RoomID?,
        revises: Int?,
        isComplete: Bool,
        commandPrefix: String,
        publisher: String?,
        sourceURL: String?,
        bar: ProgressBar
    ) {
        self.store = store
        self.room = room
        self.revises = revises
        self.isComplete = isComplete
        self.commandPrefix = commandPrefix
        self.publisher = publisher
        self.sourceURL = sourceURL
        self.bar = bar
    }

    mutating func take(_ piece: SourcePiece) async throws {
        switch piece {
        case .statement(let statement):
            try await finishThread()
            report.begin(statement)
            page = try await keep(statement)
        case .comment(let comment):
            report.count(comment)
            guard store != nil else { return }
            if stage == nil { stage = try ThreadStage() }
            try stage?.add(comment)
        case .message(let message) where message.isCommand(after: commandPrefix):
            report.remark(SourceRemark(.command, at: message.id))
        case .message(let message):
            report.messages += 1
            messages.append(message)
            if messages.count >= Self.messagesAWrite { try await handOver() }
        case .remark(let remark):
            report.remark(remark)
        }
    }

    private static let messagesAWrite = 500

    /// Takes all that a source has.
    ///
    /// - Returns: Why the source ended before its end, where it did; what came before is taken in all the same.
    /// - Throws: What keeps it from being kept.
    mutating func takeAll(from source: inout any DiscussionSource) async throws -> (any Error)? {
        var failure: (any Error)?
        do {
            try await source.read { piece in
                do {
                    try await take(piece)
                } catch {
                    throw KeepingError(reason: error)
                }
            }
        } catch let error as KeepingError {
            throw error.reason
        } catch {
            failure = error
            isComplete = false
        }
        try await finishThread()
        try await handOver()
        return failure
    }

    /// Of ours, not of the source.
    private struct KeepingError: Error {
        let reason: any Error
    }

    private mutating func handOver() async throws {
        defer { messages = [] }
        guard let store, !messages.isEmpty else { return }
        report.handedOver += try await store.importMessages(messages, in: room, at: BotHouse.clock.now())
    }

    /// The statement that comments belong to from now on.
    private func keep(_ source: SourceStatement) async throws -> PageImport? {
        guard let store else { return nil }
        let known = try await store.knownStatement(
            titled: source.title,
            at: source.sourceURL,
            number: revises
        )
        // A feed knows of a text only its title.
        if source.paragraphs.isEmpty, let known { return known }
        // Of another text with the same title nothing is taken.
        let before: Statement? =
            if let known {
                try await store.latestStatement(known.statement, titled: source.title)
            } else {
                nil
            }
        let statement = Statement(
            source,
            knownAs: before,
            publisher: publisher ?? source.publisher ?? before?.publisher,
            sourceURL: sourceURL ?? source.sourceURL ?? before?.sourceURL
        )
        return try await store.importPage(
            statement,
            comments: [],
            digest: statement.digest,
            revising: revises,
            at: BotHouse.clock.now()
        )
    }

    private mutating func finishThread() async throws {
        guard let store else { return }
        guard var stage else { return report.keep(page, nil) }
        self.stage = nil
        if page == nil { page = try await store.knownStatement(titled: "", at: nil, number: revises) }
        guard let page else { throw SourceError.noStatement }
        let total = report.parts.last?.comments ?? 0
        let thread = try await store.importThread(
            &stage,
            on: page.statement,
            isComplete: isComplete,
            at: BotHouse.clock.now()
        ) { [bar] done in
            bar.set(Progress(phase: "Keeping", done: done, total: total, unit: "comments"))
        }
        report.keep(page, thread)
    }
}

extension Statement {
    /// - Parameter known: The text as it was imported before. What stands above the paragraphs is kept where the source
    ///   has no place for it, as most have not.
    init(
        _ source: SourceStatement,
        knownAs known: Statement?,
        publisher: String?,
        sourceURL: String?
    ) {
        let texts = source.paragraphs.map { Paragraph(index: 1, segmenting: $0) }.filter { !$0.text.isEmpty }
        self.init(
            title: Paragraph(index: 1, segmenting: source.title).text,
            standfirst: source.standfirst ?? known?.standfirst,
            caption: source.caption.map { Paragraph(index: 0, segmenting: $0) } ?? known?.caption,
            paragraphs: texts.enumerated().map { index, paragraph in
                Paragraph(index: index + 1, text: paragraph.text, sentences: paragraph.sentences)
            },
            publisher: publisher,
            sourceURL: sourceURL
        )
    }

    /// The same for the same text.
    fileprivate var digest: String {
        let parts = [title, standfirst ?? ""] + paragraphs.map(\.text)
        return "\(SHA256Digest(of: Array(parts.joined(separator: "\n").utf8)))"
    }
}

extension SourceMessage {
    /// Whether it was said to a bot: such words are no part of the discussion.
    fileprivate func isCommand(after prefix: String) -> Bool {
        guard case .words(let words, _, _) = content, words.hasPrefix(prefix) else { return false }
        return words.dropFirst(prefix.count).first?.isLetter ?? false
    }
}
