import Foundation
import PluginAPI
import PluginTesting
import Testing

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
        let room = try chatRoom()
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
        let answer = try await chatRoom().answer("!summary \(typed)", at: hour)
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
        #expect(try await chatRoom().answer("!summary \(typed)", at: hour) == expected)
    }

    @Test func `follows the clock of the room`() async throws {
        // At 23:30 UTC it is half past midnight in Berlin.
        let room = try chatRoom(["zone": "Europe/Berlin"])
        try await room.hears(boats, at: 10.9 * hour)
        try await room.hears(walls, at: 11.1 * hour, as: "@bob:demo")
        let answer = try await room.answer("!summary today", at: 11.5 * hour)
        #expect(answer.hasPrefix("Since Saturday 26 February 2022, 00:00 (Europe/Berlin):\n\n> \(walls)"))
        #expect(!answer.contains(boats))
    }

    @Test(arguments: [("since 1:30", "02:00"), ("since 2:30", "02:30")])
    func `follows clocks that were changed`(typed: String, time: String) async throws {
        // In London it was never half past one on that Sunday.
        let room = try chatRoom(["zone": "Europe/London"])
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
        let answer = try await chatRoom().answer("!summary \(Self.hostile[index])", at: hour)
        #expect(!answer.isEmpty && answer.unicodeScalars.count < 500)
    }

    @Test func `is about a passage or a comment where somebody says so`() async throws {
        let room = try chatRoom()
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
        let room = try chatRoom()
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
        let room = try chatRoom(["hold_back": "0"])
        try await room.hears(walls, at: 0)
        #expect(try await room.answer("!summary chat", at: 1).contains(walls))
    }
}

@Suite struct `Somebody who is banned` {
    @Test func `is not quoted, until they are let in again`() async throws {
        let room = try chatRoom()
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
        let room = try chatRoom()
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
        let answer = try await chatRoom().answer("!summary thread", at: 0)
        #expect(answer.hasPrefix("This is no thread. Type `!summary thread` inside a thread"))
        let other = try await chatRoom().answer("!summary thread", at: 0, threadRoot: EventID("$elsewhere"))
        #expect(other.hasPrefix("Nothing of this thread has been kept."))
    }
}

@Suite struct `A summary since the last` {
    @Test func `loses nothing and says nothing twice`() async throws {
        let room = try chatRoom()
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
        let room = try chatRoom()
        try await room.answer("!summary chat since last", at: hour)
        try await room.hears(walls, at: hour)
        #expect(try await room.answer("!summary chat", at: 2 * hour).contains(walls))
        // Written before that summary, but fetched after it.
        try await room.hears(boats, at: 1.2 * hour, as: "@bob:demo")
        let answer = try await room.answer("!summary chat since last", at: 3 * hour)
        #expect(answer.contains(boats) && !answer.contains(walls))
    }

    @Test func `is of a day where there was none, and says so`() async throws {
        let room = try chatRoom()
        try await room.hears(walls, at: -30 * hour)
        try await room.hears(boats, at: -20 * hour)
        let answer = try await room.answer("!summary chat since last", at: 0)
        #expect(answer.hasPrefix("The last 24 hours, for no such summary was posted before:\n\n> \(boats)"))
        #expect(!answer.contains(walls))
    }
}
