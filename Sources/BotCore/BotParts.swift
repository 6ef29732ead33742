internal import BotStore
internal import Logging
internal import PluginAPI
internal import ServiceLifecycle

/// The parts of a bot, made once from its configuration.
struct BotParts {
    private let configuration: BotConfiguration
    private let router: CommandRouter
    private let clock: BotClock
    private let logger: Logger
    private let killSwitch: KillSwitch
    private let safeguards: Safeguards

    /// What failed is tried again soon, and then less and less often.
    private static let retry = Backoff(first: .milliseconds(200), longest: .seconds(5))

    init(
        _ configuration: BotConfiguration,
        plugins: [any Plugin],
        clock: BotClock,
        logger: Logger,
        environment: [String: String]
    ) {
        self.configuration = configuration
        self.clock = clock
        self.logger = logger
        let account = configuration.account
        let grammar = CommandGrammar(
            prefix: configuration.prefix,
            botNames: [
                account.rawValue, "@" + account.localpart, account.localpart, configuration.displayName,
            ],
            commands: plugins.flatMap(\.manifest.commands)
        )
        router = CommandRouter(
            account: account,
            grammar: grammar,
            relays: configuration.relays,
            manifests: plugins.map(\.manifest)
        )
        killSwitch = KillSwitch(setting: environment["RAPPORTEUR_KILL_AT"])
        safeguards = Safeguards(without: environment["RAPPORTEUR_WITHOUT"])
    }

    func surroundings(store: Store, writer: (any WriterWindow)?) -> LaneSurroundings {
        LaneSurroundings(
            store: store,
            account: configuration.account,
            grammar: router.grammar,
            operatorContact: configuration.operatorContact,
            zone: configuration.zone,
            notifies: configuration.notifies,
            settings: configuration.pluginSettings,
            pagination: Pagination(
                limit: configuration.longestAnswer,
                moreCommand: configuration.prefix + "more"
            ),
            backoff: Self.retry,
            clock: clock,
            killSwitch: killSwitch,
            safeguards: safeguards,
            writer: writer,
            logger: logger
        )
    }

    func session(homeserver: any Homeserver, store: Store, measurements: Measurements) -> Session {
        let batchRouter = BatchRouter(
            router: router,
            account: homeserver.positionKey,
            invitations: configuration.invitations,
            courtesies: Courtesies(
                displayName: configuration.displayName,
                prefix: configuration.prefix,
                keeping: configuration.keeping,
                operatorRoom: configuration.operatorRoom,
                zone: configuration.zone
            ),
            descriptions: CommandDescriptions(
                of: router.grammar.commands,
                account: configuration.account,
                digest: configuration.digest
            )
        )
        let intake = Intake(
            store: store,
            router: batchRouter,
            clock: clock,
            killSwitch: killSwitch,
            safeguards: safeguards,
            logger: logger
        )
        return Session(
            homeserver: homeserver,
            store: store,
            intake: intake,
            answerWithin: configuration.answerWithin,
            limits: configuration.answers,
            measurements: measurements,
            backoff: configuration.reconnect,
            clock: clock,
            safeguards: safeguards,
            killSwitch: killSwitch,
            logger: logger
        )
    }

    /// What sees to it that nothing is kept that should not be.
    func keepers(store: Store) -> [any Service] {
        [
            Eraser(store: store, clock: clock, logger: logger),
            Retention(keptFor: configuration.keptFor, store: store, clock: clock, logger: logger),
        ]
    }

    func scheduler(store: Store) -> Scheduler {
        Scheduler(store: store, router: router, clock: clock, killSwitch: killSwitch, logger: logger)
    }
}
