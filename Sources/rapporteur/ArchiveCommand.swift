internal import ArgumentParser
internal import BotStore
internal import Foundation
internal import PluginAPI

struct ArchiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract: "Look into what a bot has kept.",
        subcommands: [Audit.self]
    )

    struct Audit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Count what was kept, removed and missed in each room; the bot may be running."
        )

        @Option(help: "The bot's data directory.") var data: String
        @Flag(help: "Print one JSON object a room.") var json = false

        private struct RoomAudit: Encodable {
            let room: String
            let audit: ArchiveAudit
        }

        func run() async throws {
            let audits = try await Store.audits(directory: data)
            if audits.isEmpty, !json { Output.line("No room has been seen yet.") }
            for (room, audit) in audits {
                guard !json else {
                    let encoder = JSONEncoder()
                    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                    try Output.json(RoomAudit(room: room.rawValue, audit: audit), encoder: encoder)
                    continue
                }
                Output.line(
                    "\(room): \(audit.messages) messages, \(audit.comments) comments, \(audit.edits) edits, "
                        + "\(audit.removals) removed, \(audit.unreadable) unreadable, \(audit.gaps) gaps"
                )
            }
        }
    }
}
