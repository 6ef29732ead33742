import Foundation
import MatrixTypes
import Testing

@testable import Endpoint

@Suite struct `The client API` {
    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }

    @Test func `says who is asking and where they are`() async throws {
        try await ServedRoom.run { served in
            let me = try await served.call("GET", "/_matrix/client/v3/account/whoami", as: served.here.bo)
            #expect(try object(me.body)["user_id"] as? String == "@bo:demo")
            let rooms = try await served.call("GET", "/_matrix/client/v3/joined_rooms", as: served.here.bo)
            #expect(try object(rooms.body)["joined_rooms"] as? [String] == [served.here.room.rawValue])
        }
    }

    @Test func `lets people in and out`() async throws {
        try await ServedRoom.run { served in
            let cy = served.here.homeserver.addPerson("cy", displayName: "Cy")
            let room = Self.encoded(served.here.room.rawValue)
            let join = "/_matrix/client/v3/join/\(room)"
            #expect(try await served.call("POST", join, as: cy, body: "{}").status == 403)
            try served.here.homeserver.invite(cy.userID, to: served.here.room, by: served.here.ada.userID)
            #expect(try await served.call("POST", join, as: cy, body: "{}").status == 200)
            #expect(served.here.homeserver.joinedRooms(of: cy.userID) == [served.here.room])
            let leave = "/_matrix/client/v3/rooms/\(room)/leave"
            #expect(try await served.call("POST", leave, as: cy).status == 200)
            #expect(served.here.homeserver.joinedRooms(of: cy.userID).isEmpty)
        }
    }

    @Test func `takes names with slashes, spaces and percent signs`() async throws {
        try await ServedRoom.run { served in
            let name = "quote/$a b%2F+ü?#"
            let path =
                "/_matrix/client/v3/rooms/\(Self.encoded(served.here.room.rawValue))/send/"
                + "m.room.message/\(Self.encoded(name))"
            let body = #"{"msgtype":"m.text","body":"Hello","extra":"\u00e9"}"#
            let sent = try await served.call("PUT", path, as: served.here.bo, body: body)
            let again = try await served.call("PUT", path, as: served.here.bo, body: body)
            #expect(sent.status == 200)
            #expect(sent.body == again.body)
            let event = try #require(served.here.homeserver.timeline(of: served.here.room).last)
            #expect(event.transaction == name)
            #expect(event.content == Array(body.utf8))
        }
    }

    @Test func `removes words`() async throws {
        try await ServedRoom.run { served in
            let event = try served.here.homeserver.say(
                "a slip",
                as: served.here.bo.userID,
                in: served.here.room
            )
            let path =
                "/_matrix/client/v3/rooms/\(Self.encoded(served.here.room.rawValue))/redact/"
                + "\(Self.encoded(event.rawValue))/t1"
            #expect(
                try await served.call("PUT", path, as: served.here.bo, body: #"{"reason":"slip"}"#).status
                    == 200
            )
            let timeline = served.here.homeserver.timeline(of: served.here.room)
            #expect(timeline.first { $0.id == event }?.isRedacted == true)
        }
    }

    @Test func `reads history and state`() async throws {
        try await ServedRoom.run { served in
            try served.here.say(["one", "two"], as: served.here.bo)
            let room = "/_matrix/client/v3/rooms/\(Self.encoded(served.here.room.rawValue))"
            let page = try await served.call("GET", room + "/messages?dir=b&limit=1", as: served.here.bo)
            let chunk = try object(page.body)["chunk"] as? [[String: Any]]
            #expect((chunk?.first?["content"] as? [String: Any])?["body"] as? String == "two")
            #expect(chunk?.first?["room_id"] as? String == served.here.room.rawValue)
            let name = try await served.call("GET", room + "/state/m.room.name", as: served.here.bo)
            #expect(try object(name.body)["name"] as? String == "Reading room")
        }
    }

    @Test(
        arguments: [
            ("GET", "joined_rooms", nil, "", 401, "M_MISSING_TOKEN"),
            ("GET", "joined_rooms", nil, "Bearer nonsense", 401, "M_UNKNOWN_TOKEN"),
            ("GET", "nothing", nil, nil, 404, "M_UNRECOGNIZED"),
            ("DELETE", "joined_rooms", nil, nil, 404, "M_UNRECOGNIZED"),
            ("POST", "join/!x:demo", "{}", nil, 404, "M_NOT_FOUND"),
            ("PUT", "rooms/!x:demo/send/t/1", "{}", nil, 403, "M_FORBIDDEN"),
            ("PUT", "rooms/ROOM/send/t/1", "no JSON", nil, 400, "M_NOT_JSON"),
            ("PUT", "rooms/ROOM/send/t/1", "[]", nil, 400, "M_NOT_JSON"),
            ("PUT", "rooms/ROOM/redact/$none/1", "{}", nil, 404, "M_NOT_FOUND"),
            ("GET", "rooms/ROOM/messages", nil, nil, 400, "M_MISSING_PARAM"),
            ("GET", "rooms/ROOM/messages?dir=f&from=s1", nil, nil, 400, "M_UNKNOWN_POS"),
            ("GET", "rooms/ROOM/%FF", nil, nil, 400, "M_BAD_JSON"),
        ] as [(String, String, String?, String?, Int, String)]
    )
    func `says what is wrong`(
        method: String,
        path: String,
        body: String?,
        token: String?,
        status: Int,
        errcode: String
    ) async throws {
        try await ServedRoom.run { served in
            let filled = path.replacing("ROOM", with: Self.encoded(served.here.room.rawValue))
            let answer = try await served.call(
                method,
                "/_matrix/client/v3/\(filled)",
                as: token == nil ? served.here.bo : nil,
                body: body,
                headers: token.map { ["Authorization": $0] } ?? [:]
            )
            #expect(answer.status == status)
            #expect(try object(answer.body)["errcode"] as? String == errcode)
        }
    }

    @Test func `says when to try again`() async throws {
        try await ServedRoom.run { served in
            let refusal = StreamMessage.Refusal(
                errcode: "M_LIMIT_EXCEEDED",
                error: "Too fast.",
                retryAfterMilliseconds: 1500
            )
            served.here.homeserver.refuseSends(1, with: refusal, in: nil)
            let path = "/_matrix/client/v3/rooms/\(Self.encoded(served.here.room.rawValue))/send/t/1"
            let answer = try await served.call("PUT", path, as: served.here.bo, body: "{}")
            #expect(answer.status == 429)
            #expect(answer.headers["retry-after"] == "2")
            #expect(try object(answer.body)["retry_after_ms"] as? Int == 1500)
        }
    }

    @Test func `refuses a body that is too large`() async throws {
        try await ServedRoom.run { served in
            let path = "/_matrix/client/v3/rooms/\(Self.encoded(served.here.room.rawValue))/send/t/1"
            let body = #"{"body":"\#(String(repeating: "x", count: 65_536))"}"#
            let answer = try await served.call("PUT", path, as: served.here.bo, body: body)
            #expect(answer.status == 413)
        }
    }
}
