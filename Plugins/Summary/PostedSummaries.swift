internal import Foundation
internal import PluginAPI

/// What is remembered of a room's summaries: where their passages stand, never a word of them.
struct PostedSummaries: Codable {
    /// A summary that was posted, by the name of its message.
    struct Posted: Codable {
        let name: String
        /// Milliseconds since 1970.
        let at: Int64
        let passages: [Passage]
        /// How far the one before it had read, where it was about what was new since then.
        var last: LastRead?
        /// How far it had read itself.
        var read: LastRead?
    }

    /// Sentences that follow each other in a comment.
    struct Passage: Codable {
        let comment: CommentLabel
        let paragraph: Int
        let first: Int
        let last: Int
    }

    /// What a schedule has posted on a day, to be edited as the day goes on.
    struct Digest: Codable {
        /// As a number: 20220304.
        let day: Int
        let name: String
        /// Where it stands: a message of the room before an upgrade cannot be edited from the next.
        let room: RoomID
        /// From where its first run on, so that an edit takes nothing away.
        let start: LastRead?
        /// Whether somebody has taken the message back.
        var isRemoved = false
    }

    private static let mostPosted = 20
    private static let mostKinds = 50

    private var count = 0
    private(set) var posted: [Posted] = []
    /// By kind, and by schedule.
    private var lastRead: [String: LastRead] = [:]
    /// By schedule.
    private var digests: [String: Digest] = [:]
}

extension PostedSummaries {
    private static func key(of room: RoomID) -> String { "posted/\(room)" }

    /// What is remembered of the room.
    init(in context: PluginContext) async throws {
        guard let text = try await context.state.value(Self.key(of: context.room.id)) else { return }
        self = try JSONDecoder().decode(PostedSummaries.self, from: Data(text.utf8))
    }

    /// Remembers it.
    func kept(in room: RoomID) throws -> Action {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(self), as: UTF8.self)
        return .set(key: Self.key(of: room), value: text, sources: [])
    }

    /// How far the last summary of this kind had read; that of a schedule goes on from its own.
    func lastRead(of kind: String, by schedule: EventID?) -> LastRead? {
        lastRead[schedule.map(Self.kind) ?? kind]
    }

    /// What the schedule has posted on this day in this room.
    func digest(of schedule: EventID, on day: Int, in room: RoomID) -> Digest? {
        digests[schedule.rawValue].flatMap { $0.day == day && $0.room == room ? $0 : nil }
    }

    /// The name of the next message. The oldest name is given again, so that there are never more than a few.
    var nextName: String { "summary/\(count % Self.mostPosted)" }

    /// The summary that has this name, if it is the one of that time: names are given again.
    func posted(_ name: String?, at instant: Int64) -> Posted? {
        posted.first { $0.name == name && $0.at == instant }
    }

    /// A summary is made again: its passages are others, and everything else is as it was.
    mutating func replace(_ summary: Posted) {
        posted = posted.map { $0.name == summary.name ? summary : $0 }
    }

    /// A summary is on its way.
    mutating func add(_ summary: Posted, kind: String, schedule: EventID?, read: LastRead) {
        posted.removeAll { $0.name == summary.name }
        posted = (posted + [summary]).suffix(Self.mostPosted)
        if summary.name == nextName { count += 1 }
        lastRead[kind] = read
        if let schedule { lastRead[Self.kind(of: schedule)] = read }
        while lastRead.count > Self.mostKinds, let oldest = lastRead.min(by: { $0.value.at < $1.value.at }) {
            lastRead[oldest.key] = nil
        }
    }

    /// A digest is on its way that will be edited.
    mutating func add(_ digest: Digest, of schedule: EventID) {
        digests[schedule.rawValue] = digest
        // Schedules that have ended leave theirs behind.
        while digests.count > Self.mostKinds, let oldest = digests.min(by: { $0.value.day < $1.value.day }) {
            digests[oldest.key] = nil
        }
    }

    /// Somebody has taken a message back.
    ///
    /// - Returns: Whether it was a digest that would be edited.
    mutating func remove(_ name: String) -> Bool {
        guard let schedule = digests.first(where: { $0.value.name == name })?.key else { return false }
        digests[schedule]?.isRemoved = true
        return true
    }

    private static func kind(of schedule: EventID) -> String { "schedule \(schedule)" }
}
