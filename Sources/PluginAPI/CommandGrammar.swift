/// Reads commands as people type them: `!quote 4.1`, `! Quote 4.1`, `@rapporteur: quote 4.1`, `—words 60`.
///
/// Pure: the same line is always read in the same way.
public struct CommandGrammar: Sendable {
    /// What a line is.
    public enum Line: Hashable, Sendable {
        /// Not for the bot.
        case conversation
        /// A command that is understood, as far as the grammar can tell.
        case command(ParsedCommand)
        /// Meant as a command, but not one that can be run.
        case misread(Misreading)
    }

    /// A command and what came with it.
    public struct ParsedCommand: Hashable, Sendable {
        /// The command.
        public let command: Command
        /// Everything after the name without the options, trimmed.
        public let text: String
        /// The declared arguments that were given.
        public let arguments: [String: String]
        /// The declared options that were given.
        public let options: [String: String]
    }

    /// Why a line that was meant as a command is none.
    public enum Misreading: Hashable, Sendable, Codable {
        /// Nothing has this name, but something has one like it.
        case unknown(name: String, suggestion: String)
        /// Something that must follow is missing, or more follows than is expected.
        case incomplete(command: String)
        /// The option is none of the command's.
        case unknownOption(String, command: String)
        /// The option needs a value.
        case optionWithoutValue(String, command: String)
        /// Somebody asks how the command is used.
        case helpWanted(command: String)
    }

    /// What commands begin with: `!`.
    public let prefix: String
    /// All commands, in the order in which they were declared.
    public let commands: [Command]
    private let botNames: [String]
    private let byName: [String: Command]

    /// The grammar of these commands.
    ///
    /// - Parameters:
    ///   - prefix: What commands begin with; not empty.
    ///   - botNames: What people call the bot: its id, its local part, its display name.
    ///   - commands: Names must differ; of two commands with one name the first counts.
    public init(prefix: String, botNames: [String], commands: [Command]) {
        precondition(!prefix.isEmpty, "a command needs something to begin with")
        self.prefix = prefix
        self.commands = commands
        // Longer names first: of "@rapporteur:demo" and "@rapporteur" the whole id is cut off.
        self.botNames = botNames.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
        byName = Dictionary(commands.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The command of this name, in any case.
    public func command(named name: String) -> Command? { byName[name.lowercased()] }

    /// Reads a message.
    ///
    /// - Parameter isMentioned: Whether the message itself says that it is for the bot (`m.mentions`).
    public func line(_ body: String, isMentioned: Bool) -> Line {
        let body = body.trimmed
        if let rest = body.dropping(prefix: prefix) {
            return afterPrefix(rest)
        }
        guard let rest = afterName(body, isMentioned: isMentioned) else { return .conversation }
        let (name, text) = (rest.dropping(prefix: prefix) ?? rest).splitAtFirstSpace
        // Whoever speaks to the bot without a command is talking, not typing one wrongly.
        return command(named: name).map { read($0, text) } ?? .conversation
    }

    /// Reads a command without its prefix, as it stands in a schedule.
    public func commandLine(_ text: String) -> Line {
        afterPrefix(text.trimmed.dropping(prefix: prefix) ?? text.trimmed)
    }

    private func afterPrefix(_ rest: String) -> Line {
        let (name, text) = rest.trimmed.splitAtFirstSpace
        // Names are short words: whatever else follows the prefix is somebody's exclamation.
        guard let first = name.first, first.isLetter, name.unicodeScalars.count <= 32 else {
            return .conversation
        }
        if let command = command(named: name) { return read(command, text) }
        // "! wow" with a space is an exclamation, unless a command follows.
        guard !rest.hasPrefix(" "), let suggestion = suggestion(for: name) else { return .conversation }
        return .misread(.unknown(name: name, suggestion: suggestion))
    }

    private func afterName(_ body: String, isMentioned: Bool) -> String? {
        for name in botNames {
            guard let rest = body.dropping(prefix: name, ignoringCase: true), let next = rest.first else {
                continue
            }
            if next == ":" || next == "," { return String(rest.dropFirst()).trimmed }
            if next.isWhitespace, isMentioned || name.hasPrefix("@") { return rest.trimmed }
        }
        return nil
    }

    private func read(_ command: Command, _ text: String) -> Line {
        var scanner = OptionScanner(command: command, text: text)
        switch scanner.scan() {
        case .misread(let misreading): return .misread(misreading)
        case .read(let text, let options):
            guard let arguments = arguments(of: command, in: text) else {
                return .misread(.incomplete(command: command.name))
            }
            return .command(
                ParsedCommand(command: command, text: text, arguments: arguments, options: options)
            )
        }
    }

    /// nil where something required is missing, or something is left over.
    private func arguments(of command: Command, in text: String) -> [String: String]? {
        var rest = text
        var arguments: [String: String] = [:]
        for argument in command.arguments {
            let (word, after) = argument.takesAll ? (rest, "") : rest.splitAtFirstSpace
            if word.isEmpty {
                if argument.isRequired { return nil }
            } else {
                arguments[argument.name] = word
            }
            rest = after
        }
        return rest.isEmpty ? arguments : nil
    }

    /// The one command whose name is most like this; nil where none is like it, or two are equally.
    func suggestion(for name: String) -> String? {
        let typed = Array(name.lowercased().unicodeScalars)
        let near = commands.map { ($0.name, EditDistance.between(typed, Array($0.name.unicodeScalars))) }
            .filter { $0.1 <= (min(typed.count, $0.0.count) <= 4 ? 1 : 2) }
        guard let closest = near.map(\.1).min() else { return nil }
        let names = near.filter { $0.1 == closest }.map(\.0)
        return names.count == 1 ? names[0] : nil
    }
}
