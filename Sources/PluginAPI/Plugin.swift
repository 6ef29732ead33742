public import struct Foundation.Date

/// A set of commands and subscriptions, and the one function that answers them.
///
/// A plugin touches nothing: it returns what it wants as values. The same input gives the same actions, so
/// time and chance come from the context.
public protocol Plugin: Sendable {
    /// Commands, subscriptions and settings. Constant for the life of the value.
    var manifest: PluginManifest { get }

    /// Answers one input. May be called again with the same input after a crash.
    ///
    /// - Throws: ``UsageError`` to tell the person what to type instead. After any other error
    ///   the input comes again, with backoff; after the third it is set aside and reported.
    func handle(_ input: PluginInput, context: PluginContext) async throws -> [Action]
}

/// What a plugin is asked.
public enum PluginInput: Hashable, Sendable, Codable {
    /// One of its commands was used: by a person, or by a schedule on behalf of one.
    case command(Invocation)
    /// Something happened that it subscribed to.
    case event(Event)
    /// One of its answers was taken out of the room, because somebody took back words that it held. What the plugin
    /// returns stands in its place: the same answer without them, or nothing.
    case withdrawn(Withdrawal)
}

/// An answer that was taken out of the room.
public struct Withdrawal: Hashable, Sendable, Codable {
    /// The command that it answered.
    public let invocation: Invocation
    /// When that command was accepted: what was said later was not in the answer.
    public let answeredAt: Date
    /// The name that the plugin gave to the answer.
    public let name: String?

    /// An answer by its cause.
    public init(invocation: Invocation, answeredAt: Date, name: String?) {
        self.invocation = invocation
        self.answeredAt = answeredAt
        self.name = name
    }
}

/// Tells the person who typed a command what to type instead.
///
/// A command that ends in one was not understood: its author may edit it, and it is run again.
public struct UsageError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One or two plain sentences; what can be typed stands in backticks.
    public let description: String

    /// An error that says what was found, what was expected, and what to type.
    public init(_ description: String) {
        self.description = description
    }
}
