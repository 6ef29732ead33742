internal import BotStore
internal import Foundation
package import MatrixTypes
package import PluginAPI

/// The bot's commands as state of a room, from which clients complete and check what is typed (MSC4391).
package struct CommandDescriptions: Sendable {
    static let type = "org.matrix.msc4391.command_description"

    private struct Description: Sendable {
        let name: String
        let key: String
        let content: String
        /// Of the content: another content is another row.
        let digest: String
    }

    private let descriptions: [Description]

    /// - Parameter digest: SHA-256, in padded base64: the key of a description is made from its command and account.
    package init(of commands: [Command], account: UserID, digest: (String) -> String) {
        descriptions = commands.map { command in
            let content = Self.content(of: command)
            return Description(
                name: command.name,
                key: digest(command.name + account.rawValue),
                content: content,
                digest: digest(content)
            )
        }
    }

    /// What a room is told. Everything else leaves before it: people wait for answers, not for this.
    func posts(to room: RoomID) -> [OutboxDraft] {
        descriptions.map { description in
            OutboxDraft(
                name: "describe/\(room)/\(description.name)/\(description.digest)",
                room: room,
                body: .state(type: Self.type, key: description.key, content: description.content),
                canWait: true
            )
        }
    }

    private struct Words: Encodable {
        struct Body: Encodable { let body: String }
        let text: [Body]
        enum CodingKeys: String, CodingKey { case text = "m.text" }

        init(_ words: String) { text = [Body(body: words)] }
    }

    private struct Schema: Encodable {
        let schema_type = "primitive"
        let type: String
        enum CodingKeys: String, CodingKey { case schema_type, type }
    }

    private struct Parameter: Encodable {
        let key: String
        let schema: Schema
        let optional: Bool
        let description: Words
    }

    private struct Content: Encodable {
        let command: String
        let parameters: [Parameter]
        let description: Words
    }

    private static func content(of command: Command) -> String {
        let arguments = command.arguments.map { argument in
            Parameter(
                key: argument.name,
                schema: Schema(type: "string"),
                optional: !argument.isRequired,
                description: Words(argument.usage)
            )
        }
        let options = command.options.map { option in
            Parameter(
                key: option.name,
                schema: Schema(type: option.value == nil ? "boolean" : "string"),
                optional: true,
                description: Words(option.summary)
            )
        }
        let content = Content(
            command: command.name,
            parameters: arguments + options,
            description: Words(command.summary)
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(content)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
