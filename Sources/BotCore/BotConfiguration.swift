package import Foundation
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
    /// How old a command may be that was asked while the bot was away; nil where all are answered.
    package var answerWithin: Duration?
    package var answers: AnswerBudget.Limits
    package var relays: RelayRule
    /// Whom people can ask; nil where nobody is named, and then nothing is archived.
    package var operatorContact: String?
    /// Where the operator is told of what goes wrong; nil for the log alone.
    package var operatorRoom: RoomID?
    /// What a room is told of its archive when the bot comes.
    package var keeping: Courtesies.Keeping
    /// In which hours are told.
    package var zone: TimeZone
    /// Whether what a schedule posts is a message that people are told of, rather than a silent notice.
    package var notifies: Bool
    /// How long comments of the chat are kept; nil for ever.
    package var keptFor: Duration?
    /// SHA-256 of a text, in padded base64, by which clients find descriptions of commands.
    package var digest: @Sendable (String) -> String

    package init(
        account: UserID,
        displayName: String,
        prefix: String,
        plugins: Set<String>,
        pluginSettings: [String: PluginSettings],
        invitations: InvitationRule,
        longestAnswer: Int,
        reconnect: Backoff,
        answerWithin: Duration?,
        answers: AnswerBudget.Limits,
        relays: RelayRule,
        operatorContact: String?,
        operatorRoom: RoomID?,
        keeping: Courtesies.Keeping,
        zone: TimeZone,
        notifies: Bool,
        keptFor: Duration?,
        digest: @escaping @Sendable (String) -> String
    ) {
        self.account = account
        self.displayName = displayName
        self.prefix = prefix
        self.plugins = plugins
        self.pluginSettings = pluginSettings
        self.invitations = invitations
        self.longestAnswer = longestAnswer
        self.reconnect = reconnect
        self.answerWithin = answerWithin
        self.answers = answers
        self.relays = relays
        self.operatorContact = operatorContact
        self.operatorRoom = operatorRoom
        self.keeping = keeping
        self.zone = zone
        self.notifies = notifies
        self.keptFor = keptFor
        self.digest = digest
    }
}
