import BotCore
import BotStore
import Foundation
import Logging
import MatrixTypes
import PluginAPI
import Testing

/// A bot that runs in a town, with a clock that stands still.
struct Stage {
    let town: Town
    let store: Store
    let clock: TestClock
    let folder: String
    let plugins: [any Plugin]
    var limits = AnswerBudget.Limits(person: nil, room: nil)
    var longestAnswer = 200
    var notifies = false
    var keptFor: Duration?
    var settings: [String: PluginSettings] = [:]

    /// Runs a test with a folder of its own; the bot is to be started in it.
    static func set(_ plugins: [any Plugin], _ body: (Stage) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/rapporteur-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let stage = Stage(
            town: Town(),
            store: try Store.open(directory: folder),
            clock: TestClock(now: now),
            folder: folder,
            plugins: plugins
        )
        try await body(stage)
    }

    /// Runs a test beside a bot that has heard of the room and stored its first position; then stops the bot.
    static func run(_ plugins: [any Plugin], _ body: (Stage) async throws -> Void) async throws {
        try await set(plugins) { stage in
            await stage.openRooms()
            try await stage.runBot { _ in
                try await stage.hearsAll()
                try await body(stage)
            }
        }
    }

    /// Runs a test with a store as a bot leaves it that was killed with commands in its inbox.
    static func killed(_ plugins: [any Plugin], leaving words: [String], _ body: (Stage) async throws -> Void)
        async throws
    {
        try await set(plugins) { stage in
            await stage.openRooms()
            try await stage.runBot { _ in try await stage.hearsAll() }
            // With a plugin that never answers, the commands stay; and the store is never closed.
            let store = try Store.open(directory: stage.folder)
            _ = try await store.begin()
            let position = await stage.town.position
            let events = await stage.town.say(words).map { $0 }
            var batch = RoutedBatch(
                account: "bot",
                position: position,
                nextPosition: await stage.town.position
            )
            for (event, text) in zip(events, words) { batch.events.append(Self.routed(event, text)) }
            try await store.accept([batch], at: now)
            try await body(
                Stage(
                    town: stage.town,
                    store: store,
                    clock: stage.clock,
                    folder: stage.folder,
                    plugins: plugins
                )
            )
        }
    }

    private static func routed(_ id: EventID, _ text: String, for plugin: String = "test")
        -> RoutedBatch.Routed
    {
        let cause = Invocation.CauseMessage(event: id, threadRoot: nil, repliesTo: nil)
        let words = text.split(separator: " ", maxSplits: 1).last.map(String.init) ?? ""
        let invocation = Invocation(
            command: "say",
            text: words,
            sender: ada,
            room: hall,
            cause: .message(cause)
        )
        let stored = StoredInput(
            input: .command(invocation),
            senderPowerLevel: 0,
            isDirect: false,
            visibility: "shared",
            relay: nil
        )
        let event = Event(
            id: id,
            type: "m.room.message",
            sender: ada,
            sentAt: now,
            content: .message(MessageContent(text: MessageText(msgtype: "m.text", body: text)))
        )
        let input = RoutedBatch.Input(plugin: plugin, stored: stored, waitsFor: nil)
        return RoutedBatch.Routed(event: event, room: hall, kind: .command, inputs: [input])
    }

    /// A schedule that stands in the table, however it came there.
    func put(_ draft: ScheduleDraft, next: Date) async throws {
        var batch = RoutedBatch(account: "test", position: nil, nextPosition: "put")
        batch.events = [Self.routed(EventID("$put"), "!say", for: "planner")]
        try await store.accept([batch], at: now)
        let entries = try await store.turn(for: "planner", after: [], limit: 1)
        let outcomes = entries.map {
            Outcome(entry: $0, result: .done([.schedule(draft, next: next)], isUnderstood: true))
        }
        try await store.commit(outcomes, at: now)
    }

    /// A statement of one sentence, without comments.
    func importHarbour() async throws {
        let harbour = Discussion.Statement(
            title: "The harbour",
            standfirst: nil,
            caption: nil,
            paragraphs: [Paragraph(index: 1, segmenting: "The harbour needs a wall.")],
            publisher: nil,
            sourceURL: nil
        )
        try await store.importPage(harbour, comments: [], digest: "harbour", at: now)
    }

