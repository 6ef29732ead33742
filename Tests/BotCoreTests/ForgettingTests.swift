import Archive
import BotStore
import Discussion
import Foundation
import MatrixTypes
import PluginAPI
import Quote
import Summarising
import Testing

private let secret = "The heliotrope boats should stay in the harbour until the winter comes."
private let walls = "The town has no money for walls and towers."
private let ferry = "The ferry to the island runs only twice a week."

extension Stage {
    /// A room whose chat is archived, on a statement about a harbour.
    fileprivate static func keeping(
        _ plugins: [any Plugin] = [QuotePlugin(), ArchivePlugin(), SummaryPlugin()],
        keptFor: Duration? = nil,
        _ body: (Stage) async throws -> Void
    ) async throws {
        try await set(plugins) { stage in
            var stage = stage
            stage.longestAnswer = 2_000
            stage.keptFor = keptFor
            stage.settings = [
                "archive": PluginSettings(["on_by_default": "true"]),
                "summary": PluginSettings([
                    "words": "120", "hold_back": "0", "when_nothing_new": "silent", "edit_digest": "false",
                ]),
            ]
            try await stage.importHarbour()
            await stage.openRooms()
            try await stage.runBot { _ in
                try await stage.hearsAll()
                try await body(stage)
            }
        }
    }

    /// Takes a message back, as its author does.
    fileprivate func redact(_ event: EventID, as sender: UserID = ada) async {
        let redaction = Event(
            id: EventID("$redaction of \(event)"),
            type: "m.room.redaction",
            sender: sender,
            sentAt: now.addingTimeInterval(500),
            content: .redaction(of: event)
        )
        await town.deliver(
            SyncBatch.Room(id: hall, membership: .join, state: [], timeline: [redaction])
        )
    }

    /// What stands in the hall by the bot: what it took back is gone.
    fileprivate func standing() async -> [String] {
        let said = await town.said
        let redacted = said.compactMap { said -> EventID? in
            if case .redaction(.event(let event)) = said.body { event } else { nil }
        }
        return said.compactMap { said in
            guard case .message(let message) = said.body, !redacted.contains(said.event) else { return nil }
            return message.text.body
        }
    }

    fileprivate func bytesHold(_ words: String) async throws -> Bool {
        while try await store.needsErasure() { _ = try await store.erase() }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return try names.contains { name in
            try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")).range(of: Data(words.utf8)) != nil
        }
    }
}

@Suite(.timeLimit(.minutes(1))) struct `Words that are taken back` {
    @Test func `leave every message of the bot, which says the rest again`() async throws {
        try await Stage.keeping { stage in
            let comment = await stage.town.say([secret])
            await stage.town.say([walls, ferry], as: bo)
            await stage.town.say(["!quote #c1", "!search winter", "!summary chat", "!comments"], as: bo)
            try await stage.settles()
            #expect(await stage.standing().count { $0.contains("heliotrope") } == 4)
            await stage.redact(comment[0])
            try await stage.settles()
            let standing = await stage.standing()
            #expect(standing.filter { $0.contains("heliotrope") } == [])
            #expect(standing.count == 1, "nobody needs the others again: \(standing)")
            #expect(standing[0].contains(walls) && standing[0].contains(ferry))
            #expect(standing[0].hasSuffix("because words that it quoted were taken back."))
            #expect(try await !stage.bytesHold("heliotrope"))
        }
    }

    @Test func `by somebody who asks to be forgotten go with what they typed`() async throws {
        try await Stage.keeping { stage in
            await stage.town.say([secret, "!quote heliotrope quarrels", "!summary chat"])
            await stage.town.say([walls], as: bo)
            try await stage.settles()
            #expect(
                await stage.standing().contains { $0.contains("quarrels") },
                "an answer that repeats them"
            )
            await stage.town.say(["!forget me"])
            try await stage.settles()
            await stage.town.say(["!forget me"])
            try await stage.settles()
            let standing = await stage.standing().joined(separator: "\n")
            for word in ["heliotrope", "quarrels"] {
                #expect(!standing.contains(word), "\(standing)")
                #expect(try await !stage.bytesHold(word))
            }
            #expect(standing.contains("Done, removed: the words of 1 message of yours and 1 answer of mine"))
            // What they said before and comes only now stays out, and what they say from now on is kept.
            await stage.town.say(["Something else entirely, said later."])
            try await stage.settles()
            let thread = try await stage.store.discussion(in: hall, isDirect: false).thread()
            #expect(thread.comments.map(\.isRemoved) == [true, false, false])
        }
    }

    @Test func `while an answer is being made are not in it`() async throws {
        let (started, start) = AsyncStream.makeStream(of: Void.self)
        let (released, release) = AsyncStream.makeStream(of: Void.self)
        let repeater = TestPlugin { _, context in
            let comments = try await context.discussion.thread().comments.filter { !$0.isRemoved }
            start.yield()
            for await _ in released { break }
            let words = comments.map(\.text).joined(separator: " / ")
            return [.reply(Message([.verbatim("[\(words)]")], sources: comments.compactMap(\.source)))]
        }
        try await Stage.keeping([ArchivePlugin(), repeater]) { stage in
            let comment = await stage.town.say([secret, walls])
            await stage.town.say(["!say"], as: bo)
            for await _ in started { break }
            await stage.redact(comment[0])
            for await _ in await stage.store.changes(in: .erasures)
            where try await stage.store.inboxCount() == 1 {
                if try await stage.store.discussion(in: hall, isDirect: false).comment(CommentLabel("c1"))?
                    .isRemoved == true
                {
                    break
                }
            }
            release.yield()
            release.yield()
            try await stage.settles()
            #expect(await stage.town.bodies() == ["[\(walls)]"], "and the first attempt never left")
        }
    }

    @Test func `leave a message that is on its way just then`() async throws {
        try await Stage.keeping { stage in
            let comment = await stage.town.say([secret])
            try await stage.settles()
            await stage.town.hold(hall)
            await stage.town.say(["!quote #c1"], as: bo)
            for await _ in await stage.store.changes(in: .outbox)
            where try await stage.store.outboxCount() == 1 { break }
            await stage.redact(comment[0])
            for await _ in await stage.store.changes(in: .outbox)
            where try await stage.store.outboxCount() == 0 { break }
            await stage.town.release(hall)
            try await stage.town.until { town in
                town.said.contains { if case .redaction = $0.body { true } else { false } }
            }
            #expect(await stage.standing() == [])
        }
    }

    @Test func `take the answer along that repeats them, where a command is deleted`() async throws {
        try await Stage.keeping { stage in
            let command = await stage.town.say(["!quote heliotrope"])
            await stage.town.say(["!quote 1"])
            try await stage.settles()
            await stage.redact(command[0])
            try await stage.settles()
            #expect(await stage.standing().map { $0.prefix(27) } == ["> The harbour needs a wall."])
        }
    }

    @Test func `go by themselves when they are older than they are kept`() async throws {
        try await Stage.keeping(keptFor: .seconds(86_400)) { stage in
            await stage.town.say([secret])
            await stage.town.say(["!summary chat"], as: bo)
            try await stage.settles()
            stage.clock.leap(by: 90_000)
            try await stage.clock.skip { $0 == .seconds(3600) }
            for await _ in await stage.store.changes(in: .discussion) {
                if try await stage.store.discussion(in: hall, isDirect: false).counts().chat == 0 { break }
            }
            #expect(try await !stage.bytesHold("heliotrope"))
            #expect(await stage.standing().count { $0.contains("heliotrope") } == 1, "nobody took them back")
        }
    }
}
