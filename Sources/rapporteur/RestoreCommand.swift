internal import ArgumentParser
internal import BotCore
internal import BotStore
internal import Foundation

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the place of the database, without what was removed since.",
        discussion: """
            The bot must not be running. What people have taken back since the backup was made is removed from it again, by
            the list of removals, before it gets the database's name.
            """
    )

    @Argument(help: "What rapporteur backup made.") var file: String
    @OptionGroup var options: DataOptions
    @Flag(help: "Remove the database that is there.") var replace = false
    @Flag(help: "Go on without the list of removals, or with one that is too old.") var withoutRemovals =
        false

    func run() async throws {
        let place = try options.place()
        let bar = ProgressBar()
        let killSwitch = KillSwitch(setting: ProcessInfo.processInfo.environment["RAPPORTEUR_KILL_AT"])
        let restoration = Restoration(
            directory: place.directory,
            removals: place.removals,
            isReplacing: replace,
            isWithoutRemovals: withoutRemovals,
            now: BotHouse.clock.now(),
            progress: { done, total in
                bar.set(Progress(phase: "Copying", done: done, total: total, unit: "MB"))
            },
            reached: { killSwitch.reach(named: $0.rawValue) }
        )
        let result = try await bar.drawing { try await restoration.run(file) }
        let made = "\(result.madeAt.formatted(.iso8601)) (\(Age(since: result.madeAt, BotHouse.clock.now())))"
        Output.line("Restored \(result.comments.of("comment")) from \(file), which was made at \(made).")
        Output.line(
            result.applied == 0
                ? "The list of removals has nothing that the backup did not know."
                : "\(result.applied.of("removal", "removals")) made since then, by the list of removals, "
                    + "\(result.applied == 1 ? "is" : "are") applied to it."
        )
        if result.missingRemovals != nil {
            Output.note(
                "Without a whole list of removals, words that people have taken back since \(made) may be there again."
            )
        }
        Output.line("Start the bot now: it goes on from there, and fetches what was said since.")
    }
}

/// How long something is ago, for people: `3 days ago`.
struct Age: CustomStringConvertible {
    let description: String

    init(since instant: Date, _ now: Date) {
        let seconds = Int(now.timeIntervalSince(instant))
        description =
            switch seconds {
            case ..<0: "in the future by this clock"
            case ..<120: seconds.of("second") + " ago"
            case ..<7200: (seconds / 60).of("minute") + " ago"
            case ..<172_800: (seconds / 3600).of("hour") + " ago"
            default: (seconds / 86_400).of("day") + " ago"
            }
    }
}
