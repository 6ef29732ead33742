internal import PluginAPI

/// What a plugin sees of a room at one moment.
struct Snapshot: DiscussionWindow, StateWindow, ScheduleWindow, AuditWindow, PublicationWindow {
    let memory: RoomMemory
    let plugin: String

    func statement() -> Statement { memory.statement }

    func thread() -> CommentThread { memory.thread }

    func comment(_ label: CommentLabel) -> Comment? { memory.comment(label) }

    func shown(by event: EventID) -> [PassageReference] { memory.shown(by: event) }

    func labels(inThread root: EventID) -> [CommentLabel] { memory.labels(inThread: root) }

    func banned() -> Set<UserID> { memory.banned }

    func statement(revision number: Int) -> Statement? { memory.revision(number) }

    func statements() -> [StatementEntry] { memory.entries }

    func replies(to label: CommentLabel, limit: Int) -> [Comment] {
        Array(memory.thread.replies(to: label).prefix(limit))
    }

    func firstComment() -> Comment? { memory.thread.comments.first { !$0.isRemoved } }

    func counts() -> CommentCounts {
        let present = memory.thread.comments.filter { !$0.isRemoved }
        let page = present.count { $0.origin == .page }
        return CommentCounts(page: page, chat: present.count - page)
    }

    func comments(matching query: CommentQuery) -> [Comment] { query.found(in: memory.thread.comments) }

    func comments(before revision: Int) -> EarlierComments {
        let earlier = memory.thread.comments.filter { !$0.isRemoved && ($0.revision ?? revision) < revision }
        let onPassages = earlier.filter { $0.passage != nil }.prefix(EarlierComments.mostOnPassages)
        return EarlierComments(count: earlier.count, onPassages: Array(onPassages))
    }

    func held(of person: UserID, everywhere: Bool) -> HeldWords { memory.held(of: person) }

    func publication() -> PublicationState { memory.publication.state(of: memory.kept) }

    func choice(of person: UserID) -> PublicationChoice? { memory.publication.choices[person] }

    func decision(on label: CommentLabel) -> PublicationDecision? {
        memory.kept.first { $0.label == label }.map { memory.publication.decision(on: $0) }
    }

    func comments(by author: UserID) -> [Comment] {
        memory.kept.map(\.comment).filter { $0.author == author.rawValue }
    }

    func value(_ key: String) -> String? { memory.values[plugin]?[key]?.value }

    func name(of message: EventID) -> String? { memory.name(of: message, givenBy: plugin) }

    func schedules() -> [Schedule] { memory.schedules }

    func audit() -> ArchiveAudit { memory.audit }
}
