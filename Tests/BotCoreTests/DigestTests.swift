import Archive
import BotStore
import Discussion
import Foundation
import MatrixTypes
import PluginAPI
import Summarising
import Testing

private let boats = "The boats should stay in the harbour until the winter comes."
private let walls = "The town has no money for walls and towers."
private let ferry = "The ferry to the island runs only twice a week."
/// 22:15, a hundred seconds after all begins.
private let quarter = Date(timeIntervalSince1970: 1_700_000_100)

extension Stage {
    /// A room whose chat is archived, and a schedule that summarises it every quarter of an hour.
    fileprivate static func withDigest(
        of command: String,
        isEdited: Bool,
        _ body: (Stage) async throws -> Void
    ) async throws {
        try await set([ArchivePlugin(), SummaryPlugin()]) { stage in
            var stage = stage
            stage.longestAnswer = 2_000
            stage.settings = [
                "archive": PluginSettings(["on_by_default": "true"]),
                "summary": PluginSettings([
                    "words": "120", "hold_back": "0", "when_nothing_new": "silent",
                    "edit_digest": "\(isEdited)",
                ]),
            ]
            try await stage.importHarbour()
            await stage.openRooms()
            let digest = ScheduleDraft(
                expression: try CronExpression("*/15 * * * *"),
                zone: "UTC",
                room: hall,
                command: command,
                author: bo,
                missed: .once
            )
            try await stage.put(digest, next: quarter)
            try await body(stage)
        }
    }

    /// Lets the clock of a running bot go on.
    fileprivate func passes(_ instant: Date) async throws {
        while clock.now < instant {
            try await clock.skip { $0 <= .seconds(30) && $0 > .zero && $0 != beforeTyping }
        }
    }

    /// The same bot in its next life.
    fileprivate func reborn() throws -> Stage {
        var next = Stage(
            town: town,
            store: try Store.open(directory: folder),
            clock: clock,
            folder: folder,
            plugins: plugins
        )
        (next.longestAnswer, next.settings) = (longestAnswer, settings)
        return next
    }
}

@Suite(.timeLimit(.minutes(1))) struct `A digest on schedule` {
    @Test func `is edited in place as the day goes on, after a restart too`() async throws {
        try await Stage.withDigest(of: "summary chat today", isEdited: true) { stage in
            try await stage.runBot { _ in
                try await stage.hearsAll()
                await stage.town.say([boats])
                try await stage.settles()
                try await stage.passes(quarter)
                try await stage.town.until { $0.said.count == 1 }
                try await stage.settles()
            }
            let reborn = try stage.reborn()
            try await reborn.runBot { _ in
                await reborn.town.say([walls], as: bo)
                try await reborn.settles()
                try await reborn.passes(quarter.addingTimeInterval(900))
                try await reborn.town.until { $0.said.count == 2 }
            }
            let said = await stage.town.said
            guard case .message(let first) = said[0].body,
                case .edit(let target, let second) = said[1].body
            else {
                Issue.record("There should be one message, and an edit of it: \(said)")
                return
            }
            #expect(target == .event(said[0].event))
            #expect(first.text.body.contains(boats) && !first.text.body.contains(walls))
            #expect(second.text.body.contains(boats) && second.text.body.contains(walls))
            #expect(
                second.text.body.hasPrefix("Scheduled by @bo:demo for Tuesday 14 November 2023, 22:30 (UTC)")
            )
        }
    }

    @Test func `loses nothing that was said while the bot was away, and says nothing twice`() async throws {
        try await Stage.withDigest(of: "summary chat since last", isEdited: false) { stage in
            try await stage.runBot { _ in
                try await stage.hearsAll()
                await stage.town.say([boats])
                try await stage.settles()
                try await stage.passes(quarter)
                try await stage.town.until { $0.said.count == 1 }
                try await stage.settles()
            }
            // Two runs are missed. What was said meanwhile is fetched before the late run, or after it; by the clocks
            // of its senders it is older than the digest that was posted.
            await stage.town.say([walls, ferry], as: bo)
            stage.clock.leap(by: 2_000)
            let reborn = try stage.reborn()
            try await reborn.runBot { _ in
                try await reborn.settles()
                try await reborn.passes(quarter.addingTimeInterval(2_700))
                try await reborn.town.until { $0.said.count == 2 }
                try await reborn.settles()
            }
            let all = await stage.town.bodies().joined(separator: "\n\n")
            for sentence in [boats, walls, ferry] {
                #expect(all.components(separatedBy: sentence).count == 2, "once: \(all)")
            }
        }
    }
}