    /// The bot is in both rooms, and Bo is a moderator.
    func openRooms() async {
        for (number, room) in [hall, cellar].enumerated() {
            func state(_ type: String, _ key: String, _ content: EventContent) -> Event {
                Event(
                    id: EventID("$state\(number)\(type)"),
                    type: type,
                    sender: ada,
                    sentAt: now,
                    stateKey: key,
                    content: content
                )
            }
            let join = state("m.room.member", bot.rawValue, .member(Member(membership: "join")))
            let levels = state("m.room.power_levels", "", .powerLevels(PowerLevels(users: [bo.rawValue: 50])))
            await town.deliver(
                SyncBatch.Room(id: room, membership: .join, state: [join, levels], timeline: [])
            )
        }
    }

    /// Runs a bot while `body` runs, then stops it and waits for it to end.
    func runBot(
        handshake: @escaping @Sendable () async throws -> Void = {},
        _ body: (Bot) async throws -> Void
    ) async throws {
        let running = try await Bot.build(
            BotConfiguration(
                account: bot,
                displayName: "Rapporteur",
                prefix: "!",
                plugins: Set(plugins.map(\.manifest.id)),
                pluginSettings: settings,
                invitations: InvitationRule(allowed: ["*:demo"]),
                longestAnswer: longestAnswer,
                reconnect: Backoff(first: .seconds(1), longest: .seconds(60)),
                answerWithin: .seconds(3600),
                answers: limits,
                relays: RelayRule(accounts: []),
                operatorContact: "@operator:demo",
                operatorRoom: cellar,
                keeping: .onRequest,
                zone: .gmt,
                notifies: notifies,
                keptFor: keptFor,
                digest: { "sha256 of \($0)" }
            ),
            plugins: plugins,
            homeserver: TownHomeserver(town: town, handshake: handshake),
            store: store,
            clock: clock.botClock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            measurements: Measurements(startedAt: clock.now),
            companions: [],
            stopsBySignal: false,
            environment: [:]
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await running.run() }
            try await body(running)
            let start = ContinuousClock.now
            await running.stop()
            try await group.waitForAll()
            // After five seconds it is cut short: whatever takes nearly as long was not stopped as it should be.
            #expect(ContinuousClock.now - start < .seconds(4))
        }
    }

    /// Waits until the bot has written everything that there is.
    func hearsAll() async throws {
        for await _ in await store.changes(in: .inbox) {
            if try await store.position(of: "bot")?.nextBatch == (await town.position) { return }
        }
    }

    /// Waits until nothing is left to do.
    func settles() async throws {
        try await hearsAll()
        // A handled input and what it causes are one write, so there is no moment between them.
        for await _ in await store.changes(in: .outbox) {
            if try await store.inboxCount() == 0, try await store.outboxCount() == 0 { return }
        }
    }
}

/// A plugin made for a test.
struct TestPlugin: Plugin {
    let manifest: PluginManifest
    let body: @Sendable (PluginInput, PluginContext) async throws -> [Action]

    init(
        _ id: String = "test",
        commands: [String] = ["say"],
        subscriptions: Set<PluginManifest.Subscription> = [],
        goesFirst: Bool = false,
        _ body: @escaping @Sendable (PluginInput, PluginContext) async throws -> [Action]
    ) {
        manifest = PluginManifest(
            id: id,
            commands: commands.map {
                Command(
                    $0,
                    summary: "Say it.",
                    arguments: [.rest("words")],
                    examples: [],
                    canBeScheduled: true
                )
            },
            subscriptions: subscriptions,
            goesFirst: goesFirst
        )
        self.body = body
    }

    func handle(_ input: PluginInput, context: PluginContext) async throws -> [Action] {
        try await body(input, context)
    }

    /// Says what follows the command.
    static var saying: TestPlugin {
        TestPlugin { input, _ in
            guard case .command(let invocation) = input else { return [] }
            return [invocation.reply(invocation.text)]
        }
    }
}
