import Foundation
import PluginAPI
import PluginTesting
import Quote
import Scheduling
import Testing

@Suite struct `The schedule plugin` {
    private func room(zone: String? = nil) throws -> PluginHarness {
        try PluginHarness(
            QuotePlugin(),
            StandInSummary(),
            SchedulePlugin(),
            discussing: "on-the-invasion-of-ukraine",
            settings: zone.map { ["zone": $0] } ?? [:]
        )
    }

    @Test func `says in words what it understood`() async throws {
        let typed = "!schedule weekly friday 18:00 --zone Europe/London --missed once summary chat --words 60"
        #expect(
            try await room().say(typed, as: "@mod:demo", powerLevel: 50) == [
                """
                `!summary chat --words 60` runs every Friday at 18:00 (Europe/London), asked for by @mod:demo. If I \
                miss times while I am away, it runs once when I am back.
                Next: Friday 25 February 2022, 18:00; Friday 4 March 2022, 18:00; Friday 11 March 2022, 18:00.
                `!schedule list` shows its number, with which `!schedule remove` ends it.
                """
            ]
        )
    }

    @Test(arguments: [
        ("daily 9:00 summary", "0 9 * * *", "UTC", "summary"),
        ("Daily 9am summary", "0 9 * * *", "UTC", "summary"),
        ("--zone europe/london weekdays 9:00 summary", "0 9 * * mon-fri", "Europe/London", "summary"),
        ("daily 9:00 summary —zone Europe/London", "0 9 * * *", "Europe/London", "summary"),
        ("hourly !quote \"lesser  evil\"", "0 * * * *", "UTC", "quote \"lesser evil\""),
        ("add \"0 18 * * mon-fri\" summary all", "0 18 * * mon-fri", "UTC", "summary all"),
        ("add “0 18 * * mon–fri” summary", "0 18 * * mon-fri", "UTC", "summary"),
        ("add 0 18 * * mon-fri summary", "0 18 * * mon-fri", "UTC", "summary"),
        ("add @weekly statement", "@weekly", "UTC", "statement"),
    ])
    func `reads schedules as people type them`(
        typed: String,
        expression: String,
        zone: String,
        command: String
    ) async throws {
        let actions = try await room().actions(for: "!schedule \(typed)", as: "@mod:demo", powerLevel: 50)
        let draft = ScheduleDraft(
            expression: try CronExpression(expression),
            zone: zone,
            room: RoomID("!room:demo"),
            command: command,
            author: UserID("@mod:demo"),
            missed: .skip
        )
        #expect(actions.first == .schedule(draft))
        #expect(actions.count == 2)
    }

    @Test(arguments: [
        (
            "daily 9:00",
            "The command to run is missing; it comes last. These can be scheduled: `!quote`, `!statement`, `!summary`."
        ),
        (
            "daily 9:00 search nato",
            "`!search` cannot be scheduled. These can be scheduled: `!quote`, `!statement`, `!summary`."
        ),
        (
            "daily 9:00 schedule list",
            "`!schedule` cannot be scheduled. These can be scheduled: `!quote`, `!statement`, `!summary`."
        ),
        (
            "daily 9:00 dance",
            "\"dance\" is not a command that I know. These can be scheduled: `!quote`, `!statement`, `!summary`."
        ),
        ("daily 9:00 sumary", "The command to run, \"sumary\", is not understood. Did you mean `!summary`?"),
        (
            "daily 9:00 summary --wrods 60",
            "The command to run, \"summary --wrods 60\", is not understood. `--wrods` is not an option of `!summary`; it has `--words`."
        ),
        (
            "add \"* * * * *\" summary",
            "\"* * * * *\" has times 1 minute apart; between two runs there must be at least 15 minutes."
        ),
        (
            "add \"0,10 9 * * *\" summary",
            "\"0,10 9 * * *\" has times 10 minutes apart; between two runs there must be at least 15 minutes."
        ),
        (
            "add \"0 18 * *\" summary",
            "A schedule has five fields (minute hour day month weekday); this one has 4. For example `!schedule add \"0 18 * * mon-fri\" summary`."
        ),
        (
            "--zone London daily 9:00 summary",
            "\"London\" is no time zone that I know; type its region and city, for example `--zone Europe/London`, or `--zone UTC`."
        ),
        (
            "--zone Atlantis daily 9:00 summary",
            "\"Atlantis\" is no time zone that I know; type its region and city, for example `--zone Europe/London`, or `--zone UTC`."
        ),
        (
            "daily 9:00 summary --missed never",
            "\"never\" is no rule for what I miss while I am away; there are `--missed skip`, `--missed once` and `--missed all`."
        ),
        ("daily 9:00 summary --zone", "`--zone` needs a zone after it: `!schedule --zone <zone>`."),
        ("remove 1", "Nothing is scheduled in this room."),
        ("remove 99999999999999999999", "Nothing is scheduled in this room."),
    ])
    func `says what is wrong`(typed: String, answer: String) async throws {
        #expect(try await room().say("!schedule \(typed)", as: "@mod:demo", powerLevel: 50) == [answer])
    }

    @Test(arguments: ["", "list", "next"])
    func `says that there is nothing`(form: String) async throws {
        #expect(
            try await room().say("!schedule \(form)") == [
                """
                Nothing is scheduled in this room. A moderator can change that, for example with `!schedule weekly \
                friday 18:00 summary`.
                """
            ]
        )
    }

    @Test(arguments: ["daily 9:00 summary", "add \"0 9 * * *\" summary", "remove 1", "nonsense"])
    func `lets only moderators change anything`(form: String) async throws {
        let answer = try await room().say("!schedule \(form)", powerLevel: 49)[0]
        #expect(
            answer.hasSuffix("you need power level 50 in this room; yours is 49. Please ask a moderator.")
        )
    }

    @Test func `lists, tells what is next, and ends`() async throws {
        let room = try room()
        try await room.say("!schedule weekly friday 18:00 summary chat", as: "@mod:demo", powerLevel: 50)
        try await room.say(
            "!schedule daily 17:00 --zone Europe/Berlin statement",
            as: "@mod:demo",
            powerLevel: 50
        )
        #expect(
            try await room.say("!schedule list") == [
                """
                1: `!summary chat` every Friday at 18:00 (UTC), asked for by @mod:demo, next Friday 25 February 2022, 18:00
                2: `!statement` every day at 17:00 (Europe/Berlin), asked for by @mod:demo, next Friday 25 February 2022, 17:00

                `!schedule remove 1` ends the first of them.
                """
            ]
        )
        #expect(
            try await room.say("!schedule next") == [
                """
                Friday 25 February 2022, 17:00 (Europe/Berlin): `!statement`, number 2
                Friday 25 February 2022, 18:00 (UTC): `!summary chat`, number 1
                """
            ]
        )
        #expect(
            try await room.say("!schedule remove 1", as: "@mod:demo", powerLevel: 50)
                == ["`!summary chat` is no longer scheduled (it was number 1)."]
        )
        #expect(
            try await room.say("!schedule remove 1", as: "@mod:demo", powerLevel: 50) == [
                """
                There is no schedule "1" in this room. `!schedule list` shows those that there are; `!schedule remove \
                2` ends the first.
                """
            ]
        )
    }

    @Test func `follows the clocks of its zone`() async throws {
        let room = try room(zone: "Europe/London")
        try await room.say("!schedule weekly sunday 18:00 summary", as: "@mod:demo", powerLevel: 50)
        // In 2022 London's clocks went forward on 27 March: before it 18:00 is 18:00 UTC, from it on 17:00 UTC.
        let beforeFirst = Date(timeIntervalSince1970: 1_647_799_199)
        try await room.advance(to: beforeFirst)
        #expect(await room.answers.count == 1 + 3)
        #expect(
            try await room.advance(to: beforeFirst.addingTimeInterval(1))
                == ["Summary of \"\" for @mod:demo"]
        )
        let weekLess1Hour = beforeFirst.addingTimeInterval(7 * 86_400 - 3_600)
        #expect(try await room.advance(to: weekLess1Hour) == [])
        #expect(try await room.advance(to: weekLess1Hour.addingTimeInterval(1)).count == 1)
    }

    @Test func `stops at twenty`() async throws {
        let room = try room()
        for minute in 0..<20 {
            try await room.say("!schedule daily 9:\(minute + 10) summary", as: "@mod:demo", powerLevel: 50)
        }
        #expect(
            try await room.say("!schedule daily 10:00 summary", as: "@mod:demo", powerLevel: 50) == [
                """
                This room has 20 schedules, which is as many as it may have. `!schedule list` shows them, `!schedule \
                remove 1` ends one.
                """
            ]
        )
    }

    @Test func `has true examples`() async throws {
        #expect(try await room().brokenExamples() == [])
    }
}
