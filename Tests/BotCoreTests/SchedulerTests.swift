import BotCore
import BotStore
import Foundation
import MatrixTypes
import PluginAPI
import Testing

@Suite(.timeLimit(.minutes(1))) struct `The scheduler` {
    /// Makes a schedule of what it is told, or says what follows.
    private static func planning(zone: String = "UTC", missed: Schedule.MissedRule = .once) -> TestPlugin {
        TestPlugin(commands: ["say", "plan"]) { input, context in
            guard case .command(let invocation) = input else { return [] }
            guard invocation.command == "plan" else {
                return [.send(Message("\(invocation.text) \(context.senderPowerLevel)"), to: invocation.room)]
            }
            let draft = ScheduleDraft(
                expression: try CronExpression("*/15 * * * *"),
                zone: zone,
                room: invocation.room,
                command: invocation.text,
                author: invocation.sender,
                missed: missed
            )
            return [.schedule(draft)]
        }
    }

    @Test func `runs a command at its instants, as the one who asked`() async throws {
        try await Stage.run([Self.planning()]) { stage in
            await stage.town.say(["!plan say hello"], as: bo)
            try await stage.settles()
            // 22:13:20 is 100 seconds before the quarter: three looks of half a minute, then the rest.
            for count in 1...2 {
                while stage.clock.now < Date(timeIntervalSince1970: 1_700_000_100 + Double(count - 1) * 900) {
                    try await stage.clock.skip { $0 <= .seconds(30) && $0 > .zero && $0 != beforeTyping }
                }
                try await stage.town.until { $0.said.count == count }
            }
            #expect(await stage.town.bodies() == ["hello 50", "hello 50"])
            #expect(await stage.town.said.map(\.name).map { $0.contains("/schedule/") } == [true, true])
            #expect(
                try await stage.store.pendingSchedules().map(\.next?.timeIntervalSince1970) == [1_700_001_900]
            )
        }
    }

    @Test(arguments: [(false, "m.notice"), (true, "m.text")])
    func `posts a digest as silently as the operator wants it`(notifies: Bool, type: String) async throws {
        try await Stage.set([Self.planning()]) { stage in
            var stage = stage
            stage.notifies = notifies
            await stage.openRooms()
            try await stage.runBot { [stage] _ in
                try await stage.hearsAll()
                await stage.town.say(["!plan say hello", "!say hello"], as: bo)
                try await stage.settles()
                while stage.clock.now < Date(timeIntervalSince1970: 1_700_000_100) {
                    try await stage.clock.skip { $0 <= .seconds(30) && $0 > .zero && $0 != beforeTyping }
                }
                try await stage.town.until { $0.said.count == 2 }
                let types = await stage.town.said.map { said -> String? in
                    if case .message(let content) = said.body { content.text.msgtype } else { nil }
                }
                #expect(types == ["m.notice", type], "what somebody asks for is a notice")
            }
        }
    }

    @Test func `does not turn in circles over a zone that is unknown here`() async throws {
        try await Stage.run([Self.planning()]) { stage in
            await stage.town.say(["!plan say hello"], as: bo)
            try await stage.settles()
            let known = try #require(try await stage.store.pendingSchedules().first)
            let lost = ScheduleDraft(
                expression: known.draft.expression,
                zone: "Atlantis/Capital",
                room: hall,
                command: "say lost",
                author: bo,
                missed: .all
            )
            try await stage.put(lost, next: now.addingTimeInterval(-60))
            while stage.clock.now < Date(timeIntervalSince1970: 1_700_000_100) {
                let length = try await stage.clock.skip { $0 <= .seconds(30) && $0 != beforeTyping }
                #expect(length >= .seconds(1))
            }
            try await stage.town.until { $0.bodies() == ["hello 50"] }
        }
    }

    @Test func `says nothing where the command is no longer there`() async throws {
        try await Stage.run([Self.planning()]) { stage in
            await stage.town.say(["!plan vanish", "!plan say hello"], as: bo)
            try await stage.settles()
            while stage.clock.now < Date(timeIntervalSince1970: 1_700_000_100) {
                try await stage.clock.skip { $0 <= .seconds(30) && $0 > .zero && $0 != beforeTyping }
            }
            try await stage.town.until { $0.bodies() == ["hello 50"] }
        }
    }
}
