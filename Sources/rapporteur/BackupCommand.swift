internal import ArgumentParser
internal import BotCore
internal import BotStore
internal import Foundation

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the database into a file; the bot may be running.",
        discussion: """
            The file is a backup for rapporteur restore, of one moment, and only its owner can read it. It holds words that
            people may take back later: restore removes them, by the list of removals. That list is not in it, so keep a
            copy of the list elsewhere, too.
            """
    )

    @Argument(help: "The backup, outside of the data directory.") var file: String
    @OptionGroup var options: DataOptions
    @Flag(help: "Replace the file, if it is there.") var replace = false

    func run() async throws {
        let place = try options.place()
        let bar = ProgressBar()
        let backup = try await bar.drawing {
            try await Store.backup(
                directory: place.directory,
                to: file,
                isReplacing: replace,
                removals: place.removals,
                at: BotHouse.clock.now()
            ) { done, total in bar.set(Progress(phase: "Copying", done: done, total: total, unit: "MB")) }
        }
        Output.line(
            """
            \(backup.path): \(backup.bytes.megabytes) MB, \(backup.comments.of("comment")).
            The list of removals has \(backup.removals.of("entry", "entries")) so far, and is not in it: keep a copy of \
            \(backup.list) elsewhere, too, always the latest. rapporteur restore needs it.
            """
        )
    }
}

extension Int {
    /// `1 comment`, `1,234 comments`.
    func of(_ thing: String, _ things: String? = nil) -> String {
        "\(grouped) \(self == 1 ? thing : things ?? thing + "s")"
    }

    /// `1,234`.
    var grouped: String {
        var digits = ""
        for (position, digit) in "\(self)".reversed().enumerated() {
            if position > 0, position % 3 == 0 { digits.append(",") }
            digits.append(digit)
        }
        return String(digits.reversed())
    }
}
