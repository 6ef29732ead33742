import BotCore
import BotStore
import Foundation
import MatrixTypes
import TestSupport

/// A homeserver in memory: batches in order, and what was sent. A transaction id is taken once.
actor Town {
    /// What the bot said.
    struct Said: Sendable {
        let name: String
        let room: RoomID
        let body: OutgoingBody
        let event: EventID
    }

    private(set) var said: [Said] = []
    /// How often a message was sent, repetitions too.
    private(set) var attempts = 0
    private(set) var connections = 0
    private(set) var signs: [PassingSign] = []
    private var batches: [SyncBatch] = []
    private var history: [RoomID: [Event]] = [:]
    private var events = 0
    private var answers: [SendResult] = []
    private var isEchoing = true
    private var losesAnswers = 0
    private var heldRooms: Set<RoomID> = []
    private var life = 0
    private nonisolated let watchers = Locked<[CheckedContinuation<Void, Never>]>([])

    func show(_ sign: PassingSign) {
        signs.append(sign)
        changed()
    }

    // MARK: What tests do

    /// Somebody says something; all of it arrives in one batch.
    @discardableResult
    func say(_ words: [String], in room: RoomID = hall, as sender: UserID = ada, edits: EventID? = nil)
        -> [EventID]
    {
        let made = words.map { message($0, by: sender, edits: edits) }
        deliver(SyncBatch.Room(id: room, membership: .join, state: [], timeline: made))
        return made.map(\.id)
    }

    func deliver(_ room: SyncBatch.Room) {
        batches.append(SyncBatch(nextBatch: "s\(batches.count + 1)", rooms: [room]))
        changed()
    }

    func message(_ words: String, by sender: UserID = ada, edits: EventID? = nil) -> Event {
        events += 1
        let text = MessageText(msgtype: "m.text", body: words)
        return Event(
            id: EventID("$\(events)"),
            type: "m.room.message",
            sender: sender,
            sentAt: Date(timeIntervalSince1970: 1_700_000_000 + Double(events)),
            content: .message(
                MessageContent(
                    text: text,
                    relation: edits.map { .replacement(of: $0) },
                    replacement: edits == nil ? nil : text
                )
            )
        )
    }

    /// The next messages get these answers, whatever they are.
    func answer(with results: [SendResult]) { answers = results }
    func stopEchoing() { isEchoing = false }
    /// The next message arrives, but its answer and the connection are lost.
    func loseAnswer() { losesAnswers += 1 }
    func remember(_ events: [Event], in room: RoomID) { history[room] = events }
    func hold(_ room: RoomID) { heldRooms.insert(room) }
    func release(_ room: RoomID) {
        heldRooms.remove(room)
        changed()
    }

    func dropConnections() {
        life += 1
        changed()
    }

    /// Waits until something is so.
    func until(_ isSo: @Sendable (isolated Town) -> Bool) async throws {
        while !isSo(self) {
            try Task.checkCancellation()
            await nextChange()
        }
    }

    var position: String { "s\(batches.count)" }

    func bodies(in room: RoomID = hall) -> [String] {
        said.filter { $0.room == room }.compactMap { said in
            if case .message(let message) = said.body { message.text.body } else { nil }
        }
    }

    // MARK: What the bot does

    func connect() -> Int {
        connections += 1
        changed()
        return life
    }

    func batches(after position: String?, life: Int, isFirst: Bool) async throws -> [SyncBatch] {
        while true {
            guard life == self.life else { throw ConnectionFailure.ended(reason: "the test said so") }
            let start = position.flatMap { Int($0.dropFirst()) } ?? 0
            // The first sync brings what there is; later ones what is new, and on connecting perhaps nothing.
            let new = Array(batches.dropFirst(start))
            if !new.isEmpty {
                return position == nil
                    ? [SyncBatch(nextBatch: "s\(batches.count)", rooms: new.flatMap(\.rooms))] : new
            }
            if isFirst { return [SyncBatch(nextBatch: "s\(start)", rooms: [])] }
            try Task.checkCancellation()
            await nextChange()
        }
    }

    func take(_ entry: OutboxEntry, life: Int) async throws -> SendResult {
        while heldRooms.contains(entry.room) {
            try Task.checkCancellation()
            await nextChange()
        }
        guard life == self.life else { throw ConnectionFailure.ended(reason: "the test said so") }
        attempts += 1
        defer { changed() }
        if !answers.isEmpty {
            let answer = answers.removeFirst()
            if case .sent = answer {} else { return answer }
        }
        let event = accept(entry)
        if losesAnswers > 0 {
            losesAnswers -= 1
            self.life += 1
            throw ConnectionFailure.ended(reason: "the answer was lost")
        }
        return .sent(event)
    }

    func page(of room: RoomID) throws -> HistoryPage {
        guard let events = history[room] else {
            throw ConnectionFailure.unavailable(what: "messages", reason: "none")
        }
        return HistoryPage(events: events, unreadable: [], next: nil)
    }

    private func accept(_ entry: OutboxEntry) -> EventID {
        if let known = said.first(where: { $0.name == entry.name }) { return known.event }
        events += 1
        let event = EventID("$sent\(events)")
        said.append(Said(name: entry.name, room: entry.room, body: entry.body, event: event))
        guard isEchoing, case .message(let content) = entry.body else { return event }
        let echo = Event(
            id: event,
            type: "m.room.message",
            sender: bot,
            sentAt: Date(timeIntervalSince1970: 1_700_000_000),
            content: .message(content)
        )
        deliver(SyncBatch.Room(id: entry.room, membership: .join, state: [], timeline: [echo]))
        return event
    }

    private func nextChange() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                let isOver = watchers.withLock { watchers in
                    if !Task.isCancelled { watchers.append(waiter) }
                    return Task.isCancelled
                }
                if isOver { waiter.resume() }
            }
        } onCancel: {
            changed()
        }
    }

    private nonisolated func changed() {
        let woken = watchers.withLock { watchers in
            defer { watchers = [] }
            return watchers
        }
        for watcher in woken { watcher.resume() }
    }
}

