internal import MatrixTypes

/// A room in memory: who is in it and what happened there, in order.
struct EmbeddedRoom: Sendable {
    /// What somebody is to the room, and since which place in the order of things.
    struct Membership: Sendable {
        let kind: String
        let since: Int
    }

    let id: RoomID
    let isDirect: Bool
    private(set) var timeline: [RecordedEvent] = []
    private(set) var memberships: [UserID: Membership] = [:]
    private(set) var powerLevels = PowerLevels(users: [:])
    private(set) var isPublic = false
    private var indexes: [EventID: Int] = [:]
    /// The index of the state event of each type and key that holds now.
    private var current: [Slot: Int] = [:]
    private var creatorsAboveAll: Set<UserID> = []

    private struct Slot: Hashable { let type, key: String }

    init(id: RoomID, isDirect: Bool) {
        self.id = id
        self.isDirect = isDirect
    }

    mutating func append(_ event: RecordedEvent) {
        indexes[event.id] = timeline.count
        timeline.append(event)
        if let key = event.stateKey {
            current[Slot(type: event.type, key: key)] = timeline.count - 1
            follow(event, about: key)
        }
        if let target = event.redacts { redact(target, because: event) }
    }

    func event(_ id: EventID) -> RecordedEvent? {
        indexes[id].map { timeline[$0] }
    }

    func isJoined(_ user: UserID) -> Bool {
        memberships[user]?.kind == "join"
    }

    /// The state event of a type and key that holds now.
    func currentState(_ type: String, key: String) -> RecordedEvent? {
        current[Slot(type: type, key: key)].map { timeline[$0] }
    }

    /// All state that holds now, oldest first.
    var currentState: [RecordedEvent] { current.values.sorted().map { timeline[$0] } }

    func level(of user: UserID) -> Int {
        creatorsAboveAll.contains(user) ? PowerLevels.ofCreators : powerLevels.level(of: user)
    }

    /// Who may read what was said before they came; `shared` where the room does not say.
    var historyVisibility: String {
        let content = currentState("m.room.history_visibility", key: "")?.content
        return content.flatMap { try? JSONSlice($0).members()["history_visibility"]?.plainString } ?? "shared"
    }

    /// What happened after one place in the order and up to another.
    func events(after first: Int, through last: Int) -> ArraySlice<RecordedEvent> {
        timeline[index(after: first)..<max(index(after: first), index(after: last))]
    }

    /// The newest state event of each type and key among what happened in between.
    func state(after first: Int, through last: Int) -> [RecordedEvent] {
        var seen: Set<Slot> = []
        let newestFirst = events(after: first, through: last).reversed().filter { event in
            guard let key = event.stateKey else { return false }
            return seen.insert(Slot(type: event.type, key: key)).inserted
        }
        return newestFirst.reversed()
    }

    /// The index of the first event that came later; the timeline is in order.
    private func index(after order: Int) -> Int {
        var lower = 0
        var upper = timeline.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if timeline[middle].order <= order { lower = middle + 1 } else { upper = middle }
        }
        return lower
    }

    private mutating func follow(_ event: RecordedEvent, about key: String) {
        let content = try? JSONSlice(event.content)
        switch event.type {
        case "m.room.member":
            guard let member = try? content?.decoded(as: Member.self) else { return }
            let user = UserID(key)
            // A new name is no new membership.
            guard memberships[user]?.kind != member.membership else { return }
            memberships[user] = Membership(kind: member.membership, since: event.order)
        case "m.room.create":
            guard let creation = try? content?.decoded(as: RoomCreation.self), creation.hasCreatorsAboveAll
            else { return }
            creatorsAboveAll = Set([event.sender] + (creation.additionalCreators ?? []))
        case "m.room.power_levels":
            if let levels = try? content?.decoded(as: PowerLevels.self) { powerLevels = levels }
        case "m.room.join_rules":
            isPublic = (try? content?.members())?["join_rule"]?.plainString == "public"
        default:
            break
        }
    }

    private mutating func redact(_ target: EventID, because redaction: RecordedEvent) {
        guard let index = indexes[target] else { return }
        timeline[index].content = JSONText.emptyObject.bytes
        timeline[index].redactedBecause = redaction.json(for: nil, in: id)
    }
}
