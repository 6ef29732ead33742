/// A command as a client puts it together from a description (`org.matrix.msc4391.command`): its name, and its
/// arguments by name.
public struct StructuredCommand: Hashable, Sendable, Codable {
    /// The command's name, without a prefix.
    public let command: String
    /// Values by name: texts, numbers and truth values as texts. What is of another kind is left out.
    public let arguments: [String: String]

    private enum Keys: String, CodingKey {
        case command, arguments
    }

    private enum Value: Decodable {
        case text(String)
        case other

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let flag = try? container.decode(Bool.self) {
                self = .text("\(flag)")
            } else if let number = try? container.decode(Int.self) {
                self = .text("\(number)")
            } else {
                self = .other
            }
        }
    }

    /// A command by its parts.
    public init(command: String, arguments: [String: String]) {
        self.command = command
        self.arguments = arguments
    }

    /// Reads a command; fails where it has no name.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        command = try container.decode(String.self, forKey: .command)
        let values = try container.decodeIfPresent([String: Value].self, forKey: .arguments) ?? [:]
        arguments = values.compactMapValues { value in
            if case .text(let text) = value { text } else { nil }
        }
    }
}
