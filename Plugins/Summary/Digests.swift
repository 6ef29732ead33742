internal import PluginAPI
internal import Summaries

/// Makes summaries, posts them anew or into the digest of the day, and remembers how far they read.
struct Digests {
    let context: PluginContext

    /// A summary for whoever asks.
    ///
    /// - Throws: ``UsageError`` where there is no such thing to summarise.
    func summarise(_ subject: Subject, since: Since?, for invocation: Invocation) async throws -> [Action] {
        let settings = try SummarySettings(context.settings)
        let words = try SummaryLength(invocation.options["words"], usual: settings.words, context: context)
        let moment = Moment(of: invocation, context: context)
        let memory = try await PostedSummaries(in: context)
        let source = SummarySource(
            statement: try await context.discussion.statement(),
            thread: try await context.discussion.thread(),
            context: context
        )
        let kind = subject.kind(in: invocation.thread)
        let digest = settings.editsDigest ? digest(of: moment, in: memory) : nil
        let last = digest.map(\.start) ?? memory.lastRead(of: kind, by: moment.schedule)
        let start = try since.map { since throws(UsageError) in
            try Start(since, last: last, at: moment, context: context)
        }
        let scope = try await source.scope(of: subject, for: invocation).beginning(at: start)
        let readings = Readings(
            scope: scope,
            banned: try await context.discussion.banned(),
            holdBackMinutes: settings.holdBackMinutes,
            now: context.now
        )
        let summary = Summarizer(maximumWords: words.count)
            .summary(of: scope.comments, about: source.statement, leavingOut: readings.leftOut)
        let message = SummaryMessage(
            summary: summary,
            scope: scope,
            readings: readings,
            words: words,
            typed: invocation["of"],
            context: context
        ).message
        let outcome = Outcome(
            message: message,
            summary: summary,
            read: LastRead(at: context.now, holdingBack: settings.holdBackMinutes, thread: source.thread),
            kind: kind
        )
        return try actions(for: outcome, memory, digest, start, moment, settings)
    }

    /// A digest that was taken back stays away until the next day: whoever did it had a reason.
    func forget(_ message: EventID) async throws -> [Action] {
        guard let name = try await context.state.name(of: message) else { return [] }
        var memory = try await PostedSummaries(in: context)
        return memory.remove(name) ? [try memory.kept(in: context.room.id)] : []
    }

    private struct Outcome {
        let message: Message
        let summary: Summary
        let read: LastRead
        let kind: String
    }

    private func digest(of moment: Moment, in memory: PostedSummaries) -> PostedSummaries.Digest? {
        moment.schedule.flatMap { memory.digest(of: $0, on: moment.day, in: context.room.id) }
    }

    private func actions(
        for outcome: Outcome,
        _ known: PostedSummaries,
        _ digest: PostedSummaries.Digest?,
        _ start: Start?,
        _ moment: Moment,
        _ settings: SummarySettings
    ) throws -> [Action] {
        if digest?.isRemoved == true { return [] }
        let isSilent = moment.schedule != nil && !settings.saysWhenNothingIsNew
        guard outcome.summary.counts.read > 0 || digest != nil else {
            return isSilent ? [] : [.reply(outcome.message)]
        }
        var memory = known
        var message = outcome.message
        let name = digest?.name ?? (settings.editsDigest ? moment.digestName : nil) ?? memory.nextName
        message.name = name
        memory.add(
            PostedSummaries.Posted(
                name: name,
                at: outcome.read.at,
                passages: outcome.summary.passages.map(\.place)
            ),
            kind: outcome.kind,
            schedule: moment.schedule,
            read: outcome.read
        )
        if settings.editsDigest, digest == nil, let schedule = moment.schedule {
            let new = PostedSummaries.Digest(
                day: moment.day,
                name: name,
                room: context.room.id,
                start: start?.read
            )
            memory.add(new, of: schedule)
        }
        let kept = try memory.kept(in: context.room.id)
        return [digest == nil ? .reply(message) : .edit(.sent(name), message), kept]
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
    var thread: EventID? {
        guard case .message(let message) = cause else { return nil }
        return message.threadRoot ?? message.repliesTo
    }
}
