import Archive
import Foundation
import PluginAPI
import PluginTesting
import Quote
import Scheduling
import Summarising
import Testing

/// A room whose chat is archived, at noon UTC on Friday 25 February 2022.
private func room(_ settings: [String: String] = [:]) throws -> PluginHarness {
    try PluginHarness(
        SummaryPlugin(),
        SchedulePlugin(),
        QuotePlugin(),
        ArchivePlugin(),
        discussing: "on-the-invasion-of-ukraine",
        settings: usualSettings.with(["on_by_default": "true"]).with(settings)
    )
}

private let noon = PluginHarness.beginning
private let minute = 60.0
private let hour = 3_600.0

extension PluginHarness {
    /// Says something at so many seconds after noon.
    @discardableResult
    fileprivate func hears(
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
    fileprivate func answer(
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
    fileprivate func run(until seconds: Double) async throws -> [String] {
        try await advance(to: noon.addingTimeInterval(seconds))
    }

    fileprivate func schedule(_ words: String) async throws {
        try await say("!schedule \(words)", as: "@mod:demo", powerLevel: 50)
    }
}

private let boats = "The boats should stay in the harbour until the winter comes."
private let walls = "The town has no money for walls and towers."
private let herring = "Fishermen earn nothing since the herring left us."
private let ferry = "The ferry to the island runs only twice a week."

@Suite struct `A summary of what was said since a time` {
    @Test(arguments: [
        ("today", "Friday 25 February 2022, 00:00"),
        ("since midnight", "Friday 25 February 2022, 00:00"),
        ("since 18:00", "Thursday 24 February 2022, 18:00"),
        ("since 9am", "Friday 25 February 2022, 09:00"),
        ("since yesterday", "Thursday 24 February 2022, 00:00"),
        ("since yesterday at 18:00", "Thursday 24 February 2022, 18:00"),
        ("since monday", "Monday 21 February 2022, 00:00"),
        ("since Friday", "Friday 18 February 2022, 00:00"),
        ("since last tue", "Tuesday 22 February 2022, 00:00"),
        ("since 2022-02-01", "Tuesday 1 February 2022, 00:00"),
        ("since 2h", "Friday 25 February 2022, 11:00"),
        ("since 90 minutes", "Friday 25 February 2022, 11:30"),
        ("since 2 hours ago", "Friday 25 February 2022, 11:00"),
        ("in the last 2 hours", "Friday 25 February 2022, 11:00"),
        ("last week", "Friday 18 February 2022, 13:00"),
        ("since an hour ago", "Friday 25 February 2022, 12:00"),
        ("chat since 18:00", "Thursday 24 February 2022, 18:00"),
        ("since 18:00 chat", "Thursday 24 February 2022, 18:00"),
        ("all today", "Friday 25 February 2022, 00:00"),
        ("today --words 60", "Friday 25 February 2022, 00:00"),
        ("SINCE 18:00", "Thursday 24 February 2022, 18:00"),
    ])
    func `reads times as people type them`(typed: String, start: String) async throws {
        let room = try room()
        try await room.hears(boats, at: 10 * minute)
        #expect(
            try await room.answer("!summary \(typed)", at: hour) == """
                Since \(start) (UTC):

                > \(boats)

                — 1 · #c1, @ada:demo

                Read 1 comment by 1 person; quotes 1.
                """
        )
    }

    @Test(arguments: [
        "since", "since blah", "since 25:00", "since 0 hours", "since 99999h", "since 2022-02-31x",
        "since yesterday blah",
        "last 2", "since two hours", "chat since", "since \u{202E}",
    ])
    func `says what can be typed instead`(typed: String) async throws {
        let answer = try await room().answer("!summary \(typed)", at: hour)
        #expect(
            answer.contains(" is no time that I understand. Try `!summary since 18:00`, `since yesterday`")
        )
    }

    @Test(arguments: [
        ("since 2022-02-31", "There is no such day. Try `!summary since yesterday`."),
        (
            "since 2031-01-01",
            "Wednesday 1 January 2031, 00:00 (UTC) is still to come. Try `!summary today`."
        ),
        ("page today", "The comments of the page do not say when they were written. Try `!summary`."),
        ("chat today", "Nothing was said since Friday 25 February 2022, 00:00 (UTC)."),
    ])
    func `says where there is nothing`(typed: String, expected: String) async throws {
        #expect(try await room().answer("!summary \(typed)", at: hour) == expected)
    }

