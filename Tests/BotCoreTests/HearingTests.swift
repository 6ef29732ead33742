@testable import BotCore
import BotStore
import Foundation
import MatrixTypes
import PluginAPI
import Testing

private let irc = UserID("@irc:demo")
private let saying = TestPlugin.saying.manifest
private let keeping = PluginManifest(id: "archive", commands: [], subscriptions: [.messages, .edits])

private func routed(
    _ content: MessageContent,
    by sender: UserID = ada,
    directory: RoomDirectory = RoomDirectory(account: bot, states: [])
) -> RoutedBatch.Routed {
    let router = CommandRouter(
        account: bot,
        grammar: CommandGrammar(prefix: "!", botNames: [], commands: saying.commands),
        relays: RelayRule(accounts: [irc]),
        manifests: [saying, keeping]
    )
    var hearing = Hearing(absence: nil, now: nil, limits: AnswerBudget.Limits(person: nil, room: nil))
    let event = Event(
        id: EventID("$e"),
        type: "m.room.message",
        sender: sender,
        sentAt: now,
        content: .message(content)
    )
    return router.routed(event, in: hall, directory: directory, hearing: &hearing)
}

private func words(_ body: String) -> MessageContent {
    MessageContent(text: MessageText(msgtype: "m.text", body: body))
}

@Suite struct `The budget of answers` {
    private let limits = AnswerBudget.Limits(person: 2, room: 3)

    @Test func `answers so many a person and a room in a minute, and says once that it is spent`() {
        var budget = AnswerBudget(limits)
        #expect(budget.take(for: ada, in: hall, at: now) == .answered)
        #expect(budget.take(for: ada, in: hall, at: now) == .answered)
        guard case .spent(let sentence?) = budget.take(for: ada, in: hall, at: now) else {
            Issue.record("The third is told that it was too much.")
            return
        }
        #expect(sentence.contains("you have had 2 answers in this minute"))
        #expect(budget.take(for: ada, in: hall, at: now) == .spent(sentence: nil))
        #expect(budget.take(for: bo, in: hall, at: now) == .answered, "another person")
        #expect(budget.take(for: ada, in: cellar, at: now) == .answered, "another room")
        guard case .spent(_?) = budget.take(for: bo, in: hall, at: now) else {
            Issue.record("The room has had three.")
            return
        }
        #expect(budget.take(for: ada, in: hall, at: now + 60) == .answered, "another minute")
    }

    @Test func `is none where nobody set one`() {
        var budget = AnswerBudget(AnswerBudget.Limits(person: nil, room: nil))
        for _ in 0..<1000 { #expect(budget.take(for: ada, in: hall, at: now) == .answered) }
    }

    @Test(.timeLimit(.minutes(1))) func `keeps a person from making the bot flood a room`() async throws {
        try await Stage.set([TestPlugin.saying]) { stage in
            var stage = stage
            stage.limits = limits
            await stage.openRooms()
            try await stage.runBot { [stage] _ in
                try await stage.hearsAll()
                await stage.town.say(["!say a", "!say b", "!say c", "!say d", "!say e"])
                try await stage.settles()
                // The refusal is the core's, which answers beside the plugins.
                let bodies = await stage.town.bodies()
                #expect(bodies.filter { !$0.hasPrefix("That was a lot at once") } == ["a", "b"])
                #expect(bodies.count == 3)
            }
        }
    }
}

@Suite struct `What a relay passes on` {
    @Test(arguments: [
        ("<ada> hello there", "ada", "hello there"), ("[ada] hello", "ada", "hello"),
        ("(ada) hello", "ada", "hello"), ("**ada**: hello", "ada", "hello"), ("ada: hello", "ada", "hello"),
        ("<ada l.>   spaced", "ada l.", "spaced"), ("<ада> привет", "ада", "привет"),
        ("<ada> <bo> said so", "ada", "<bo> said so"),
    ])
    func `has the name before the words`(body: String, name: String, words: String) throws {
        let parts = try #require(RelayRule.parts(of: body))
        #expect(parts.name == name && parts.words == words)
    }

