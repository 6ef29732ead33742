internal import MatrixTypes

/// The configuration: arguments before the user's file, and that before the defaults.
struct Settings: Sendable {
    /// A setting that cannot be used.
    enum SettingError: Error, CustomStringConvertible {
        case unknownKey(String, file: SettingsFile, suggestion: String?)
        case unsuitable(key: String, found: String, expected: String, place: String)
        case unset(key: String, argument: String)

        /// Whether it was typed, or not typed, rather than written into a file.
        var isUsage: Bool {
            switch self {
            case .unknownKey: false
            case .unsuitable(_, _, _, let place): place == Settings.commandLine
            case .unset: true
            }
        }

        var description: String {
            switch self {
            case .unknownKey(let key, let file, let suggestion):
                "\(file.path), line \(file.line(of: key)): there is no key \"\(key)\"."
                    + (suggestion.map { " Did you mean \"\($0)\"?" } ?? " Config/default.yaml lists all keys.")
            case .unsuitable(let key, let found, let expected, let place):
                "\(place): \(key) is \"\(found)\"; expected \(expected)."
            case .unset(let key, let argument):
                "\(key) is not set. Name it in the configuration file, or with \(argument)."
            }
        }
    }

    /// The place of what was typed.
    static let commandLine = "The command line"

    private let arguments: [String: String]
    private let file: SettingsFile?
    private let defaults: SettingsFile

    /// - Parameters:
    ///   - path: The user's file, if there is one.
    ///   - arguments: What was said on the command line, by key.
    /// - Throws: ``SettingsFile/ReadError`` or ``SettingError/unknownKey(_:file:suggestion:)``.
    init(path: String?, arguments: [String: String]) throws {
        self.arguments = arguments
        defaults = try SettingsFile(path: "Config/default.yaml", bytes: PackageResources.default_yaml)
        file = try path.map { try SettingsFile(path: $0) }
        guard let file,
            let unknown = file.keys.subtracting(defaults.keys).min(by: {
                file.line(of: $0) < file.line(of: $1)
            })
        else { return }
        let name = unknown.split(separator: ".").last.map(String.init) ?? unknown
        let like = defaults.keys.sorted().first {
            $0.hasSuffix(".\(name)") || $0.dropLast() == unknown || $0 == unknown.dropLast()
        }
        throw SettingError.unknownKey(unknown, file: file, suggestion: like)
    }

    /// The keys of one section that the file or the defaults have.
    func section(_ name: String) -> [String: String] {
        let keys = defaults.keys.filter { $0.hasPrefix("\(name).") }
        return Dictionary(uniqueKeysWithValues: keys.map { (String($0.dropFirst(name.count + 1)), text($0)) })
    }

    func text(_ key: String) -> String {
        arguments[key] ?? file?.text(key) ?? defaults.text(key) ?? ""
    }

    /// nil where the text is empty.
    func optionalText(_ key: String) -> String? {
        let text = text(key)
        return text.isEmpty ? nil : text
    }

    /// - Throws: ``SettingError/unset(key:argument:)`` where the text is empty.
    func requiredText(_ key: String, argument: String) throws -> String {
        guard let text = optionalText(key) else { throw SettingError.unset(key: key, argument: argument) }
        return text
    }

    func words(_ key: String) -> [String] {
        text(key).split(whereSeparator: { $0.isWhitespace || $0 == "," }).map(String.init)
    }

    func flag(_ key: String) throws -> Bool {
        switch text(key) {
        case "true": return true
        case "false": return false
        default: throw unsuitable(key, expected: "true or false")
        }
    }

    func number(_ key: String, in range: ClosedRange<Int>) throws -> Int {
        guard let number = Int(text(key)), range.contains(number) else {
            throw unsuitable(key, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// A number from 0, which stands for none and is nil.
    func limit(_ key: String, atMost largest: Int) throws -> Int? {
        let number = try number(key, in: 0...largest)
        return number == 0 ? nil : number
    }

    /// One of a few words.
    func choice(_ key: String, of choices: [String]) throws -> String {
        let text = text(key)
        guard choices.contains(text) else {
            throw unsuitable(key, expected: "one of \(choices.joined(separator: ", "))")
        }
        return text
    }

    /// The account of the bot, once it has the shape of one.
    func account(argument: String) throws -> UserID {
        let key = "homeserver.user_id"
        let text = try requiredText(key, argument: argument)
        let parts = text.dropFirst().split(separator: ":", maxSplits: 1)
        guard text.hasPrefix("@"), parts.count == 2, !text.contains(where: \.isWhitespace) else {
            throw unsuitable(key, expected: "an account such as @rapporteur:example.org")
        }
        return UserID(text)
    }

    func unsuitable(_ key: String, expected: String) -> SettingError {
        let place =
            if arguments[key] != nil {
                Self.commandLine
            } else if let file, file.keys.contains(key) {
                "\(file.path), line \(file.line(of: key))"
            } else {
                "Config/default.yaml, line \(defaults.line(of: key))"
            }
        return .unsuitable(key: key, found: text(key), expected: expected, place: place)
    }
}
