internal import FlyingFox
internal import Foundation
internal import MatrixTypes

/// The Matrix client API, as far as a bot needs it: logging in, `/sync`, and what happens in rooms.
struct ClientAPI: HTTPHandler {
    static let prefix = "/_matrix/client/v3/"
    static let versionsPath = "/_matrix/client/versions"
    static let wellKnownPath = "/.well-known/matrix/client"

    let homeserver: EmbeddedHomeserver

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        do {
            switch request.target.path(percentEncoded: true) {
            case Self.versionsPath: return .json(versions, status: 200)
            case Self.wellKnownPath: return .json(wellKnown(request), status: 200)
            default: break
            }
            let body = try await request.body(upTo: 4 * EmbeddedHomeserver.maximumContentBytes)
            return try await response(to: try APICall(request, body: body))
        } catch let refusal as StreamMessage.Refusal {
            return .refusal(refusal)
        } catch is Dropped {
            return .cut(.emptyObject, after: 0)
        }
    }

    private func response(to call: APICall) async throws -> HTTPResponse {
        switch homeserver.fault(for: call.words) {
        case .answer(let status, let headers, let body):
            return .disturbed(status: status, headers: headers, body: body)
        case .cut(let bytes):
            return .cut(try await answer(to: call), after: bytes)
        case .held:
            await homeserver.waitForRelease()
            return .json(try await answer(to: call), status: 200)
        case nil:
            return .json(try await answer(to: call), status: 200)
        }
    }

    private func answer(to call: APICall) async throws -> JSONText {
        if let answer = try answerToStranger(call) { return answer }
        let user = try homeserver.user(presenting: call.token)
        switch (call.method, call.words.first, call.path.count) {
        case ("GET", "sync", 1):
            return try await sync(call, for: user)
        case ("GET", "account", 2) where call.path[1] == "whoami":
            return whoAmI(user, call)
        case ("POST", "logout", 1...2):
            try homeserver.logOut(call.token, everywhere: call.path.last == "all")
            return .emptyObject
        case ("GET", "joined_rooms", 1):
            let rooms = homeserver.joinedRooms(of: user)
            return .object(["joined_rooms": .list(rooms.map { .string($0.rawValue) })])
        case ("POST", "join", 2) where call.path[0] == "join":
            return try join(homeserver.room(named: call.path[1]), as: user)
        case ("GET", "directory", 3) where call.path[1] == "room":
            return try directory(call.path[2])
        case (_, "user", 3...) where call.path[2] == "filter":
            return try filter(call, for: user)
        case ("GET", "profile", 2...3):
            return try profile(of: UserID(call.path[1]))
        case (_, _, 3...) where call.path[0] == "rooms":
            return try answer(to: call, about: RoomID(call.path[1]), for: user)
        default:
            throw call.isUnknown
        }
    }

    private var versions: JSONText {
        let versions = [
            "v1.1", "v1.2", "v1.3", "v1.4", "v1.5", "v1.6", "v1.7", "v1.8", "v1.9", "v1.10", "v1.11",
        ]
        return .object([
            "versions": .list((versions + ["v1.12"]).map(JSONText.string)),
            "unstable_features": .emptyObject,
        ])
    }

    private func wellKnown(_ request: HTTPRequest) -> JSONText {
        let url = "http://\(request.headers[.host] ?? "localhost")"
        return .object(["m.homeserver": .object(["base_url": .string(url)])])
    }
}
