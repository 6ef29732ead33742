import Foundation
import Logging
import PluginAPI
import Quote

/// A room with more comments than anybody should read: whoever asks for all of them gets an error.
struct SparseRoom: DiscussionWindow, StateWindow, ScheduleWindow, AuditWindow, PublicationWindow {
    struct WholeThread: Error {}

    private let comments = Samples.comments((1...3).map { "Bread \($0)." })

    /// Runs a command; that it is not understood is an answer, too.
    func answer(to text: String) async throws {
        let plugin = QuotePlugin()
        let grammar = CommandGrammar(prefix: "!", botNames: [], commands: plugin.manifest.commands)
        guard case .command(let parsed) = grammar.commandLine(text) else { return }
        let cause = Invocation.CauseMessage(event: EventID("$1"), threadRoot: nil, repliesTo: nil)
        let invocation = Invocation(
            parsed,
            sender: UserID("@ada:demo"),
            room: RoomID("!room:demo"),
            cause: .message(cause)
        )
        do {
            _ = try await plugin.handle(.command(invocation), context: context(grammar))
        } catch is UsageError {
            return
        }
    }

    private func context(_ grammar: CommandGrammar) -> PluginContext {
        PluginContext(
            now: Date(timeIntervalSince1970: 0),
            seed: 0,
            room: Room(id: RoomID("!room:demo"), isDirect: false, isWorldReadable: true),
            senderPowerLevel: 0,
            relay: nil,
            operatorContact: nil,
            zone: .gmt,
            account: UserID("@rapporteur:demo"),
            grammar: grammar,
            settings: PluginSettings([:]),
            logger: Logger(label: "quote"),
            discussion: self,
            state: self,
            schedules: self,
            audit: self,
            publication: self,
            writer: nil
        )
    }

    func thread() throws -> CommentThread { throw WholeThread() }
    func statement() -> Statement { .short }
    func statement(revision number: Int) -> Statement? { number == 1 ? .short : nil }
    func statements() -> [StatementEntry] {
        let revision = StatementRevision(number: 1, importedAt: nil, digest: "")
        return [StatementEntry(number: 1, title: "Peace", revisions: [revision], isFollowed: true)]
    }
    func comment(_ label: CommentLabel) -> Comment? { comments.first { $0.label == label } }
    func replies(to label: CommentLabel, limit: Int) -> [Comment] { [] }
    func firstComment() -> Comment? { comments.first }
    func counts() -> CommentCounts { CommentCounts(page: 1_000_000, chat: 0) }
    func comments(matching query: CommentQuery) -> [Comment] { query.found(in: comments) }
    func comments(before revision: Int) -> EarlierComments { EarlierComments(count: 0, onPassages: []) }
    func shown(by event: EventID) -> [PassageReference] { [] }
    func labels(inThread root: EventID) -> [CommentLabel] { [] }
    func banned() -> Set<UserID> { [] }
    func comments(by author: UserID) -> [Comment] { [] }
    func held(of person: UserID, everywhere: Bool) -> HeldWords {
        HeldWords(comments: 0, reactions: 0, answers: 0)
    }
    func value(_ key: String) -> String? { nil }
    func name(of message: EventID) -> String? { nil }
    func schedules() -> [Schedule] { [] }
    func audit() -> ArchiveAudit {
        ArchiveAudit(messages: 0, comments: 0, edits: 0, removals: 0, unreadable: 0, gaps: 0)
    }
    func publication() -> PublicationState { PublicationState() }
    func choice(of person: UserID) -> PublicationChoice? { nil }
    func decision(on label: CommentLabel) -> PublicationDecision? { nil }
}
