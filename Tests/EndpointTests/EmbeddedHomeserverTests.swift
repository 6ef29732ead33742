import Foundation
import MatrixTypes
import Testing

@testable import Endpoint

@Suite struct `An embedded homeserver` {
    @discardableResult
    private func send(_ name: String?, as person: Person, in here: ReadingRoom) throws -> EventID {
        let content = Array(#"{"msgtype":"m.text","body":"Hello"}"#.utf8)
        return try here.homeserver.send(
            "m.room.message",
            content: content,
            transaction: name,
            to: here.room,
            as: person.userID
        )
    }

    @Test func `makes one event of one transaction`() throws {
        let here = ReadingRoom()
        let first = try send("t1", as: here.ada, in: here)
        #expect(try send("t1", as: here.ada, in: here) == first)
        #expect(try send("t1", as: here.bo, in: here) != first)
        #expect(try here.sync(here.bo).batch.words.count == 2)
    }

    @Test func `makes a second event when it has forgotten the first`() throws {
        let here = ReadingRoom()
        let first = try send("t1", as: here.ada, in: here)
        here.homeserver.forgetTransactions()
        #expect(try send("t1", as: here.ada, in: here) != first)
    }

    @Test func `tells a transaction id only to its sender`() throws {
        let here = ReadingRoom()
        try send("t-secret", as: here.ada, in: here)
        func text(for person: Person) -> String {
            String(decoding: here.homeserver.sync(for: person.userID, since: nil).json.bytes, as: UTF8.self)
        }
        #expect(text(for: here.ada).contains(#""unsigned":{"transaction_id":"t-secret"}"#))
        #expect(!text(for: here.bo).contains("t-secret"))
    }

    @Test func `serves a redacted message without its words`() throws {
        let here = ReadingRoom()
        let message = try here.homeserver.say("a slip", as: here.bo.userID, in: here.room)
        let redaction = try here.homeserver.redact(
            message,
            reason: nil,
            transaction: nil,
            in: here.room,
            as: here.bo.userID
        )
        let served = here.homeserver.sync(for: here.ada.userID, since: nil).json.bytes
        #expect(!String(decoding: served, as: UTF8.self).contains("a slip"))
        let timeline = try #require(try here.sync(here.ada).batch.rooms.first?.timeline)
        #expect(timeline.first { $0.id == message }?.content == .other)
        #expect(timeline.first { $0.id == redaction }?.content == .redaction(of: message))
        let stored = try #require(here.homeserver.timeline(of: here.room).first { $0.id == message })
        let unsigned = try object(stored.json(for: nil).bytes)["unsigned"] as? [String: Any]
        #expect(
            (unsigned?["redacted_because"] as? [String: Any])?["event_id"] as? String == redaction.rawValue
        )
    }

    @Test func `lets only those with power remove what others said`() throws {
        let here = ReadingRoom()
        let message = try here.homeserver.say("mine", as: here.ada.userID, in: here.room)
        #expect(throws: StreamMessage.Refusal.self) {
            try here.homeserver.redact(
                message,
                reason: nil,
                transaction: nil,
                in: here.room,
                as: here.bo.userID
            )
        }
        try here.homeserver.setPowerLevels(
            [here.ada.userID: 100, here.bo.userID: 50],
            in: here.room,
            by: here.ada.userID
        )
        try here.homeserver.redact(message, reason: nil, transaction: nil, in: here.room, as: here.bo.userID)
        #expect(here.homeserver.timeline(of: here.room).first { $0.id == message }?.isRedacted == true)
    }

    @Test func `lets only those with power change the room`() throws {
        let here = ReadingRoom()
        #expect(throws: StreamMessage.Refusal.self) {
            try here.homeserver.setPowerLevels([here.bo.userID: 100], in: here.room, by: here.bo.userID)
        }
    }

    @Test func `refuses words of somebody who is not in the room`() throws {
        let here = ReadingRoom()
        let cy = here.homeserver.addPerson("cy", displayName: "Cy")
        #expect(throws: StreamMessage.Refusal.self) { try send(nil, as: cy, in: here) }
    }

    @Test func `says of a direct room that it is one`() throws {
        let here = ReadingRoom(isDirect: true)
        let members = try #require(try here.sync(here.ada).batch.rooms.first?.timeline).compactMap { event in
            if case .member(let member) = event.content { member.isDirect } else { nil }
        }
        #expect(members == [true, true])
    }

    @Test func `does not know a position of another life`() throws {
        let position = try ReadingRoom().sync(ReadingRoom().ada).position
        let here = ReadingRoom()
        #expect(throws: StreamMessage.Refusal.self) { try here.homeserver.position(position) }
        #expect(throws: StreamMessage.Refusal.self) { try here.homeserver.position("s1") }
    }

    @Test func `forgets positions on request`() throws {
        let here = ReadingRoom()
        let position = try here.sync(here.ada).position
        here.homeserver.forgetPositions()
        #expect(throws: StreamMessage.Refusal.self) { try here.homeserver.position(position) }
        try here.say(["on we go"], as: here.bo)
        let newer = try here.sync(here.ada).position
        #expect(try here.sync(here.ada, since: newer).batch.words.isEmpty)
    }

    @Test(arguments: [
        #"{"type":"m.room.message","event_id":"$bad"}"#,
        #"{"type":7,"event_id":"$bad","sender":[],"content":"text"}"#,
        #"{"type":"m.room.message","event_id":"$bad","sender":"@bo:demo","origin_server_ts":1,"#
            + #""content":{"msgtype":"m.text","body":"\ud800"}}"#,
        #"{"event_id":"$bad","x":"# + String(repeating: "[", count: 100_000)
            + String(repeating: "]", count: 100_000) + "}",
    ])
    func `hands on what nobody can read, and the rest beside it`(raw: String) throws {
        let here = ReadingRoom()
        let position = try here.sync(here.ada).position
        try here.say(["before"], as: here.bo)
        here.homeserver.inject(Array(raw.utf8), into: here.room)
        try here.say(["after"], as: here.bo)
        let batch = try here.sync(here.ada, since: position).batch
        #expect(batch.words == ["before", "after"])
        #expect(batch.unreadable.map(\.id) == [EventID("$bad")])
    }

    @Test func `hands on bytes that are not UTF-8`() throws {
        let here = ReadingRoom()
        let raw = Array(#"{"event_id":"$bad","body":""#.utf8) + [0xFF, 0xFE] + Array(#""}"#.utf8)
        here.homeserver.inject(raw, into: here.room)
        let answer = here.homeserver.sync(for: here.ada.userID, since: nil).json.bytes
        #expect(Data(answer).range(of: Data(raw)) != nil)
    }
}
