public import struct Foundation.Date

/// A command as somebody used it.
public struct Invocation: Hashable, Sendable, Codable {
    /// Why it runs.
    public enum Cause: Hashable, Sendable, Codable {
        /// A person typed it.
        case message(CauseMessage)
        /// A schedule came to one of its instants; `zone` is the time zone in which it was made.
        case schedule(id: EventID, instant: Date, zone: String)
    }

    /// The message that held a command.
    public struct CauseMessage: Hashable, Sendable, Codable {
        /// Its id.
        public let event: EventID
        /// The first message of the thread that it stands in.
        public let threadRoot: EventID?
        /// The message that it answers.
        public let repliesTo: EventID?

        /// A message that held a command.
        public init(event: EventID, threadRoot: EventID?, repliesTo: EventID?) {
            self.event = event
            self.threadRoot = threadRoot
            self.repliesTo = repliesTo
        }
    }

    /// The command's name.
    public let command: String
    /// Everything after the name without the options, trimmed.
    public let text: String
    /// The declared arguments that were given, by name.
    public let arguments: [String: String]
    /// The declared options that were given, by name; an option without a value has an empty one.
    public let options: [String: String]
    /// Who used it, or for whom the schedule runs it.
    public let sender: UserID
    /// The room in which it was used.
    public let room: RoomID
    /// Why it runs.
    public let cause: Cause

    /// A command that was read by ``CommandGrammar``.
    public init(
        _ parsed: CommandGrammar.ParsedCommand,
        sender: UserID,
        room: RoomID,
        cause: Cause
    ) {
        command = parsed.command.name
        text = parsed.text
        arguments = parsed.arguments
        options = parsed.options
        self.sender = sender
        self.room = room
        self.cause = cause
    }

    /// A command by its parts.
    public init(command: String, text: String, sender: UserID, room: RoomID, cause: Cause) {
        self.command = command
        self.text = text
        arguments = [:]
        options = [:]
        self.sender = sender
        self.room = room
        self.cause = cause
    }

    /// An argument by its name; empty where it was not given.
    public subscript(argument: String) -> String { arguments[argument] ?? "" }

    /// The message that is answered by the command's message, if it answers one.
    public var repliesTo: EventID? {
        if case .message(let message) = cause { message.repliesTo } else { nil }
    }

    /// An answer to whoever used the command, in the thread where it was used.
    public func reply(_ message: Message) -> Action { .reply(message) }

    /// An answer in words; what stands in backticks is shown as code.
    public func reply(_ text: String) -> Action { .reply(Message(text)) }
}
