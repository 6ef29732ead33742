import Archive
import Foundation
import PluginAPI
import PluginTesting
import Quote
import Scheduling
import Summarising

/// A room whose chat is archived, at noon UTC on Friday 25 February 2022.
func chatRoom(_ settings: [String: String] = [:]) throws -> PluginHarness {
    try PluginHarness(
        SummaryPlugin(),
        SchedulePlugin(),
        QuotePlugin(),
        ArchivePlugin(),
        discussing: "on-the-invasion-of-ukraine",
        settings: usualSettings.with(["on_by_default": "true"]).with(settings)
    )
}

let noon = PluginHarness.beginning
let minute = 60.0
let hour = 3_600.0

extension PluginHarness {
    /// Says something at so many seconds after noon.
    @discardableResult
    func hears(
        _ text: String,
        at seconds: Double,
        as person: String = "@ada:demo",
        replyingTo target: EventID? = nil,
        threadRoot: EventID? = nil
    ) async throws -> EventID {
        try await say(
            text,
            as: person,
            replyingTo: target,
            threadRoot: threadRoot,
            at: noon.addingTimeInterval(seconds)
        )
        return lastHappening
    }

    /// What a command says at so many seconds after noon, as one text.
    @discardableResult
    func answer(
        _ command: String,
        at seconds: Double,
        replyingTo target: EventID? = nil,
        threadRoot: EventID? = nil
    ) async throws -> String {
        try await say(
            command,
            replyingTo: target,
            threadRoot: threadRoot,
            at: noon.addingTimeInterval(seconds)
        ).joined(separator: "\n\n")
    }

    /// What its schedules say until so many seconds after noon.
    @discardableResult
    func run(until seconds: Double) async throws -> [String] {
        try await advance(to: noon.addingTimeInterval(seconds))
    }

    func schedule(_ words: String) async throws {
        try await say("!schedule \(words)", as: "@mod:demo", powerLevel: 50)
    }
}

let boats = "The boats should stay in the harbour until the winter comes."
let walls = "The town has no money for walls and towers."
let herring = "Fishermen earn nothing since the herring left us."
let ferry = "The ferry to the island runs only twice a week."