    @Test(arguments: ["ada has joined", "", "<>", "<ada>", ": hello", "<ada", "**ada", "a\nb: c"])
    func `without a name is the relay's own`(body: String) {
        #expect(RelayRule.parts(of: body) == nil)
    }

    @Test func `is its author's, a command too, and has no power`() throws {
        let levels = Event(
            id: EventID("$l"),
            type: "m.room.power_levels",
            sender: ada,
            sentAt: now,
            stateKey: "",
            content: .powerLevels(PowerLevels(users: [irc.rawValue: 100], usersDefault: 50))
        )
        let directory = RoomDirectory(account: bot, states: [(hall, levels)])
        let input = try #require(routed(words("<ada> !say hi"), by: irc, directory: directory).inputs.first)
        guard case .command(let invocation) = input.stored.input else {
            Issue.record("It is a command.")
            return
        }
        #expect(invocation.sender == UserID("ada via @irc:demo") && invocation["words"] == "hi")
        #expect(input.stored.relay == irc && input.stored.senderPowerLevel == 0)
        let own = try #require(routed(words("!say hi"), by: irc, directory: directory).inputs.first)
        #expect(own.stored.relay == nil && own.stored.senderPowerLevel == 100)
    }

    @Test func `is edited by the one who said it`() throws {
        var edit = words("* <ada> new")
        edit.relation = .replacement(of: EventID("$m"))
        edit.replacement = MessageText(msgtype: "m.text", body: "<ada> new")
        let input = try #require(routed(edit, by: irc).inputs.first)
        guard case .event(let event) = input.stored.input, case .message(let message) = event.content else {
            Issue.record("It is an edit.")
            return
        }
        #expect(event.sender == UserID("ada via @irc:demo") && message.replacement?.body == "new")
    }

    @Test func `is nothing of the kind from anybody else`() {
        let input = routed(words("<ada> hello")).inputs.first?.stored
        #expect(input?.relay == nil)
        guard case .event(let event)? = input?.input else { return }
        #expect(event.sender == ada)
    }
}

@Suite struct `A command that a client put together` {
    private func structured(_ command: String, mentions: [UserID]) -> MessageContent {
        var content = words("@bot do something")
        content.command = StructuredCommand(command: command, arguments: ["words": "hello you", "x": "y"])
        content.mentions = mentions
        return content
    }

    @Test func `is run as if it had been typed`() throws {
        let input = try #require(routed(structured("say", mentions: [bot])).inputs.first)
        guard case .command(let invocation) = input.stored.input else {
            Issue.record("It is a command.")
            return
        }
        #expect(invocation.command == "say" && invocation["words"] == "hello you")
    }

    @Test func `is for the bot that it mentions, and for no other`() {
        #expect(routed(structured("say", mentions: [ada])).kind == .message)
    }
}

@Suite(.timeLimit(.minutes(1))) struct `An answer that is too large` {
    @Test func `is cut before it leaves, and the rest can be had`() async throws {
        // Each character is several bytes in JSON, twice: as text and as HTML.
        let long = String(repeating: "\"<&\u{1F600}\" ", count: 9000)
        let plugin = TestPlugin { _, _ in [.reply(Message([.verbatim(long)]))] }
        try await Stage.set([plugin]) { stage in
            var stage = stage
            stage.longestAnswer = 100_000
            await stage.openRooms()
            try await stage.runBot { [stage] _ in
                try await stage.hearsAll()
                await stage.town.say(["!say it"])
                try await stage.settles()
                await stage.town.say(["!more"])
                try await stage.settles()
                let contents = await stage.town.said.compactMap { said -> MessageContent? in
                    if case .message(let content) = said.body { content } else { nil }
                }
                #expect(contents.count == 2)
                for content in contents {
                    #expect(try JSONEncoder().encode(content).count <= 40_000)
                    #expect(content.text.body.count > 1000, "as much as fits")
                }
            }
        }
    }
}