    @Test func `follows the clock of the room`() async throws {
        // At 23:30 UTC it is half past midnight in Berlin.
        let room = try room(["zone": "Europe/Berlin"])
        try await room.hears(boats, at: 10.9 * hour)
        try await room.hears(walls, at: 11.1 * hour, as: "@bob:demo")
        let answer = try await room.answer("!summary today", at: 11.5 * hour)
        #expect(answer.hasPrefix("Since Saturday 26 February 2022, 00:00 (Europe/Berlin):\n\n> \(walls)"))
        #expect(!answer.contains(boats))
    }

    @Test(arguments: [("since 1:30", "02:00"), ("since 2:30", "02:30")])
    func `follows clocks that were changed`(typed: String, time: String) async throws {
        // In London it was never half past one on that Sunday.
        let room = try room(["zone": "Europe/London"])
        let sunday = 30 * 24 * hour
        try await room.hears(boats, at: sunday - 20 * minute)
        let answer = try await room.answer("!summary \(typed)", at: sunday)
        #expect(answer.hasPrefix("Since Sunday 27 March 2022, \(time) (Europe/London):"))
    }

    static let hostile = [
        "since " + String(repeating: "9", count: 60_000), "since " + String(repeating: "a ", count: 30_000),
        String(repeating: "since ", count: 10_000), String(repeating: "last ", count: 10_000),
        "why " + String(repeating: "9", count: 60_000), "since 2022-02-0\u{661}", "since -2h",
        "since e" + String(repeating: "\u{301}", count: 10_000), "today today today", "since last since last",
    ]

    @Test(arguments: hostile.indices)
    func `answers nonsense shortly`(index: Int) async throws {
        let answer = try await room().answer("!summary \(Self.hostile[index])", at: hour)
        #expect(!answer.isEmpty && answer.unicodeScalars.count < 500)
    }

    @Test func `is about a passage or a comment where somebody says so`() async throws {
        let room = try room()
        try await room.answer("!quote 3", at: 1)
        let quotation = try #require(await room.lastAnswer)
        try await room.hears(walls, at: 10, replyingTo: quotation)
        try await room.hears(boats, at: 2 * hour, as: "@bob:demo", replyingTo: quotation)
        let answer = try await room.answer("!summary on 3 since 1h", at: 2.5 * hour)
        #expect(answer.contains("> \(boats)\n\n— 1 · #c2, @bob:demo, on 3\n\n"))
        #expect(!answer.contains(walls))
    }
}

@Suite struct `What was just said` {
    @Test func `is not summarised while it can be taken back`() async throws {
        let room = try room()
        try await room.hears(walls, at: 0)
        try await room.hears(boats, at: 6 * minute)
        // To the second: what is ten minutes old is read.
        #expect(try await room.answer("!summary chat", at: 10 * minute).contains(walls))
        let early = try await room.answer("!summary chat", at: 10 * minute - 1)
        #expect(early == "The last 2 comments are less than 10 minutes old and not summarised yet.")
        let later = try await room.answer("!summary chat", at: 10 * minute + 1)
        #expect(later.contains(walls) && !later.contains(boats))
    }

    @Test func `is summarised at once where the operator wants that`() async throws {
        let room = try room(["hold_back": "0"])
        try await room.hears(walls, at: 0)
        #expect(try await room.answer("!summary chat", at: 1).contains(walls))
    }
}

@Suite struct `Somebody who is banned` {
    @Test func `is not quoted, until they are let in again`() async throws {
        let room = try room()
        try await room.hears(walls, at: 0)
        try await room.hears(boats, at: 1, as: "@bob:demo")
        await room.ban(UserID("@bob:demo"))
        let answer = try await room.answer("!summary chat", at: hour)
        #expect(answer.contains(walls) && !answer.contains(boats))
        await room.ban(UserID("@ada:demo"))
        #expect(
            try await room.answer("!summary chat", at: hour + 1)
                == "All that was said here is by people who have been banned since."
        )
        await room.unban(UserID("@bob:demo"))
        #expect(try await room.answer("!summary chat", at: hour + 2).contains(boats))
    }
}

