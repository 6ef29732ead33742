internal import PluginAPI

/// What a plugin sees of a room at one moment.
struct Snapshot: DiscussionWindow, StateWindow, ScheduleWindow, AuditWindow {
    let memory: RoomMemory
    let plugin: String

    func statement() -> Statement { memory.statement }

    func thread() -> CommentThread { memory.thread }

    func comment(_ label: CommentLabel) -> Comment? { memory.thread[label] }

    func shown(by event: EventID) -> [PassageReference] { memory.shown(by: event) }

    func labels(inThread root: EventID) -> [CommentLabel] { memory.labels(inThread: root) }

    func banned() -> Set<UserID> { memory.banned }

    func comments(by author: UserID) -> [Comment] {
        memory.kept.map(\.comment).filter { $0.author == author.rawValue }
    }

    func value(_ key: String) -> String? { memory.values[plugin]?[key]?.value }

    func name(of message: EventID) -> String? { memory.name(of: message, givenBy: plugin) }

    func schedules() -> [Schedule] { memory.schedules }

    func audit() -> ArchiveAudit { memory.audit }
}
