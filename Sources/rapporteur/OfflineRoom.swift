internal import Foundation
internal import Logging
internal import PluginAPI

/// A room with one page and nobody in it: the command line asks the same plugins as the chat, so that both answer
/// alike.
struct OfflineRoom: DiscussionWindow, StateWindow, ScheduleWindow, AuditWindow, PublicationWindow {
    let page: ParsedPage

    /// The one message with which a plugin answers a command.
    ///
    /// - Throws: `UsageError` where the command cannot be read, or the plugin says so.
    func answer(of plugin: any Plugin, to command: String) async throws -> Message {
        let grammar = CommandGrammar(prefix: "!", botNames: [], commands: plugin.manifest.commands)
        let person = UserID("@you:here")
        let room = RoomID("!here:here")
        switch grammar.commandLine(command) {
        case .conversation: throw UsageError("There is nothing to look for. Try an address such as `4.1`.")
        case .misread(let misreading): throw UsageError(help(grammar).answer(to: misreading))
        case .command(let parsed):
            let cause = Invocation.CauseMessage(event: EventID("$here"), threadRoot: nil, repliesTo: nil)
            let invocation = Invocation(parsed, sender: person, room: room, cause: .message(cause))
            let actions = try await plugin.handle(
                .command(invocation),
                context: context(grammar, room, person)
            )
            for case .reply(let message) in actions { return message }
            return Message([])
        }
    }

    private func help(_ grammar: CommandGrammar) -> HelpText {
        let thread = CommentThread(page.comments)
        return HelpText(
            grammar: grammar,
            powerLevel: 0,
            examples: ExampleFiller(statement: page.statement, comment: thread.comments.first)
        )
    }

    private func context(_ grammar: CommandGrammar, _ room: RoomID, _ person: UserID) -> PluginContext {
        PluginContext(
            now: Date(),
            seed: 0,
            room: Room(id: room, isDirect: true, isWorldReadable: true),
            senderPowerLevel: 0,
            relay: nil,
            operatorContact: nil,
            zone: .gmt,
            account: person,
            grammar: grammar,
            settings: PluginSettings([:]),
            logger: Logger(label: "rapporteur"),
            discussion: self,
            state: self,
            schedules: self,
            audit: self,
            publication: self,
            writer: nil
        )
    }

    func statement() async throws -> Statement { page.statement }
    func thread() async throws -> CommentThread { CommentThread(page.comments) }
    func comment(_ label: CommentLabel) async throws -> Comment? { CommentThread(page.comments)[label] }
    func shown(by event: EventID) async throws -> [PassageReference] { [] }
    func labels(inThread root: EventID) async throws -> [CommentLabel] { [] }
    func banned() async throws -> Set<UserID> { [] }
    func comments(by author: UserID) async throws -> [Comment] { [] }
    func statement(revision number: Int) async throws -> Statement? { number == 1 ? page.statement : nil }
    func statements() async throws -> [StatementEntry] { [] }
    func replies(to label: CommentLabel, limit: Int) async throws -> [Comment] {
        Array(CommentThread(page.comments).replies(to: label).prefix(limit))
    }
    func firstComment() async throws -> Comment? { page.comments.first }
    func counts() async throws -> CommentCounts { CommentCounts(page: page.comments.count, chat: 0) }
    func comments(matching query: CommentQuery) async throws -> [Comment] { query.found(in: page.comments) }
    func comments(before revision: Int) async throws -> EarlierComments {
        EarlierComments(count: 0, onPassages: [])
    }
    func held(of person: UserID, everywhere: Bool) async throws -> HeldWords {
        HeldWords(comments: 0, reactions: 0, answers: 0)
    }
    func publication() async throws -> PublicationState { PublicationState() }
    func choice(of person: UserID) async throws -> PublicationChoice? { nil }
    func decision(on label: CommentLabel) async throws -> PublicationDecision? { nil }
    func value(_ key: String) async throws -> String? { nil }
    func name(of message: EventID) async throws -> String? { nil }
    func schedules() async throws -> [Schedule] { [] }
    func audit() async throws -> ArchiveAudit {
        ArchiveAudit(messages: 0, comments: 0, edits: 0, removals: 0, unreadable: 0, gaps: 0)
    }
}
