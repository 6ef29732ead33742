internal import FlyingFox
internal import Foundation
internal import MatrixTypes

/// The few calls of the Matrix client API that are not made over the stream.
struct ClientAPI: HTTPHandler {
    static let prefix = "/_matrix/client/v3/"

    let homeserver: EmbeddedHomeserver

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        do {
            let body = try await request.body(upTo: 4 * EmbeddedHomeserver.maximumContentBytes)
            let call = try APICall(request, body: body)
            return .json(try answer(to: call), status: 200)
        } catch let refusal as StreamMessage.Refusal {
            return .refusal(refusal)
        }
    }

    private func answer(to call: APICall) throws(StreamMessage.Refusal) -> JSONText {
        let user = try homeserver.user(presenting: call.token)
        switch (call.method, call.path.count > 0 ? call.path[0] : "") {
        case ("GET", "account") where call.path == ["account", "whoami"]:
            return .object(["user_id": .string(user.rawValue), "is_guest": .flag(false)])
        case ("GET", "joined_rooms") where call.path.count == 1:
            let rooms = homeserver.joinedRooms(of: user)
            return .object(["joined_rooms": .list(rooms.map { .string($0.rawValue) })])
        case ("POST", "join") where call.path.count == 2:
            return try join(RoomID(call.path[1]), as: user)
        case (_, "rooms") where call.path.count > 2:
            return try answer(to: call, about: RoomID(call.path[1]), for: user)
        default:
            throw call.isUnknown
        }
    }

    private func answer(
        to call: APICall,
        about room: RoomID,
        for user: UserID
    ) throws(StreamMessage.Refusal) -> JSONText {
        let rest = Array(call.path.dropFirst(3))
        switch (call.method, call.path[2], rest.count) {
        case ("POST", "join", 0):
            return try join(room, as: user)
        case ("POST", "leave", 0):
            try homeserver.leave(room, as: user)
            return .emptyObject
        case ("GET", "messages", 0):
            return try messages(in: room, call, for: user)
        case ("PUT", "send", 2):
            let content = try call.object()
            return try told(
                homeserver.send(rest[0], content: content, transaction: rest[1], to: room, as: user)
            )
        case ("PUT", "redact", 2):
            let event = EventID(rest[0])
            let reason = try call.reason()
            return try told(
                homeserver.redact(event, reason: reason, transaction: rest[1], in: room, as: user)
            )
        case ("GET", "state", 1), ("GET", "state", 2):
            return try homeserver.stateContent(
                rest[0],
                key: rest.count > 1 ? rest[1] : "",
                in: room,
                for: user
            )
        default:
            throw call.isUnknown
        }
    }

    private func join(_ room: RoomID, as user: UserID) throws(StreamMessage.Refusal) -> JSONText {
        try homeserver.join(room, as: user)
        return .object(["room_id": .string(room.rawValue)])
    }

    private func messages(
        in room: RoomID,
        _ call: APICall,
        for user: UserID
    ) throws(StreamMessage.Refusal) -> JSONText {
        guard let direction = EmbeddedHomeserver.Direction(rawValue: call.query["dir"] ?? "") else {
            throw StreamMessage.Refusal(errcode: "M_MISSING_PARAM", error: "dir must be b or f.")
        }
        return try homeserver.messages(
            in: room,
            for: user,
            from: homeserver.position(call.query["from"]),
            to: homeserver.position(call.query["to"]),
            direction,
            limit: min(max(Int(call.query["limit"] ?? "") ?? 10, 1), 100)
        )
    }

    private func told(_ event: EventID) throws(StreamMessage.Refusal) -> JSONText {
        guard !homeserver.losesAnswer() else {
            throw StreamMessage.Refusal(errcode: "M_UNKNOWN", error: "The answer was lost.")
        }
        return .object(["event_id": .string(event.rawValue)])
    }
}
