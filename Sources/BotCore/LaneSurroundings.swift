internal import BotStore
internal import Foundation
internal import Logging
internal import MatrixTypes
internal import PluginAPI

/// What every lane needs, and the context that it gives to its plugin.
struct LaneSurroundings: Sendable {
    let store: Store
    let account: UserID
    let grammar: CommandGrammar
    let operatorContact: String?
    let zone: TimeZone
    /// Whether what a schedule posts is a message that people are told of.
    let notifies: Bool
    let settings: [String: PluginSettings]
    let pagination: Pagination
    let backoff: Backoff
    let clock: BotClock
    let killSwitch: KillSwitch
    let safeguards: Safeguards
    let writer: (any WriterWindow)?
    let logger: Logger

    func context(of entry: InboxEntry, _ plugin: any Plugin) -> PluginContext {
        let id = plugin.manifest.id
        var logger = logger
        logger[metadataKey: "plugin"] = "\(id)"
        return PluginContext(
            now: entry.acceptedAt,
            seed: UInt64(bitPattern: EventID(entry.name("seed")).stableHash),
            room: Room(
                id: entry.room,
                isDirect: entry.stored.isDirect,
                isWorldReadable: entry.stored.visibility == "world_readable"
            ),
            senderPowerLevel: entry.stored.senderPowerLevel,
            relay: entry.stored.relay,
            operatorContact: operatorContact,
            zone: zone,
            account: account,
            grammar: grammar,
            settings: settings[id] ?? PluginSettings([:]),
            logger: logger,
            discussion: store.discussion(in: entry.room, isDirect: entry.stored.isDirect),
            state: store.state(of: id, in: entry.room),
            schedules: store.schedules(in: entry.room),
            audit: store.audit(of: entry.room),
            publication: store.publication(of: entry.room),
            writer: writer
        )
    }
}
