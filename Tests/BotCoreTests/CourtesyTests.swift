@testable import BotCore
import BotStore
import Foundation
import MatrixTypes
import PluginAPI
import Testing

private let attic = RoomID("!attic")
private let saying = TestPlugin.saying.manifest

/// A router, and what it remembers from batch to batch.
private struct Reader {
    private let router: BatchRouter
    var directory: RoomDirectory

    init(keeping: Courtesies.Keeping = .onRequest, joined rooms: [RoomID] = []) {
        router = BatchRouter(
            router: CommandRouter(
                account: bot,
                grammar: CommandGrammar(prefix: "!", botNames: [], commands: saying.commands),
                relays: RelayRule(accounts: []),
                manifests: [CorePlugin().manifest, saying]
            ),
            account: "bot",
            invitations: InvitationRule(allowed: ["@ada:demo"]),
            courtesies: Courtesies(
                displayName: "Rapporteur",
                prefix: "!",
                keeping: keeping,
                operatorRoom: nil,
                zone: .gmt
            ),
            descriptions: CommandDescriptions(of: saying.commands, account: bot) { "sha256 of \($0)" }
        )
        directory = RoomDirectory(account: bot, states: rooms.map { ($0, membership("join", of: bot)) })
    }

    mutating func read(
        _ room: RoomID,
        _ timeline: [Event],
        state: [Event] = [],
        as membership: SyncBatch.Membership = .join,
        from position: String? = "s1"
    ) -> RoutedBatch {
        let room = SyncBatch.Room(id: room, membership: membership, state: state, timeline: timeline)
        var hearing = Hearing(
            absence: nil,
            now: nil,
            limits: AnswerBudget.Limits(person: nil, room: nil)
        )
        return router.routed(
            SyncBatch(nextBatch: "s2", rooms: [room]),
            from: position,
            directory: &directory,
            hearing: &hearing
        )
    }
}

private func state(_ type: String, _ content: EventContent, key: String = "", by sender: UserID = ada)
    -> Event
{
    Event(
        id: EventID("$\(type)/\(key)"),
        type: type,
        sender: sender,
        sentAt: now,
        stateKey: key,
        content: content
    )
}

private func membership(_ membership: String, of user: UserID, by sender: UserID = bot, isDirect: Bool? = nil)
    -> Event
{
    let member = Member(membership: membership, isDirect: isDirect)
    return state("m.room.member", .member(member), key: user.rawValue, by: sender)
}

private func tombstone(to replacement: RoomID) -> Event {
    state("m.room.tombstone", .tombstone(replacement: replacement), by: UserID("@ada:far.example:8448"))
}

private func creation(after predecessor: RoomID) -> Event {
    let predecessor = RoomCreation.Predecessor(room: predecessor)
    return state("m.room.create", .creation(RoomCreation(roomVersion: "12", predecessor: predecessor)))
}

extension OutboxDraft {
    fileprivate var words: String? {
        if case .message(let content) = body { content.text.body } else { nil }
    }
}

@Suite struct `A bot that comes into a room` {
    @Test(arguments: [
        (Courtesies.Keeping.onRequest, "unless a moderator types `!archive on`"),
        (.everything, "is kept as comments"), (.nothing, "Nothing that is said here is kept."),
    ])
    func `says in at most four lines what it does and keeps, and where to ask`(
        keeping: Courtesies.Keeping,
        phrase: String
    ) throws {
        var reader = Reader(keeping: keeping)
        let posts = reader.read(hall, [membership("join", of: bot)]).posts
        let words = try #require(posts.first?.words)
        let lines = words.split(separator: "\n")
        #expect(posts.count == 1 && lines.count <= 4)
        #expect(words.contains(phrase) && lines.last?.hasPrefix("`!help`") == true, "\(words)")
        #expect(words.contains("!optout") == (keeping != .nothing))
    }

    @Test func `says hello once, and not where it was in its first sync`() {
        var reader = Reader()
        #expect(reader.read(hall, [membership("join", of: bot)], from: nil).posts.isEmpty)
        #expect(reader.read(hall, [membership("join", of: bot)]).posts.isEmpty)
        #expect(reader.read(cellar, [membership("join", of: bot)]).posts.count == 1)
        #expect(reader.read(cellar, [membership("join", of: bot)]).posts.isEmpty)
    }

