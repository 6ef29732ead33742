/// What a plugin declares about itself.
public struct PluginManifest: Hashable, Sendable {
    /// Kinds of room events that a plugin can ask for.
    public enum Subscription: String, Hashable, Sendable, CaseIterable {
        /// Messages by people that are no commands.
        case messages
        /// New versions of messages.
        case edits
        /// Removals.
        case redactions
        /// Reactions.
        case reactions
    }

    /// The plugin's name in configuration, tables and logs: lower case, one word.
    public let id: String
    /// One sentence for the person who configures the bot.
    public let summary: String
    /// Its commands.
    public let commands: [Command]
    /// What it is told of besides its commands.
    public let subscriptions: Set<Subscription>
    /// Whether commands in a room wait until this plugin has seen everything that was said before them.
    public let goesFirst: Bool
    /// Whether it runs without being named.
    public let isOnByDefault: Bool

    /// A declaration; see the properties.
    public init(
        id: String,
        summary: String = "",
        commands: [Command],
        subscriptions: Set<Subscription> = [],
        goesFirst: Bool = false,
        isOnByDefault: Bool = true
    ) {
        self.id = id
        self.summary = summary
        self.commands = commands
        self.subscriptions = subscriptions
        self.goesFirst = goesFirst
        self.isOnByDefault = isOnByDefault
    }
}
