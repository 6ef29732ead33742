import BotCore
import BotStore
import Foundation
import MatrixTypes
import Testing

/// The bot answers commands that are at most an hour old, and is told by the test how long it was away.
@Suite(.timeLimit(.minutes(1))) struct `After an absence` {
    private func away(
        for hours: Double,
        hearing words: [String],
        inGap: Bool = false,
        then body: (Stage) async throws -> Void
    ) async throws {
        try await Stage.set([TestPlugin.saying]) { stage in
            await stage.openRooms()
            try await stage.runBot { _ in try await stage.hearsAll() }
            stage.clock.leap(by: hours * 3600)
            if inGap {
                var missed: [Event] = []
                for text in words { missed.append(await stage.town.message(text)) }
                await stage.town.remember(missed, in: hall)
                await stage.town.deliver(
                    SyncBatch.Room(
                        id: hall,
                        membership: .join,
                        state: [],
                        timeline: [],
                        isLimited: true,
                        previousBatch: "p"
                    )
                )
            } else {
                await stage.town.say(words)
            }
            let back = Stage(
                town: stage.town,
                store: try Store.open(directory: stage.folder),
                clock: stage.clock,
                folder: stage.folder,
                plugins: stage.plugins
            )
            try await back.runBot { _ in
                try await back.settles()
                try await body(back)
            }
        }
    }

    @Test func `commands that are too old get one line, and no answer`() async throws {
        try await away(for: 3.5, hearing: ["!say one", "hello", "!say two"]) { stage in
            try await stage.town.until { !$0.bodies().isEmpty }
            #expect(
                await stage.town.bodies()
                    == [
                        "I was away from Tuesday 14 November 2023, 22:13 to Wednesday 15 November 2023, 01:43 "
                            + "(UTC); 2 commands were not answered."
                    ]
            )
            await stage.town.say(["!say three"])
            try await stage.settles()
            #expect(await stage.town.bodies().last == "three")
            #expect(await stage.town.bodies().count == 2, "the line is said once")
        }
    }

    @Test func `commands that a limited timeline left out are counted as well`() async throws {
        try await away(for: 1.5, hearing: ["!say one"], inGap: true) { stage in
            try await stage.town.until { !$0.bodies().isEmpty }
            #expect(
                await stage.town.bodies()
                    == ["I was away 22:13 to 23:43 UTC; 1 command was not answered."]
            )
        }
    }

    @Test func `commands are answered as always where it was short`() async throws {
        try await away(for: 0.9, hearing: ["!say one"]) { stage in
            #expect(await stage.town.bodies() == ["one"])
        }
    }

    @Test func `the age that counts is that at which we are back`() {
        let absence = Absence(since: now, until: now.addingTimeInterval(7200), answerWithin: .seconds(3600))
        #expect(absence?.answersAfter == now.addingTimeInterval(3600))
        #expect(Absence(since: now, until: now.addingTimeInterval(3600), answerWithin: .seconds(3600)) == nil)
        #expect(Absence(since: now, until: now.addingTimeInterval(7200), answerWithin: nil) == nil)
        #expect(Absence(since: nil, until: now, answerWithin: .seconds(3600)) == nil, "a new bot was nowhere")
        #expect(
            Absence(since: now, until: now - 9999, answerWithin: .seconds(1)) == nil,
            "a clock that went back"
        )
    }
}