/// The way to a ``Town``.
struct TownHomeserver: Homeserver {
    let town: Town
    /// What to do before a connection is there; it may never come.
    var handshake: @Sendable () async throws -> Void = {}

    var account: UserID { bot }
    var positionKey: String { "bot" }

    func connect(
        since position: String?,
        _ body: @escaping @Sendable (any HomeserverConnection) async throws -> Void
    ) async throws {
        try await handshake()
        try await body(Connection(town: town, life: await town.connect(), position: position))
    }

    func history(of room: RoomID, from: String, to: String?) async throws -> HistoryPage {
        try await town.page(of: room)
    }

    private actor Connection: HomeserverConnection {
        let town: Town
        let life: Int
        var position: String?
        var isFirst = true

        init(town: Town, life: Int, position: String?) {
            (self.town, self.life, self.position) = (town, life, position)
        }

        func show(_ sign: PassingSign, in room: RoomID) async { await town.show(sign) }

        func nextBatches() async throws -> [SyncBatch] {
            let batches = try await town.batches(after: position, life: life, isFirst: isFirst)
            position = batches.last?.nextBatch
            isFirst = false
            return batches
        }

        func send(_ entry: OutboxEntry) async throws -> SendResult { try await town.take(entry, life: life) }
    }
}

let now = Date(timeIntervalSince1970: 1_700_000_000)
let bot = UserID("@bot:demo")
let ada = UserID("@ada:demo")
let bo = UserID("@bo:demo")
let hall = RoomID("!hall:demo")
let cellar = RoomID("!cellar:demo")
/// So long the bot waits before it shows that it types.
let beforeTyping = Duration.milliseconds(1500)
