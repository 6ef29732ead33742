internal import struct Foundation.Date
internal import PluginAPI
internal import Summaries

/// One use of `!summary`, by a person or a schedule: what it reads, what it says, and what is remembered of it.
struct SummaryRun {
    let invocation: Invocation
    let context: PluginContext
    /// When it was asked for, for the first time.
    private let now: Date
    private let settings: SummarySettings
    private let moment: Moment
    private let memory: PostedSummaries
    /// The schedule's message of the day, where there is one that is edited.
    private let digest: PostedSummaries.Digest?
    /// What is to be said again, without words that were taken back; nil for something new.
    private let withdrawal: Withdrawal?

    init(of invocation: Invocation, context: PluginContext) async throws {
        try await self.init(of: invocation, at: context.now, withdrawal: nil, context: context)
    }

    /// The same as before, without the words that are gone: of what was said by then, and nothing that came later.
    init(again withdrawal: Withdrawal, context: PluginContext) async throws {
        try await self.init(
            of: withdrawal.invocation,
            at: withdrawal.answeredAt,
            withdrawal: withdrawal,
            context: context
        )
    }

    private init(
        of invocation: Invocation,
        at now: Date,
        withdrawal: Withdrawal?,
        context: PluginContext
    ) async throws {
        self.invocation = invocation
        self.context = context
        self.now = now
        self.withdrawal = withdrawal
        settings = try SummarySettings(context.settings)
        let moment = Moment(of: invocation, at: now, context: context)
        let memory = try await PostedSummaries(in: context)
        digest =
            settings.editsDigest
            ? moment.schedule.flatMap { memory.digest(of: $0, on: moment.day, in: context.room.id) } : nil
        (self.moment, self.memory) = (moment, memory)
    }

    /// The summary, posted anew or into the digest of the day.
    ///
    /// - Throws: ``UsageError`` where there is no such thing to summarise.
    func actions(for subject: Subject, since: Since?) async throws -> [Action] {
        let words = try SummaryLength(invocation.options["words"], usual: settings.words, context: context)
        let source = SummarySource(
            statement: try await context.discussion.statement(),
            thread: try await context.discussion.thread(),
            context: context
        )
        let kind = subject.kind(in: invocation.thread)
        let start = try start(since, kind: kind)
        let scope = try await source.scope(of: subject, for: invocation)
            .beginning(at: start).ending(at: end)
        let readings = Readings(
            scope: scope,
            banned: try await context.discussion.banned(),
            holdBackMinutes: settings.holdBackMinutes,
            now: now
        )
        let summary = Summarizer(maximumWords: words.count)
            .summary(of: scope.comments, about: source.statement, leavingOut: readings.leftOut)
        let message = SummaryMessage(
            summary: summary,
            written: await context.writer?.written(summary, of: scope.comments, about: source.statement),
            scope: scope,
            readings: readings,
            words: words,
            typed: invocation["of"],
            isAgain: withdrawal != nil,
            context: context
        )
        if let withdrawal { return try actions(posting: message.message, of: summary, insteadOf: withdrawal) }
        let read = LastRead(at: now, holdingBack: settings.holdBackMinutes, thread: source.thread)
        let extent = Extent(kind: kind, last: last(since, kind: kind), start: start, read: read)
        return try actions(posting: message.message, of: summary, reaching: extent)
    }

    /// An edit begins where the first run of the day began, so that it takes nothing away.
    private func start(_ since: Since?, kind: String) throws(UsageError) -> Start? {
        guard let since else { return nil }
        return try Start(since, last: last(since, kind: kind), at: moment, context: context)
    }

    /// Of what is said again, nothing that came later.
    private var end: LastRead? {
        withdrawal.map { memory.posted($0.name, at: now.milliseconds)?.read ?? LastRead(to: now) }
    }

    /// How far the summary before had read, where that matters.
    private func last(_ since: Since?, kind: String) -> LastRead? {
        guard case .last? = since else { return nil }
        if let withdrawal { return memory.posted(withdrawal.name, at: now.milliseconds)?.last }
        return digest.map(\.start) ?? memory.lastRead(of: kind, by: moment.schedule)
    }

