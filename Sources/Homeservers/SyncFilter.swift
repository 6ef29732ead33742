/// What a sync brings: the events that the bot reads, and nothing else.
struct SyncFilter: Hashable, Sendable {
    /// As many events of a room as a homeserver gives at most.
    ///
    /// A Synapse of default configuration gives a hundred, whatever is asked; the rest comes page by page.
    static let longestTimeline = 1000

    /// What `json` says.
    let json: String

    /// - Parameter timeline: How many of the last events of each room.
    init(timeline: Int) {
        let nothing = #"{"not_types":["*"]}"#
        json =
            #"{"presence":\#(nothing),"account_data":\#(nothing),"room":{"account_data":\#(nothing),"#
            + #""ephemeral":\#(nothing),"state":{"lazy_load_members":true,"types":\#(Self.stateTypes)},"#
            + #""timeline":{"limit":\#(timeline),"lazy_load_members":true,"types":\#(Self.types)}}}"#
    }

    /// The filter of a page of history.
    static let history = #"{"lazy_load_members":true,"types":\#(types)}"#

    private static let stateTypes = list([
        "m.room.create", "m.room.member", "m.room.power_levels", "m.room.name", "m.room.encryption",
        "m.room.tombstone", "m.room.history_visibility", "m.room.join_rules",
    ])

    private static let types = list([
        "m.room.message", "m.room.redaction", "m.reaction", "m.room.create", "m.room.member",
        "m.room.power_levels", "m.room.name", "m.room.encryption", "m.room.tombstone",
        "m.room.history_visibility", "m.room.join_rules",
    ])

    private static func list(_ names: [String]) -> String {
        "[" + names.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }
}