@Suite struct `A summary of a thread` {
    @Test func `holds what was said in it, whatever it began with`() async throws {
        let room = try room()
        let root = try await room.hears(walls, at: 0)
        try await room.hears(boats, at: 1, as: "@bob:demo", threadRoot: root)
        try await room.hears(ferry, at: 2)
        let answer = try await room.answer("!summary in this thread", at: hour, threadRoot: root)
        #expect(answer.contains(walls) && answer.contains(boats) && !answer.contains(ferry))
        #expect(try await room.answer("!summary thread", at: hour + 1, replyingTo: root) == answer)

        let summary = try #require(await room.lastAnswer)
        try await room.hears(herring, at: 2 * hour, as: "@cy:demo", threadRoot: summary)
        let below = try await room.answer("!summary thread", at: 3 * hour, threadRoot: summary)
        #expect(below.contains(herring) && !below.contains(walls))
    }

    @Test func `is asked for in one`() async throws {
        let answer = try await room().answer("!summary thread", at: 0)
        #expect(answer.hasPrefix("This is no thread. Type `!summary thread` inside a thread"))
        let other = try await room().answer("!summary thread", at: 0, threadRoot: EventID("$elsewhere"))
        #expect(other.hasPrefix("Nothing of this thread has been kept."))
    }
}

@Suite struct `A summary since the last` {
    @Test func `loses nothing and says nothing twice`() async throws {
        let room = try room()
        try await room.hears(walls, at: 0)
        try await room.hears(boats, at: 55 * minute, as: "@bob:demo")
        let first = try await room.answer("!summary chat", at: hour)
        #expect(first.contains(walls) && !first.contains(boats))
        // What was held back an hour later, to the second, and what was not.
        try await room.hears(ferry, at: 1.5 * hour)
        let second = try await room.answer("!summary chat since last", at: 2 * hour)
        #expect(second.hasPrefix("Since the last summary, Friday 25 February 2022, 13:00 (UTC):"))
        #expect(second.contains(boats) && second.contains(ferry) && !second.contains(walls))
        #expect(
            try await room.answer("!summary chat since last", at: 3 * hour)
                == "Nothing new since the last summary, Friday 25 February 2022, 14:00 (UTC)."
        )
        // A summary of another kind is another's last.
        #expect(try await room.answer("!summary since last", at: 3 * hour + 1).contains(walls))
    }

    @Test func `holds what came late`() async throws {
        let room = try room()
        try await room.answer("!summary chat since last", at: hour)
        try await room.hears(walls, at: hour)
        #expect(try await room.answer("!summary chat", at: 2 * hour).contains(walls))
        // Written before that summary, but fetched after it.
        try await room.hears(boats, at: 1.2 * hour, as: "@bob:demo")
        let answer = try await room.answer("!summary chat since last", at: 3 * hour)
        #expect(answer.contains(boats) && !answer.contains(walls))
    }

    @Test func `is of a day where there was none, and says so`() async throws {
        let room = try room()
        try await room.hears(walls, at: -30 * hour)
        try await room.hears(boats, at: -20 * hour)
        let answer = try await room.answer("!summary chat since last", at: 0)
        #expect(answer.hasPrefix("The last 24 hours, for no such summary was posted before:\n\n> \(boats)"))
        #expect(!answer.contains(walls))
    }
}

@Suite struct `A scheduled digest` {
    @Test func `goes on from its own last, however late`() async throws {
        let room = try room()
        try await room.schedule("daily 18:00 summary chat since last")
        try await room.hears(walls, at: hour)
        try await room.hears(boats, at: 5 * hour + 55 * minute)
        let first = try await room.run(until: 7 * hour)
        #expect(first.count == 1 && first[0].contains(walls) && !first[0].contains(boats))
        // Somebody's own summary does not move it.
        #expect(try await room.answer("!summary chat", at: 8 * hour).contains(boats))
        try await room.hears(ferry, at: 9 * hour)
        let second = try await room.run(until: 31 * hour)
        #expect(second.count == 1)
        #expect(second[0].hasPrefix("Since the last summary, Friday 25 February 2022, 18:00:\n"))
        #expect(second[0].contains(boats) && second[0].contains(ferry) && !second[0].contains(walls))
    }

