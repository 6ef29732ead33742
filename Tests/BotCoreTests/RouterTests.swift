@testable import BotCore
import BotStore
import Foundation
import MatrixTypes
import PluginAPI
import Testing

/// The router of a bot with a plugin that keeps everything and one that has a command.
private let router = CommandRouter(
    account: bot,
    grammar: CommandGrammar(
        prefix: "!",
        botNames: [bot.rawValue, "Rapporteur"],
        commands: CorePlugin().manifest.commands + saying.commands
    ),
    relays: RelayRule(accounts: [UserID("@irc:demo")]),
    manifests: [CorePlugin().manifest, saying, keeping]
)
private let unlimited = AnswerBudget.Limits(person: nil, room: nil)
private let saying = TestPlugin.saying.manifest
private let keeping = PluginManifest(
    id: "archive",
    commands: [],
    subscriptions: [.messages, .edits, .redactions, .reactions],
    goesFirst: true
)

@Suite struct `The router` {
    private func content(
        _ words: String,
        _ type: String = "m.text",
        _ relation: Relation? = nil,
        new: String? = nil
    )
        -> EventContent
    {
        .message(
            MessageContent(
                text: MessageText(msgtype: type, body: words),
                relation: relation,
                replacement: new.map { MessageText(msgtype: type, body: $0) }
            )
        )
    }

    private func routed(_ content: EventContent, by sender: UserID = ada) -> RoutedBatch.Routed {
        let event = Event(id: EventID("$e"), type: "x", sender: sender, sentAt: now, content: content)
        var hearing = Hearing(absence: nil, now: nil, limits: unlimited)
        let directory = RoomDirectory(account: bot, states: [])
        return router.routed(event, in: hall, directory: directory, hearing: &hearing)
    }

    @Test func `knows who wants what`() {
        let replaces = Relation.replacement(of: EventID("$m"))
        let cases: [(String, EventContent, RoutedBatch.SeenKind, [String])] = [
            ("a command", content("!say hello"), .command, ["test"]),
            ("words", content("hello"), .message, ["archive"]),
            ("an exclamation", content("!!!"), .message, ["archive"]),
            ("a misread command", content("!sya hello"), .command, ["core"]),
            ("help", content("!help"), .command, ["core"]),
            ("a mention", content("Rapporteur: say hello"), .command, ["test"]),
            (
                "a command after a quotation",
                content("> <@bo:demo> x\n\n!say", "m.text", .reply(to: EventID("$m"))),
                .command, ["test"]
            ),
            ("a notice", content("!say hello", "m.notice"), .other, []),
            ("an edit of words", content("* new", "m.text", replaces, new: "new"), .edit, ["archive"]),
            (
                "an edit that is a command", content("* !say", "m.text", replaces, new: "!say"), .edit,
                ["archive", "test"]
            ),
            ("a redaction", .redaction(of: EventID("$m")), .redaction, ["archive"]),
            ("a reaction", .reaction(of: EventID("$m"), key: "x"), .other, ["archive"]),
            ("a name", .name("x"), .other, []),
            ("a removed message", .other, .other, []),
        ]
        for (name, content, kind, plugins) in cases {
            let routed = routed(content)
            #expect(routed.kind == kind, "\(name)")
            #expect(routed.inputs.map(\.plugin) == plugins, "\(name)")
            #expect(self.routed(content, by: bot).inputs.isEmpty, "\(name), by the bot itself")
        }
    }

    @Test func `lets an edit wait for what it edits, and answers that`() throws {
        let input = try #require(
            routed(content("* !say", "m.text", .replacement(of: EventID("$m")), new: "!say b")).inputs.last
        )
        #expect(input.waitsFor == EventID("$m"))
        guard case .command(let invocation) = input.stored.input, case .message(let cause) = invocation.cause
        else {
            Issue.record("An edit that is a command should be one.")
            return
        }
        #expect(cause.event == EventID("$m"))
        #expect(invocation["words"] == "b")
    }

    @Test func `knows its own messages by the names of their rows`() {
        let own = EventContent.message(
            MessageContent(text: MessageText(msgtype: "m.notice", body: "x"), rowName: "1/test/$e/0")
        )
        #expect(routed(own, by: bot).settles == "1/test/$e/0")
        // Anybody can write a name into a message: only ours count.
        #expect(routed(own, by: ada).settles == nil)
    }
}

@Suite struct `The batch router` {
    private let batches = BatchRouter(
        router: router,
        account: "bot",
        invitations: InvitationRule(allowed: ["@ada:demo", "*:near"]),
        courtesies: Courtesies(
            displayName: "Rapporteur",
            prefix: "!",
            keeping: .onRequest,
            operatorRoom: nil,
            zone: .gmt
        ),
        descriptions: CommandDescriptions(of: saying.commands, account: bot, digest: { "sha256 of \($0)" })
    )

    private func take(_ batch: SyncBatch, from position: String?, _ directory: inout RoomDirectory)
        -> RoutedBatch
    {
        var hearing = Hearing(absence: nil, now: nil, limits: unlimited)
        return batches.routed(batch, from: position, directory: &directory, hearing: &hearing)
    }

    private func event(_ id: String, _ content: EventContent, by sender: UserID = ada, of key: String? = nil)
        -> Event
    {
        Event(
            id: EventID(id),
            type: key == nil ? "m.room.message" : "m.room.member",
            sender: sender,
            sentAt: now,
            stateKey: key,
            content: content
        )
    }

    private func said(_ id: String) -> Event {
        event(id, .message(MessageContent(text: MessageText(msgtype: "m.text", body: "!say x"))))
    }