    /// What stands in the place of a summary that was taken back; what had been read by then stays as it was.
    private func actions(
        posting message: Message,
        of summary: Summary,
        insteadOf withdrawal: Withdrawal
    ) throws -> [Action] {
        let isSaid = moment.schedule == nil || settings.saysWhenNothingIsNew || summary.counts.read > 0
        guard isSaid, digest?.isRemoved != true else { return [] }
        // Its name may be that of a later summary by now.
        guard let posted = memory.posted(withdrawal.name, at: now.milliseconds) else {
            return [.reply(message)]
        }
        var (message, memory) = (message, memory)
        message.name = posted.name
        memory.replace(
            PostedSummaries.Posted(
                name: posted.name,
                at: posted.at,
                passages: summary.passages.map(\.place),
                last: posted.last,
                read: posted.read
            )
        )
        return [.reply(message), try memory.kept(in: context.room.id)]
    }

    /// How far a run read, from where on, and what kind of summaries it belongs to.
    private struct Extent {
        let kind: String
        let last: LastRead?
        let start: Start?
        let read: LastRead
    }

    private func actions(
        posting message: Message,
        of summary: Summary,
        reaching extent: Extent
    ) throws -> [Action] {
        // Whoever takes a digest back has a reason: it stays away until the next day.
        if digest?.isRemoved == true { return [] }
        let isSaid = moment.schedule == nil || settings.saysWhenNothingIsNew
        guard summary.counts.read > 0 || digest != nil || editsDigest && isSaid else {
            return isSaid ? [.reply(message)] : []
        }
        let name = digest?.name ?? (editsDigest ? moment.digestName : nil) ?? memory.nextName
        var message = message
        message.name = name
        let places = summary.passages.map(\.place)
        let posted = PostedSummaries.Posted(
            name: name,
            at: extent.read.at,
            passages: places,
            last: extent.last,
            read: extent.read
        )
        return [
            digest == nil ? .reply(message) : .edit(.sent(name), message),
            try memory(of: posted, reaching: extent).kept(in: context.room.id),
        ]
    }

    private var editsDigest: Bool { settings.editsDigest && moment.schedule != nil }

    private func memory(of posted: PostedSummaries.Posted, reaching extent: Extent) -> PostedSummaries {
        var memory = memory
        memory.add(posted, kind: extent.kind, schedule: moment.schedule, read: extent.read)
        guard editsDigest, digest == nil, let schedule = moment.schedule else { return memory }
        let new = PostedSummaries.Digest(
            day: moment.day,
            name: posted.name,
            room: context.room.id,
            start: extent.start?.read
        )
        memory.add(new, of: schedule)
        return memory
    }
}

extension Moment {
    /// What the schedule's message of the day is called; the same again after a month, when nobody edits it any more.
    fileprivate var digestName: String? { schedule.map { "digest/\($0)/\(day % 100)" } }
}

extension ChosenPassage {
    fileprivate var place: PostedSummaries.Passage {
        PostedSummaries.Passage(
            comment: comment,
            paragraph: sentences.first?.paragraph ?? 1,
            first: sentences.first?.sentence ?? 1,
            last: sentences.last?.sentence ?? 1
        )
    }
}

extension Invocation {
    /// The first message of the thread in which it was typed, or else the message that it answers.
    var thread: EventID? { threadRoot ?? repliesTo }

    /// The first message of the thread in which it was typed.
    var threadRoot: EventID? {
        if case .message(let message) = cause { message.threadRoot } else { nil }
    }
}

extension WriterWindow {
    /// The summary in a language model's words, as far as they bear the check; nil where none do.
    fileprivate func written(
        _ summary: Summary,
        of comments: [Comment],
        about statement: Statement
    ) async -> WrittenSummary? {
        guard let request = ProseRequest(summary, of: comments, about: statement) else { return nil }
        let prose = await prose(
            instructions: request.instructions,
            material: request.material,
            maximumWords: request.maximumWords
        )
        return prose.flatMap { request.summary(writtenAs: $0, by: model) }
    }
}