    @Test func `promises a conversation of two that nothing is kept`() {
        var reader = Reader(keeping: .everything)
        let invitation = membership("invite", of: bot, by: ada, isDirect: true)
        _ = reader.read(hall, [], state: [invitation], as: .invite)
        let words = reader.read(hall, [membership("join", of: bot)]).posts.first?.words
        #expect(words?.contains("This is a conversation of two: nothing of it is kept.") == true)
    }

    @Test func `says in an encrypted room that it is deaf, once, and nothing else`() {
        var reader = Reader()
        let encryption = state("m.room.encryption", .encryption)
        let posts = reader.read(hall, [membership("join", of: bot)], state: [encryption]).posts
        #expect(posts.map(\.name) == ["encrypted/!hall:demo"])
        #expect(posts.first?.words?.contains("I cannot read encrypted messages") == true)
        #expect(reader.read(hall, [encryption]).posts.isEmpty)
    }

    @Test func `says that it is deaf when a room is encrypted later`() {
        var reader = Reader(joined: [hall])
        let encryption = state("m.room.encryption", .encryption)
        #expect(reader.read(hall, [encryption]).posts.map(\.name) == ["encrypted/!hall:demo"])
    }
}

@Suite struct `A room that is upgraded` {
    @Test func `is followed by way of the server of whoever did it`() {
        var reader = Reader(joined: [hall])
        let posts = reader.read(hall, [tombstone(to: attic)]).posts
        #expect(posts.map(\.room) == [attic])
        #expect(posts.map(\.body) == [.join(via: ["far.example:8448"])])
        #expect(reader.read(hall, [tombstone(to: attic)]).posts.isEmpty, "once")
    }

    @Test func `goes on with what belongs to it, without a hello`() {
        var reader = Reader(joined: [hall])
        _ = reader.read(hall, [tombstone(to: attic)])
        let routed = reader.read(attic, [membership("join", of: bot)], state: [creation(after: hall)])
        #expect(routed.continuations == [RoutedBatch.Continuation(room: attic, predecessor: hall)])
        #expect(routed.posts.isEmpty)
    }

    @Test func `goes on nowhere that merely claims to be its heir`() {
        var reader = Reader(joined: [hall])
        let routed = reader.read(attic, [membership("join", of: bot)], state: [creation(after: hall)])
        #expect(routed.continuations.isEmpty)
        #expect(routed.posts.count == 1, "it is a new room like any other, with a hello")
    }

    @Test func `lets anybody ask us into the new one`() {
        var reader = Reader(joined: [hall])
        let invitation = membership("invite", of: bot, by: bo)
        #expect(
            reader.read(attic, [], state: [invitation], as: .invite).posts.map(\.body) == [.leave],
            "bo is not allowed to invite us"
        )
        _ = reader.read(hall, [tombstone(to: attic)])
        #expect(
            reader.read(attic, [], state: [invitation], as: .invite).posts.map(\.body) == [.join(via: [])]
        )
    }
}

@Suite struct `Descriptions of commands` {
    private func levels(_ level: Int, events: [String: Int]? = nil) -> Event {
        state(
            "m.room.power_levels",
            .powerLevels(PowerLevels(users: [bot.rawValue: level], events: events))
        )
    }

    @Test func `are published where the bot's power allows it, once`() throws {
        var reader = Reader(joined: [hall])
        #expect(reader.read(hall, [levels(0)]).posts.isEmpty)
        let posts = reader.read(hall, [levels(50)]).posts
        #expect(posts.count == saying.commands.count)
        #expect(reader.read(hall, [levels(50)]).posts.isEmpty)
        let post = try #require(posts.first)
        #expect(post.canWait)
        guard case .state(let type, let key, let content) = post.body else {
            Issue.record("A description is state.")
            return
        }
        #expect(type == "org.matrix.msc4391.command_description")
        #expect(key == "sha256 of say@bot:demo")
        #expect(
            content
                == #"{"command":"say","description":{"m.text":[{"body":"Say it."}]},"parameters":[{"#
                + #""description":{"m.text":[{"body":"[words]"}]},"key":"words","optional":true,"#
                + #""schema":{"schema_type":"primitive","type":"string"}}]}"#
        )
    }

    @Test func `are published where the room asks less of those who describe commands`() {
        var reader = Reader(joined: [hall])
        let events = ["org.matrix.msc4391.command_description": 0]
        #expect(!reader.read(hall, [levels(0, events: events)]).posts.isEmpty)
    }
}