    @Test(arguments: [
        ("silent", []), ("line", ["Nothing was said since Friday 25 February 2022, 00:00."]),
    ])
    func `says nothing new, or nothing`(setting: String, expected: [String]) async throws {
        let room = try room(["when_nothing_new": setting])
        try await room.schedule("daily 18:00 summary today")
        #expect(try await room.run(until: 7 * hour) == expected)
        #expect(
            try await room.answer("!summary today", at: 8 * hour)
                == "Nothing was said since Friday 25 February 2022, 00:00 (UTC).",
            "whoever asks is answered"
        )
    }

    @Test(arguments: [
        ("daily 0:00 summary today", 12.0, "Friday 25 February 2022, 00:00"),
        ("daily 18:00 summary since 18:00", 6.0, "Thursday 24 February 2022, 18:00"),
        ("weekly friday 18:00 summary since friday", 6.0, "Friday 18 February 2022, 00:00"),
    ])
    func `looks back from its own hour`(schedule: String, hours: Double, start: String) async throws {
        let room = try room()
        try await room.schedule(schedule)
        try await room.hears(walls, at: hour)
        let digest = try await room.run(until: hours * hour)
        #expect(digest.count == 1 && digest[0].hasPrefix("Since \(start):\n\n> \(walls)"))
    }
}

@Suite struct `A digest that is edited as the day goes on` {
    @Test func `is one message a day, which says all of the day`() async throws {
        let room = try room(["edit_digest": "true"])
        try await room.schedule("hourly summary chat since last")
        try await room.hears(walls, at: 10 * minute)
        #expect(try await room.run(until: hour).count == 1)
        let digest = try #require(await room.lastAnswer)
        try await room.hears(boats, at: 1.5 * hour, as: "@bob:demo")
        #expect(try await room.run(until: 2 * hour) == [], "it is edited")
        let edited = try #require(await room.message(digest)).plainText
        #expect(edited.contains(walls) && edited.contains(boats))
        // The next day begins with what the day before did not say.
        try await room.hears(ferry, at: 11 * hour + 55 * minute)
        let tomorrow = try await room.run(until: 13 * hour)
        #expect(tomorrow.count == 1)
        #expect(tomorrow[0].contains(ferry) && !tomorrow[0].contains(walls) && !tomorrow[0].contains(boats))
        #expect(try #require(await room.message(digest)).plainText == edited)
    }

    @Test func `begins with the line that nothing was said, where it is to say that`() async throws {
        let room = try room(["edit_digest": "true", "when_nothing_new": "line"])
        try await room.schedule("hourly summary chat today")
        #expect(
            try await room.run(until: 3 * hour) == ["Nothing was said since Friday 25 February 2022, 00:00."]
        )
        let digest = try #require(await room.lastAnswer)
        try await room.hears(walls, at: 3.1 * hour)
        #expect(try await room.run(until: 4 * hour) == [])
        #expect(try #require(await room.message(digest)).plainText.contains(walls))
    }

    @Test func `loses the words that are taken back`() async throws {
        let room = try room(["edit_digest": "true"])
        try await room.schedule("hourly summary chat today")
        let said = try await room.hears(walls, at: 10 * minute)
        try await room.run(until: hour)
        let digest = try #require(await room.lastAnswer)
        try await room.redact(said, at: noon.addingTimeInterval(1.1 * hour))
        #expect(try await room.run(until: 2 * hour) == [])
        #expect(try #require(await room.message(digest)).plainText.contains(walls) == false)
    }

    @Test func `stays away for the day when somebody has taken it back`() async throws {
        let room = try room(["edit_digest": "true"])
        try await room.schedule("hourly summary chat today")
        try await room.hears(walls, at: 10 * minute)
        try await room.run(until: hour)
        let digest = try #require(await room.lastAnswer)
        let before = try #require(await room.message(digest))
        try await room.redact(digest, as: "@mod:demo", at: noon.addingTimeInterval(1.1 * hour))
        try await room.hears(boats, at: 1.2 * hour)
        #expect(try await room.run(until: 11 * hour) == [])
        #expect(await room.message(digest) == before)
        try await room.hears(ferry, at: 12.5 * hour)
        #expect(try await room.run(until: 13 * hour).count == 1)
    }
}
