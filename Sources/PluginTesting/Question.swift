internal import struct Foundation.Date
internal import PluginAPI

/// What a message of the bot answers.
struct Question {
    let invocation: Invocation
    /// When it was accepted for the first time.
    let acceptedAt: Date
    let powerLevel: Int
}
