/// A command as a plugin declares it; its help, documentation and tests all come from here.
public struct Command: Hashable, Sendable {
    /// The word after the prefix, in lower case.
    public let name: String
    /// One sentence that says what it does.
    public let summary: String
    /// What follows the name, in order.
    public let arguments: [Argument]
    /// Ways of using it that need to be told apart, each with its own line of help; may be empty.
    public let forms: [Form]
    /// Options that may stand anywhere after the name.
    public let options: [Option]
    /// What a person might type, with holes such as `{sentence}` that are filled from the room's statement.
    public let examples: [Example]
    /// The power level that a person needs to use it at all.
    public let minimumPowerLevel: Int
    /// Whether a schedule may run it.
    public let canBeScheduled: Bool
    /// Whether options that it does not declare are left in the text, for another command to read.
    public let passesUnknownOptions: Bool

    /// A command; see the properties.
    public init(
        _ name: String,
        summary: String,
        arguments: [Argument] = [],
        forms: [Form] = [],
        options: [Option] = [],
        examples: [Example],
        minimumPowerLevel: Int = 0,
        canBeScheduled: Bool = false,
        passesUnknownOptions: Bool = false
    ) {
        self.name = name
        self.summary = summary
        self.arguments = arguments
        self.forms = forms
        self.options = options
        self.examples = examples
        self.minimumPowerLevel = minimumPowerLevel
        self.canBeScheduled = canBeScheduled
        self.passesUnknownOptions = passesUnknownOptions
    }
}

extension Command {
    /// One thing that follows a command's name.
    public enum Argument: Hashable, Sendable {
        /// One word that must be there.
        case required(String)
        /// One word that may be there.
        case optional(String)
        /// All the rest of the line, which may be empty.
        case rest(String)
        /// All the rest of the line; something must be there.
        case requiredRest(String)

        /// What help calls it.
        public var name: String {
            switch self {
            case .required(let name), .optional(let name), .rest(let name), .requiredRest(let name): name
            }
        }

        /// Whether it must be there.
        public var isRequired: Bool {
            switch self {
            case .required, .requiredRest: true
            case .optional, .rest: false
            }
        }

        var takesAll: Bool {
            switch self {
            case .rest, .requiredRest: true
            case .required, .optional: false
            }
        }

        /// How usage lines show it: `<required>` or `[optional]`.
        public var usage: String { isRequired ? "<\(name)>" : "[\(name)]" }
    }

    /// One way of using a command: `on`, `<day> <time> <command>`.
    public struct Form: Hashable, Sendable {
        /// What follows the name.
        public let usage: String
        /// What it does, as a few words.
        public let summary: String
        /// The power level that it needs.
        public let minimumPowerLevel: Int

        /// A form; see the properties.
        public init(_ usage: String, summary: String, minimumPowerLevel: Int = 0) {
            self.usage = usage
            self.summary = summary
            self.minimumPowerLevel = minimumPowerLevel
        }
    }

    /// `--name value`.
    public struct Option: Hashable, Sendable {
        /// Its name, without dashes.
        public let name: String
        /// What help calls its value; nil for an option that has none.
        public let value: String?
        /// What it does, as a few words.
        public let summary: String

        /// An option; see the properties.
        public init(_ name: String, value: String?, summary: String) {
            self.name = name
            self.value = value
            self.summary = summary
        }

        /// How usage lines show it: `[--words <number>]`.
        public var usage: String { value.map { "[--\(name) <\($0)>]" } ?? "[--\(name)]" }
    }

    /// Something that a person might type, without the prefix.
    public struct Example: Hashable, Sendable, ExpressibleByStringLiteral {
        /// The text; its holes are `{paragraph}`, `{sentence}`, `{sentences}`, `{phrase}`, `{word}`, `{comment}`.
        public let text: String
        /// The power level that it needs.
        public let minimumPowerLevel: Int

        /// An example that needs a power level.
        public init(_ text: String, minimumPowerLevel: Int) {
            self.text = text
            self.minimumPowerLevel = minimumPowerLevel
        }

        /// An example for everybody.
        public init(stringLiteral text: String) {
            self.init(text, minimumPowerLevel: 0)
        }
    }
}
