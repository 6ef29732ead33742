import MatrixTypes
import Testing

@testable import Endpoint

@Suite struct `A room that is upgraded` {
    @Test func `says where it goes on, and the new one where it comes from`() throws {
        let here = ReadingRoom()
        let position = try here.sync(here.bo).position
        let next = try here.homeserver.upgrade(
            here.room,
            to: "12",
            by: here.ada.userID,
            inviting: [here.bo.userID]
        )
        #expect(!next.rawValue.contains(":"))
        let tombstone = here.homeserver.timeline(of: here.room).last
        #expect(tombstone?.type == "m.room.tombstone")
        #expect(try object(tombstone?.content ?? [])["replacement_room"] as? String == next.rawValue)
        let creation = try object(here.homeserver.timeline(of: next)[0].content)
        #expect(creation["room_version"] as? String == "12")
        #expect((creation["predecessor"] as? [String: Any])?["room_id"] as? String == here.room.rawValue)

        let batch = try here.sync(here.bo, since: position).batch
        #expect(batch.rooms.map(\.membership).contains(.invite))
        try here.homeserver.join(next, as: here.bo.userID)
        #expect(here.homeserver.joinedRooms(of: here.bo.userID).contains(next))
    }

    @Test func `has creators who may do everything and are not among the levels`() throws {
        let here = ReadingRoom()
        let next = try here.homeserver.upgrade(here.room, to: "12", by: here.ada.userID, inviting: [])
        let levels = here.homeserver.timeline(of: next).last { $0.type == "m.room.power_levels" }
        #expect((try object(levels?.content ?? [])["users"] as? [String: Int])?["@ada:demo"] == nil)
        try here.homeserver.setState(
            "m.room.name",
            key: "",
            content: Array("{}".utf8),
            in: next,
            as: here.ada.userID
        )
    }

    @Test func `is upgraded by nobody without the power to`() throws {
        let here = ReadingRoom()
        #expect(throws: StreamMessage.Refusal.self) {
            try here.homeserver.upgrade(here.room, to: "12", by: here.bo.userID, inviting: [])
        }
    }

    @Test func `is found by its alias, under its new id`() async throws {
        try await ServedRoom.run { served in
            let here = served.here
            here.homeserver.addAlias("#lobby:demo", to: here.room)
            let next = try here.homeserver.upgrade(
                here.room,
                to: "11",
                by: here.ada.userID,
                inviting: [here.bo.userID]
            )
            let answer = try await served.client(
                "join/\(encoded("#lobby:demo"))",
                method: "POST",
                as: here.bo,
                body: "{}"
            )
            #expect(try object(answer.body)["room_id"] as? String == next.rawValue)
            let none = try await served.client("join/%23none", method: "POST", as: here.bo, body: "{}")
            #expect(none.status == 404)
        }
    }
}

@Suite struct `Passing signs and state` {
    @Test func `are taken by the client API`() async throws {
        try await ServedRoom.run { served in
            let here = served.here
            let room = "rooms/\(encoded(here.room.rawValue))"
            let event = try here.homeserver.say("hi", as: here.ada.userID, in: here.room)
            let typing = try await served.client(
                "\(room)/typing/\(encoded("@bo:demo"))",
                method: "PUT",
                as: here.bo,
                body: #"{"typing":true,"timeout":3000}"#
            )
            #expect(typing.status == 200)
            #expect(here.homeserver.typists(in: here.room) == [here.bo.userID])
            let receipt = "\(room)/receipt/m.read/\(encoded(event.rawValue))"
            #expect(try await served.client(receipt, method: "POST", as: here.bo, body: "{}").status == 200)
            #expect(here.homeserver.lastRead(by: here.bo.userID, in: here.room) == event)
            let markers = #"{"m.fully_read":"\#(event)","m.read":"\#(event)"}"#
            let marked = try await served.client(
                "\(room)/read_markers",
                method: "POST",
                as: here.ada,
                body: markers
            )
            #expect(marked.status == 200)
            #expect(here.homeserver.lastRead(by: here.ada.userID, in: here.room) == event)
        }
    }

    @Test func `need the level for it`() async throws {
        try await ServedRoom.run { served in
            let path = "rooms/\(encoded(served.here.room.rawValue))/state/m.room.topic"
            let body = #"{"topic":"x"}"#
            let refused = try await served.client(path, method: "PUT", as: served.here.bo, body: body)
            #expect(refused.status == 403)
            let taken = try await served.client(path + "/", method: "PUT", as: served.here.ada, body: body)
            #expect(taken.status == 200)
            let topic = try await served.client(path, as: served.here.bo)
            #expect(topic.body == Array(body.utf8))
        }
    }
}