    private func ours(_ membership: String, by sender: UserID = bot, isDirect: Bool? = nil) -> Event {
        event(
            "$\(membership)",
            .member(Member(membership: membership, isDirect: isDirect)),
            by: sender,
            of: bot.rawValue
        )
    }

    private func room(
        _ timeline: [Event],
        state: [Event] = [],
        _ membership: SyncBatch.Membership = .join,
        isLimited: Bool = false
    ) -> SyncBatch {
        SyncBatch(
            nextBatch: "s2",
            rooms: [
                SyncBatch.Room(
                    id: hall,
                    membership: membership,
                    state: state,
                    timeline: timeline,
                    isLimited: isLimited,
                    previousBatch: "p"
                )
            ]
        )
    }

    private func directory(joined: Bool) -> RoomDirectory {
        RoomDirectory(account: bot, states: joined ? [(hall, ours("join"))] : [])
    }

    @Test func `answers nothing in the first sync, but remembers the state`() {
        var directory = directory(joined: false)
        let batch = room([said("$1"), ours("join"), said("$2")], isLimited: true)
        let routed = take(batch, from: nil, &directory)
        #expect(routed.events.isEmpty && routed.gaps.isEmpty)
        #expect(routed.position == nil && routed.nextPosition == "s2")
        #expect(routed.state.map(\.event.id.rawValue) == ["$join"])
        #expect(directory.isJoined(hall))
    }

    @Test func `takes only what follows our own join`() {
        var directory = directory(joined: false)
        let routed = take(
            room([said("$1"), ours("join"), said("$2")], isLimited: true),
            from: "s1",
            &directory
        )
        #expect(routed.events.map(\.event.id.rawValue) == ["$2"])
        #expect(routed.gaps.isEmpty)
    }

    @Test(arguments: [true, false])
    func `takes nothing that was said while it was out`(wasJoined: Bool) {
        var directory = directory(joined: wasJoined)
        let timeline = [
            ours("join"), said("$1"), ours("leave", by: ada), said("$2"), ours("invite", by: ada), said("$3"),
            ours("join"), said("$4"),
        ]
        let routed = take(room(timeline), from: "s1", &directory)
        #expect(routed.events.map(\.event).filter { $0.stateKey == nil }.map(\.id.rawValue) == ["$1", "$4"])
    }

    @Test func `takes all where it was there, though its name changed`() {
        var directory = directory(joined: true)
        let routed = take(room([said("$1"), ours("join"), said("$2")]), from: "s1", &directory)
        #expect(routed.events.map(\.event.id.rawValue) == ["$1", "$join", "$2"])
    }

    @Test func `notes the stretch that a limited timeline left out`() {
        var directory = directory(joined: true)
        let routed = take(room([said("$1")], isLimited: true), from: "s1", &directory)
        #expect(routed.gaps == [RoutedBatch.Gap(room: hall, from: "s1", to: "p", absence: nil)])
    }

    @Test(arguments: [
        ("@ada:demo", true), ("@bo:demo", false), ("@x:near", true), ("@x:far.near", false),
        ("@x:notnear", false),
    ])
    func `accepts invitations by its rule, and refuses all others`(inviter: String, accepts: Bool) {
        var directory = directory(joined: false)
        let invitation = ours("invite", by: UserID(inviter))
        let routed = take(room([], state: [invitation], .invite), from: "s1", &directory)
        #expect(routed.posts.map(\.room) == [hall])
        #expect(routed.posts.map(\.body) == [accepts ? .join(via: []) : .leave])
    }

    @Test func `remembers from the invitation that a room is for two, even after a restart`() {
        var directory = directory(joined: false)
        let invitation = take(
            room([], state: [ours("invite", by: ada, isDirect: true)], .invite),
            from: "s1",
            &directory
        )
        let joining = take(room([ours("join"), said("$1")]), from: "s2", &directory)
        #expect(joining.events.flatMap(\.inputs).map(\.stored.isDirect) == [true])
        // The table keeps one row a state: the join stands where the invitation stood.
        let last = (invitation.state + joining.state).last.map { [$0] } ?? []
        #expect(RoomDirectory(account: bot, states: last).isDirect(hall))
    }

    @Test func `forgets that a room was for two when it left`() {
        var directory = RoomDirectory(account: bot, states: [(hall, ours("join", isDirect: true))])
        _ = take(room([ours("leave")], .leave), from: "s1", &directory)
        #expect(!directory.isDirect(hall) && !directory.isJoined(hall))
    }

    @Test func `gives a command the power that its author has at that moment`() {
        var directory = directory(joined: true)
        func levels(_ level: Int) -> Event {
            Event(
                id: EventID("$l\(level)"),
                type: "m.room.power_levels",
                sender: bo,
                sentAt: now,
                stateKey: "",
                content: .powerLevels(PowerLevels(users: [ada.rawValue: level]))
            )
        }
        let routed = take(
            room([said("$1"), levels(50), said("$2"), levels(0), said("$3")]),
            from: "s1",
            &directory
        )
        #expect(routed.events.flatMap(\.inputs).map(\.stored.senderPowerLevel) == [0, 50, 0])
    }

    @Test func `knows that creators stand above all in new rooms`() {
        let creation = Event(
            id: EventID("$c"),
            type: "m.room.create",
            sender: ada,
            sentAt: now,
            stateKey: "",
            content: .creation(RoomCreation(roomVersion: "12", additionalCreators: [bo]))
        )
        let directory = RoomDirectory(account: bot, states: [(hall, creation)])
        #expect(directory.powerLevel(of: ada, in: hall) == PowerLevels.ofCreators)
        #expect(directory.powerLevel(of: bo, in: hall) == PowerLevels.ofCreators)
        #expect(directory.powerLevel(of: bot, in: hall) == 0)
    }
}
