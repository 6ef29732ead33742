internal import ArgumentParser
internal import Cron
internal import Foundation

struct CronCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cron",
        abstract: "Say when a schedule comes next."
    )

    @Argument(help: "Five fields: minute hour day month weekday.") var expression: String
    @Option(help: "A time zone such as Europe/London.") var zone = "UTC"
    @Option(help: "An instant such as 2026-01-15T10:07:00Z; now if none is named.") var from: String?
    @Option(help: "How many instants, 1 to 1000.") var count = 5
    @Flag(help: "Print a JSON list of instants in UTC.") var json = false

    func run() async throws {
        guard let timeZone = TimeZone(identifier: zone) else {
            throw ValidationError("There is no time zone \"\(zone)\"; expected a name such as Europe/London.")
        }
        guard (1...1000).contains(count) else {
            throw ValidationError("--count is \(count); expected 1 to 1000.")
        }
        let start = try from.map { try instant($0) } ?? Date()
        let cron: CronExpression
        do {
            cron = try CronExpression(expression)
        } catch {
            throw ValidationError("\(error)")
        }
        let instants = cron.instants(after: start, in: timeZone, count: count)
        guard !json else {
            return try Output.json(instants.map { $0.ISO8601Format() }, encoder: JSONEncoder())
        }
        Output.line("\(cron.words) (\(zone))")
        for instant in instants {
            Output.line(instant.ISO8601Format(Date.ISO8601FormatStyle(timeZone: timeZone)))
        }
    }

    private func instant(_ text: String) throws -> Date {
        guard let instant = try? Date(text, strategy: .iso8601) else {
            throw ValidationError("--from is \"\(text)\"; expected an instant such as 2026-01-15T10:07:00Z.")
        }
        return instant
    }
}
