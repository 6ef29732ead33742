internal import PluginAPI

/// What somebody asks for with `!schedule`: when, on whose clock, and which command.
struct Request {
    /// At least this long from one run to the next, in seconds.
    static let shortestGap = 900
    private static let maximumCommand = 500

    let expression: CronExpression
    let zone: ZoneName
    let missed: Schedule.MissedRule
    /// Without the prefix.
    let command: String

    /// Reads a request.
    ///
    /// - Parameter words: Everything after `!schedule` but the options.
    init(words: [String], options: [String: String], context: PluginContext) async throws {
        zone = try ZoneName(options["zone"] ?? context.settings["zone"] ?? "UTC")
        missed = try Self.rule(named: options["missed"])
        let rest: [String]
        if words.first?.lowercased() == "add" {
            (expression, rest) = try Self.cron(Array(words.dropFirst()), context)
        } else {
            (expression, rest) = try Self.words(words, context)
        }
        try Self.check(expression, zone, context)
        command = try await Self.command(rest, context)
    }

    private static func rule(named name: String?) throws(UsageError) -> Schedule.MissedRule {
        guard let name else { return .skip }
        if let rule = Schedule.MissedRule(rawValue: name.lowercased()) { return rule }
        throw UsageError(
            "\"\(name.repeated())\" is no rule for what I miss while I am away; there are `--missed skip`, "
                + "`--missed once` and `--missed all`."
        )
    }

    private static func words(
        _ words: [String],
        _ context: PluginContext
    ) throws -> (CronExpression, [String]) {
        do {
            let (expression, consumed) = try ScheduleText.parse(words: words)
            return (expression, Array(words.dropFirst(consumed)))
        } catch {
            throw UsageError(
                "\(error) The command to run comes after that: \(context.typed("schedule weekly friday 18:00 summary"))."
            )
        }
    }

    /// A cron expression in quotation marks, or without them where it has its five fields.
    private static func cron(
        _ words: [String],
        _ context: PluginContext
    ) throws -> (CronExpression, [String]) {
        let (text, rest) = QuotedBeginning.split(words)
        do {
            // Phones make a longer dash of a hyphen.
            return (try CronExpression(text.replacing("–", with: "-").replacing("—", with: "-")), rest)
        } catch {
            throw UsageError(
                "\(error) For example \(context.typed("schedule add \"0 18 * * mon-fri\" summary"))."
            )
        }
    }

    private static func check(
        _ expression: CronExpression,
        _ zone: ZoneName,
        _ context: PluginContext
    ) throws(UsageError) {
        guard expression.next(after: context.now, in: zone.zone) != nil else {
            throw UsageError("\"\(expression)\" never comes on the clocks of \(zone.name).")
        }
        guard let gap = expression.shortestGap(after: context.now, in: zone.zone), gap < .seconds(shortestGap)
        else {
            return
        }
        let minutes = gap.components.seconds / 60
        throw UsageError(
            "\"\(expression)\" has times \(minutes) \(minutes == 1 ? "minute" : "minutes") apart; between two runs "
                + "there must be at least \(shortestGap / 60) minutes."
        )
    }

    private static func command(_ words: [String], _ context: PluginContext) async throws -> String {
        let line = words.joined(separator: " ")
        let fit = context.grammar.commands.filter(\.canBeScheduled).map { context.typed($0.name) }
        let choice = "These can be scheduled: \(fit.joined(separator: ", "))."
        guard !line.isEmpty else {
            throw UsageError("The command to run is missing; it comes last. \(choice)")
        }
        guard line.unicodeScalars.count <= maximumCommand else {
            throw UsageError("The command to run is longer than \(maximumCommand) characters. \(choice)")
        }
        switch context.grammar.commandLine(line) {
        case .conversation:
            throw UsageError("\"\(line.repeated())\" is not a command that I know. \(choice)")
        case .misread(let misreading):
            let help = HelpText(
                grammar: context.grammar,
                powerLevel: context.senderPowerLevel,
                examples: ExampleFiller(
                    statement: try await context.discussion.statement(),
                    comment: try await context.discussion.firstComment()
                )
            )
            throw UsageError(
                "The command to run, \"\(line.repeated())\", is not understood. \(help.answer(to: misreading))"
            )
        case .command(let parsed):
            guard parsed.command.canBeScheduled else {
                throw UsageError("\(context.typed(parsed.command.name)) cannot be scheduled. \(choice)")
            }
            return line.hasPrefix(context.grammar.prefix)
                ? String(line.dropFirst(context.grammar.prefix.count)) : line
        }
    }
}
