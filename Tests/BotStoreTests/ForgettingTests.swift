import Discussion
import Foundation
import GRDB
import MatrixTypes
import PluginAPI
import Testing

@testable import BotStore

@Suite struct `What is forgotten by command` {
    private let secret = "heliotrope quarrels"

    /// Ada has spoken in two rooms, reacted, asked the bot, and stands on a page; others have, too.
    private func inPremises(_ body: (Premises, Store) async throws -> Void) async throws {
        try await Premises.run { premises in
            try await premises.open { store in
                try await store.take(
                    page([("@ada:demo", "\(secret) on the page"), ("Bo", "of Bo")]),
                    digest: "1"
                )
                try await store.perform(
                    [comment("$a", secret), comment("$b", "of Bo", by: bo), comment("$r", "rests")],
                    as: "$1"
                )
                let reaction = CommentReaction(
                    event: EventID("$n"),
                    target: EventID("$b"),
                    author: ada,
                    key: "👍"
                )
                try await store.perform(
                    [edit("$e", of: "$a", "\(secret), edited"), .annotate(reaction)],
                    as: "$2"
                )
                try await store.perform([comment("$c", "\(secret) below")], as: "$3", in: cellar)
                try await store.accept([Said(id: "$w", words: secret, isCommand: false)], to: "s4")
                try await store.handleAll("quote") { _ in [] }
                try await store.accept([Said(id: "$v", words: secret, isCommand: false)], to: "s5")
                try await body(premises, store)
            }
        }
    }

    private func part(_ room: RoomID, _ comments: Int, _ reactions: Int = 0, _ inputs: Int = 0)
        -> ForgettingPlan.Part
    {
        .init(place: .room(room), counts: .init(comments: comments, reactions: reactions, inputs: inputs))
    }

