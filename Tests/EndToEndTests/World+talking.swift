import Endpoint
import Foundation
import MatrixTypes
import Testing

extension World {
    /// A message of the bot's, as people see it.
    struct Answer: Hashable, Sendable {
        let event: EventID
        let room: RoomID
        let order: Int
        let content: MessageContent

        var text: String { content.text.body }
        /// The message that it answers.
        var repliesTo: EventID? { content.relation?.repliesTo }
    }

    /// Says something in a room; in the first one, unless another is named.
    @discardableResult
    func say(_ words: String, as person: UserID? = nil, in other: RoomID? = nil, relation: Relation? = nil)
        throws
        -> EventID
    {
        try homeserver.say(words, as: person ?? ada, in: other ?? room, relation: relation)
    }

    /// Everything that the bot has said, by room and in order.
    func answers(in rooms: [RoomID]? = nil) -> [Answer] {
        (rooms ?? homeserver.joinedRooms(of: bot.userID)).flatMap { room in
            homeserver.timeline(of: room).compactMap { answer($0, in: room) }
        }
    }

    /// What the bot has answered to a message: one answer, if all is well.
    func replies(to event: EventID) -> [Answer] {
        answers().filter { $0.repliesTo == event }
    }

    /// How often each of these was answered.
    func replyCounts(of events: [EventID]) -> [Int] {
        let counts = Dictionary(answers().compactMap(\.repliesTo).map { ($0, 1) }, uniquingKeysWith: +)
        return events.map { counts[$0] ?? 0 }
    }

    /// Waits for the answer to something that was said.
    @discardableResult
    func answer(to event: EventID) async throws -> Answer {
        try await until("\(event) is answered") { !self.replies(to: event).isEmpty }
        return try #require(replies(to: event).first)
    }

    /// Says something and waits for the answer.
    @discardableResult
    func ask(_ words: String, as person: UserID? = nil, in room: RoomID? = nil) async throws -> String {
        try await answer(to: try say(words, as: person, in: room)).text
    }

    /// The commands of one plugin that were answered in a room, in the order of the answers.
    func quotations(in room: RoomID) -> [EventID] {
        answers(in: [room]).compactMap(\.repliesTo).filter(asksForQuotation(in: room))
    }

    func asksForQuotation(in room: RoomID) -> (EventID) -> Bool {
        let timeline = homeserver.timeline(of: room).filter { $0.sender != bot.userID }
        let asking = timeline.filter { String(decoding: $0.content, as: UTF8.self).contains("\"!quote") }
        let events = Set(asking.map(\.id))
        return { events.contains($0) }
    }

    /// Waits until all of these are answered.
    func untilAnswered(_ events: [EventID]) async throws {
        try await until("all of \(events.count) commands are answered") {
            self.messageCount >= events.count && !self.replyCounts(of: events).contains(0)
        }
    }

    /// Returns when the bot has dealt with all that was said before in these rooms, or in all.
    ///
    /// Help is answered when the archive has seen what was said before it; and the stream is in order.
    func settles(_ rooms: [RoomID]? = nil) async throws {
        let questions = try (rooms ?? homeserver.joinedRooms(of: bot.userID)).map {
            try say("!help", as: mod, in: $0)
        }
        try await untilAnswered(questions)
    }

    /// How many messages the bot has sent, without a look into them.
    var messageCount: Int {
        homeserver.joinedRooms(of: bot.userID).reduce(0) { sum, room in
            sum + homeserver.timeline(of: room).count { $0.sender == bot.userID && $0.stateKey == nil }
        }
    }

    private func answer(_ event: RecordedEvent, in room: RoomID) -> Answer? {
        guard event.sender == bot.userID, event.type == "m.room.message",
            let content = try? JSONDecoder().decode(MessageContent.self, from: Data(event.content))
        else { return nil }
        return Answer(event: event.id, room: room, order: event.order, content: content)
    }
}
