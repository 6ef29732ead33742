package import MatrixTypes
package import PluginAPI

/// What the bot needs to know; the door reads it from a file or from arguments. It has no defaults of its own:
/// those stand in `Config/default.yaml`.
package struct BotConfiguration: Sendable {
    package var account: UserID
    package var displayName: String
    package var prefix: String
    /// The ids of plugins that run.
    package var plugins: Set<String>
    package var pluginSettings: [String: PluginSettings]
    package var invitations: InvitationRule
    /// The longest answer, in characters; what is longer waits for `!more`.
    package var longestAnswer: Int
    package var reconnect: Backoff

    package init(
        account: UserID,
        displayName: String,
        prefix: String,
        plugins: Set<String>,
        pluginSettings: [String: PluginSettings],
        invitations: InvitationRule,
        longestAnswer: Int,
        reconnect: Backoff
    ) {
        self.account = account
        self.displayName = displayName
        self.prefix = prefix
        self.plugins = plugins
        self.pluginSettings = pluginSettings
        self.invitations = invitations
        self.longestAnswer = longestAnswer
        self.reconnect = reconnect
    }
}