    @Test func `is all that a person has said, in every room and on pages`() async throws {
        try await inPremises { premises, store in
            let page = ForgettingPlan.Part(
                place: .page(statement: 1, title: "The harbour"),
                counts: .init(comments: 1)
            )
            let plan = ForgettingPlan(parts: [part(hall, 2, 1, 1), part(cellar, 1), page], answers: 0)
            let planned = try await store.plan(.person("@ada:demo", room: nil))
            #expect(planned == plan)
            #expect(try premises.hasBytes(of: secret))
            #expect(try await store.forget(.person("@ada:demo", room: nil), at: now) == plan)
            #expect(try await store.words() == ["1": nil, "2": "of Bo", "c1": nil, "c2": "of Bo", "c3": nil])
            #expect(try await store.words(in: cellar) == ["1": nil, "2": "of Bo", "c1": nil])
            #expect(try await store.inboxCount() == 0)
            #expect(try await store.erase())
            #expect(try !premises.hasBytes(of: secret))
            await #expect(throws: ForgettingError.nothing(author: "@ada:demo", room: nil)) {
                try await store.plan(.person("@ada:demo", room: nil))
            }
        }
    }

    @Test func `is only what was said in a room, where one is named`() async throws {
        try await inPremises { _, store in
            let plan = try await store.forget(.person("@ada:demo", room: cellar), at: now)
            #expect(plan == ForgettingPlan(parts: [part(cellar, 1)], answers: 0))
            #expect(try await store.words(in: cellar)["c1"] == .some(nil))
            #expect(try await store.words()["1"] == "\(secret) on the page")
            #expect(try await store.words()["c1"] == "\(secret), edited")
        }
    }

    @Test func `stays away whatever comes again`() async throws {
        try await inPremises { _, store in
            _ = try await store.forget(.person("@ada:demo", room: nil), at: now)
            try await store.perform([comment("$a", secret), comment("$late", secret)], as: "$again")
            try await store.take(
                page([("@ada:demo", "\(secret) on the page"), ("Bo", "of Bo")]),
                digest: "2"
            )
            #expect(
                try await store.words() == [
                    "1": nil, "2": "of Bo", "c1": nil, "c2": "of Bo", "c3": nil, "c4": nil,
                ]
            )
        }
    }

    @Test(arguments: ["ada via @irc:demo", "Ada Lovelace"])
    func `is found by a name that a bridge passed on, or that a page has`(name: String) async throws {
        try await Premises.run { premises in
            try await premises.open { store in
                try await store.take(page([("Ada Lovelace", secret)]), digest: "1")
                try await store.perform([comment("$a", secret, by: UserID("ada via @irc:demo"))], as: "$1")
                let plan = try await store.forget(.person(name, room: nil), at: now)
                #expect(plan.counts.comments == 1)
                let words = try await store.words()
                #expect(
                    words == (name.contains("via") ? ["1": secret, "c1": nil] : ["1": nil, "c1": secret])
                )
            }
        }
    }

    @Test func `is one comment by its label`() async throws {
        try await inPremises { premises, store in
            _ = try await store.forget(.comment(.init("c1"), room: hall, statement: nil), at: now)
            _ = try await store.forget(.comment(.init("2"), room: nil, statement: nil), at: now)
            let words = ["1": "\(secret) on the page", "2": nil, "c1": nil, "c2": "of Bo", "c3": "rests"]
            #expect(try await store.words() == words)
            #expect(try await store.erase())
            #expect(try !premises.hasBytes(of: "\(secret), edited"))
        }
    }

    @Test func `must be one thing that is there`() async throws {
        try await inPremises { _, store in
            func refused(_ forgetting: Forgetting, _ error: ForgettingError) async throws {
                await #expect(throws: error) { try await store.plan(forgetting) }
                await #expect(throws: error) { try await store.forget(forgetting, at: now) }
            }
            let first = CommentLabel("c1")
            try await refused(
                .comment(first, room: nil, statement: nil),
                .ambiguous(first, places: [.room(hall), .room(cellar)])
            )
            let elsewhere = page(titled: "The other harbour", [(nil, "elsewhere")])
            try await store.take(elsewhere, digest: "other")
            try await refused(
                .comment(.init("1"), room: nil, statement: nil),
                .ambiguous(
                    .init("1"),
                    places: [
                        .page(statement: 1, title: "The harbour"),
                        .page(statement: 2, title: "The other harbour"),
                    ]
                )
            )
            try await refused(.comment(.init("c9"), room: hall, statement: nil), .noComment(.init("c9")))
            try await refused(.comment(.init("1"), room: nil, statement: 3), .noComment(.init("1")))
            let nowhere = RoomID("!nowhere:demo")
            let rooms = ForgettingError.noRoom(nowhere, known: [hall, cellar])
            try await refused(.comment(first, room: nowhere, statement: nil), rooms)
            try await refused(.person("@ada:demo", room: nowhere), rooms)
            try await refused(.person("@ada:dem", room: nil), .nothing(author: "@ada:dem", room: nil))
            try await refused(.person("@bo:demo", room: cellar), .nothing(author: "@bo:demo", room: cellar))
            _ = try await store.forget(.comment(first, room: hall, statement: nil), at: now)
            try await refused(.comment(first, room: hall, statement: nil), .removedBefore(first))
        }
    }

    @Test func `takes the bot's messages back that hold the words`() async throws {
        try await inPremises { _, store in
            let quoting = OutboxDraft(
                name: "q",
                room: cellar,
                body: .message(MessageContent(text: MessageText(msgtype: "m.notice", body: secret))),
                sources: [.event(EventID("$e"))]
            )
            try await store.handleAll("quote") { _ in [.post(quoting)] }
            try await store.settle([("q", EventID("$q"))], at: now)
            #expect(try await store.plan(.comment(.init("c1"), room: hall, statement: nil)).answers == 1)
            #expect(try await store.plan(.person("@ada:demo", room: hall)).answers == 1)
            #expect(try await store.plan(.person("@ada:demo", room: cellar)).answers == 0)
            #expect(try await store.forget(.person("@ada:demo", room: nil), at: now).answers == 1)
            let next = try #require(try await store.nextToSend(in: cellar))
            #expect(next.body == .redaction(.event(EventID("$q"))))
        }
    }
}
