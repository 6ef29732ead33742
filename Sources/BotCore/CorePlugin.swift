internal import Foundation
internal import MatrixTypes
internal import PluginAPI

/// The core's own commands: help, the rest of a long answer, and what to type instead of what was misread.
struct CorePlugin: Plugin {
    static let id = "core"

    let manifest = PluginManifest(
        id: CorePlugin.id,
        summary: "Help, and the rest of long answers.",
        commands: [
            HelpText.command,
            Command("more", summary: "Show the rest of a long answer.", examples: ["more"]),
        ]
    )

    init() {}

    func handle(_ input: PluginInput, context: PluginContext) async throws -> [Action] {
        guard case .command(let invocation) = input else { return [] }
        switch invocation.command {
        case "more": return try await more(invocation, context)
        case Self.refusedCommand: throw UsageError(invocation.text)
        case Self.misreadCommand: throw UsageError(try await answer(toMisread: invocation, context))
        default: return [invocation.reply(try await help(context).answer(toHelpAbout: invocation["command"]))]
        }
    }

    private func help(_ context: PluginContext) async throws -> HelpText {
        let statement: Statement?
        do {
            statement = try await context.discussion.statement()
        } catch is UsageError {
            statement = nil  // a room without a statement has help without examples from it
        }
        let examples = ExampleFiller(
            statement: statement,
            comment: try await context.discussion.firstComment()
        )
        return HelpText(grammar: context.grammar, powerLevel: context.senderPowerLevel, examples: examples)
    }

    private func answer(toMisread invocation: Invocation, _ context: PluginContext) async throws -> String {
        let misreading = try JSONDecoder().decode(
            CommandGrammar.Misreading.self,
            from: Data(invocation.text.utf8)
        )
        let help = try await help(context)
        return help.answer(to: misreading)
    }
}

extension CorePlugin {
    /// No person can type it: names of commands have no space.
    private static let misreadCommand = "misread command"

    private static let refusedCommand = "refused command"

    /// What the core is asked where a command is not to be answered, but by this sentence.
    static func refusal(of command: Invocation, because sentence: String) -> Invocation {
        Invocation(
            command: refusedCommand,
            text: sentence,
            sender: command.sender,
            room: command.room,
            cause: command.cause
        )
    }

    /// What the core is asked where a command was misread.
    static func invocation(
        of misreading: CommandGrammar.Misreading,
        sender: UserID,
        room: RoomID,
        cause: Invocation.Cause
    ) -> Invocation {
        let encoded = (try? JSONEncoder().encode(misreading)) ?? Data()
        return Invocation(
            command: misreadCommand,
            text: String(decoding: encoded, as: UTF8.self),
            sender: sender,
            room: room,
            cause: cause
        )
    }

    /// Where the rest of an answer waits for the person who asked.
    static func restKey(room: RoomID, person: UserID) -> String { "rest/\(room)/\(person)" }

    private func more(_ invocation: Invocation, _ context: PluginContext) async throws -> [Action] {
        let key = Self.restKey(room: invocation.room, person: invocation.sender)
        guard let rest = try await context.state.value(key) else {
            throw UsageError(
                "There is nothing more to show. \(context.typed("help")) lists what you can ask for."
            )
        }
        let message = try JSONDecoder().decode(Message.self, from: Data(rest.utf8))
        // A long rest is cut again on its way out, and what remains is stored under the same key after this.
        return [.set(key: key, value: nil, sources: []), .reply(message)]
    }
}
