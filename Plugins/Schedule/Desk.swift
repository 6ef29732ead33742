internal import struct Foundation.Date
internal import struct Foundation.TimeZone
internal import PluginAPI

/// Answers the forms of `!schedule`. Each is a function.
struct Desk {
    private static let maximumSchedules = 20
    private static let maximumCommandShown = 100

    let invocation: Invocation
    let context: PluginContext

    /// Makes a schedule, and says in words what was understood.
    func add(_ words: [String]) async throws -> [Action] {
        try context.requireModerator(to: "schedule a command")
        let request = try await Request(words: words, options: invocation.options, context: context)
        guard try await context.schedules.schedules().count < Self.maximumSchedules else {
            throw UsageError(
                "This room has \(Self.maximumSchedules) schedules, which is as many as it may have. "
                    + "\(context.typed("schedule list")) shows them, \(context.typed("schedule remove 1")) ends one."
            )
        }
        let draft = ScheduleDraft(
            expression: request.expression,
            zone: request.zone.name,
            room: context.room.id,
            command: request.command,
            author: invocation.sender,
            missed: request.missed
        )
        return [.schedule(draft), invocation.reply(confirmation(of: request))]
    }

    private func confirmation(of request: Request) -> String {
        let times = request.expression.instants(after: context.now, in: request.zone.zone, count: 3)
            .map { $0.words(in: request.zone.zone) }
        return """
            \(shown(request.command)) runs \(request.expression.words) (\(request.zone.name)), asked for by \
            \(invocation.sender). \(request.missed.words)
            Next: \(times.joined(separator: "; ")).
            \(context.typed("schedule list")) shows its number, with which \(context.typed("schedule remove")) ends it.
            """
    }

    /// What is scheduled in the room.
    func list() async throws -> Message {
        let schedules = try await context.schedules.schedules()
        guard !schedules.isEmpty else { return nothing }
        return Message([
            .outline(schedules.map { Message.Line(line(for: $0)) }),
            .text("\(context.typed("schedule remove \(schedules[0].number)")) ends the first of them."),
        ])
    }

    private func line(for schedule: Schedule) -> String {
        let draft = schedule.draft
        let next = TimeZone(identifier: draft.zone).flatMap { zone in schedule.next?.words(in: zone) }
        return "\(schedule.number): \(shown(draft.command)) \(draft.expression.words) (\(draft.zone)), "
            + "asked for by \(draft.author), next \(next ?? "never")"
    }

    /// When each schedule runs next, the soonest first.
    func next() async throws -> Message {
        let runs = try await context.schedules.schedules().compactMap {
            schedule -> (instant: Date, line: String)? in
            guard let zone = TimeZone(identifier: schedule.draft.zone),
                let instant = schedule.draft.expression.next(after: context.now, in: zone)
            else { return nil }
            let words = "\(instant.words(in: zone)) (\(schedule.draft.zone))"
            return (instant, "\(words): \(shown(schedule.draft.command)), number \(schedule.number)")
        }
        guard !runs.isEmpty else { return nothing }
        let soonest = runs.sorted { $0.instant < $1.instant }
        return Message([.outline(soonest.map { Message.Line($0.line) })])
    }

    /// Ends a schedule.
    func remove(_ text: String) async throws -> [Action] {
        try context.requireModerator(to: "end a schedule")
        let schedules = try await context.schedules.schedules()
        let digits = text.drop { $0 == "#" }.prefix { $0 != "." }
        guard let number = Int(digits), let schedule = schedules.first(where: { $0.number == number }) else {
            throw UsageError(unknown(text, among: schedules))
        }
        return [
            .unschedule(number: number),
            invocation.reply(
                "\(shown(schedule.draft.command)) is no longer scheduled (it was number \(number))."
            ),
        ]
    }

    private func unknown(_ text: String, among schedules: [Schedule]) -> String {
        guard let first = schedules.first else { return "Nothing is scheduled in this room." }
        let found =
            text.isEmpty
            ? "The number of the schedule to end is missing."
            : "There is no schedule \"\(text.repeated())\" in this room."
        return "\(found) \(context.typed("schedule list")) shows those that there are; "
            + "\(context.typed("schedule remove \(first.number)")) ends the first."
    }

    private var nothing: Message {
        let way = "A moderator can change that, for example with "
        return Message(
            "Nothing is scheduled in this room. \(way)\(context.typed("schedule weekly friday 18:00 summary"))."
        )
    }

    private func shown(_ command: String) -> String {
        context.typed(command.repeated(upTo: Self.maximumCommandShown))
    }
}

extension Schedule.MissedRule {
    /// What happens about times that pass while the bot is away.
    fileprivate var words: String {
        switch self {
        case .skip: "Times when I am away are left out."
        case .once: "If I miss times while I am away, it runs once when I am back."
        case .all: "If I miss times while I am away, it runs for each of them, at most 100."
        }
    }
}
