@testable import BotCore
import BotStore
import Foundation
import MatrixTypes
import PluginAPI
import Testing

/// What becomes of somebody in the hall.
private func membership(_ membership: String, of person: UserID = bo, by sender: UserID = ada) -> Event {
    Event(
        id: EventID("$\(membership) \(person)"),
        type: "m.room.member",
        sender: sender,
        sentAt: now,
        stateKey: person.rawValue,
        content: .member(Member(membership: membership, displayName: "Somebody"))
    )
}

extension Stage {
    fileprivate func banned() async throws -> Set<UserID> {
        try await store.discussion(in: hall, isDirect: false).banned()
    }
}

@Suite struct `What is kept of people` {
    private func isKept(_ event: Event, after before: [Event] = []) -> Bool {
        var directory = RoomDirectory(account: bot, states: before.map { (hall, $0) })
        return directory.apply(event, in: hall)
    }

    @Test func `is only that they are banned, and what ends it`() {
        #expect(isKept(membership("ban")))
        #expect(!isKept(membership("join", by: bo)))
        #expect(!isKept(membership("leave", by: bo)))
        #expect(!isKept(membership("invite")))
        #expect(isKept(membership("leave")), "it may end a ban that is still to be fetched")
        #expect(isKept(membership("join", by: bo), after: [membership("ban")]))
        #expect(!isKept(membership("join", by: bo), after: [membership("ban"), membership("leave")]))
    }

    @Test func `is never their name`() {
        let directory = RoomDirectory(account: bot, states: [])
        let stored = directory.stored(membership("ban"), in: hall)
        #expect(stored.content == .member(Member(membership: "ban")))
    }
}

@Suite(.timeLimit(.minutes(1))) struct `Somebody who is banned` {
    @Test(arguments: [true, false])
    func `is known from the state of a room and from its timeline`(isState: Bool) async throws {
        try await Stage.run([TestPlugin.saying]) { stage in
            func deliver(_ event: Event) async throws {
                await stage.town.deliver(
                    SyncBatch.Room(
                        id: hall,
                        membership: .join,
                        state: isState ? [event] : [],
                        timeline: isState ? [] : [event]
                    )
                )
                try await stage.hearsAll()
            }
            try await deliver(membership("ban"))
            #expect(try await stage.banned() == [bo])
            try await deliver(membership("leave"))
            #expect(try await stage.banned().isEmpty)
        }
    }

    @Test func `is known from what a limited timeline left out`() async throws {
        try await Stage.run([TestPlugin.saying]) { stage in
            await stage.town.remember([membership("ban"), await stage.town.message("!say one")], in: hall)
            await stage.town.deliver(
                SyncBatch.Room(
                    id: hall,
                    membership: .join,
                    state: [],
                    timeline: [await stage.town.message("!say two")],
                    isLimited: true,
                    previousBatch: "p"
                )
            )
            try await stage.settles()
            #expect(await stage.town.bodies() == ["one", "two"])
            #expect(try await stage.banned() == [bo])
        }
    }
}
