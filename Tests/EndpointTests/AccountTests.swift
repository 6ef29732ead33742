import Foundation
import MatrixTypes
import Testing

@testable import Endpoint

@Suite struct `An account` {
    private struct Tokens: Decodable {
        let access_token: String
        let refresh_token: String?
        let expires_in_ms: Int?
        let device_id: String?
    }

    @Test func `is logged into with its password, and out of`() async throws {
        try await ServedRoom.run { served in
            served.here.homeserver.setPassword("secret", of: served.here.bo.userID)
            let flows = try await served.client("login")
            #expect(String(decoding: flows.body, as: UTF8.self).contains("m.login.password"))
            #expect(try await logIn("wrong", served).status == 403)

            let tokens = try read(try await logIn("secret", device: "BOT", served).body)
            #expect(tokens.device_id == "BOT")
            #expect(tokens.refresh_token == nil)
            let me = try object(try await served.client("account/whoami", token: tokens.access_token).body)
            #expect(me["user_id"] as? String == "@bo:demo")
            #expect(me["device_id"] as? String == "BOT")

            let out = try await served.client(
                "logout",
                method: "POST",
                token: tokens.access_token,
                body: "{}"
            )
            #expect(out.status == 200)
            #expect(try await status(tokens.access_token, served) == 401)
        }
    }

    @Test func `has one token a device`() async throws {
        try await ServedRoom.run { served in
            served.here.homeserver.setPassword("secret", of: served.here.bo.userID)
            let first = try read(try await logIn("secret", device: "BOT", served).body)
            let second = try read(try await logIn("secret", device: "BOT", served).body)
            #expect(try await status(first.access_token, served) == 401)
            #expect(try await status(second.access_token, served) == 200)
        }
    }

    @Test func `renews tokens that run out; the old ones hold until the new ones are used`() async throws {
        try await ServedRoom.run { served in
            served.here.homeserver.setPassword("secret", of: served.here.bo.userID)
            served.here.homeserver.setTokenLifetime(.seconds(300))
            let first = try read(try await logIn("secret", refreshable: true, served).body)
            #expect(first.expires_in_ms == 300_000)
            let refresh = try #require(first.refresh_token)

            let lost = try read(try await renew(refresh, served).body)
            let second = try read(try await renew(refresh, served).body)
            #expect(try await status(first.access_token, served) == 200)
            #expect(try await status(second.access_token, served) == 200)
            #expect(try await status(first.access_token, served) == 401)
            #expect(try await renew(refresh, served).status == 401)
            #expect(lost.access_token != second.access_token)
        }
    }

    @Test func `is told softly when its tokens have run out`() async throws {
        try await ServedRoom.run { served in
            served.here.homeserver.setPassword("secret", of: served.here.bo.userID)
            let tokens = try read(try await logIn("secret", refreshable: true, served).body)
            served.here.homeserver.expireTokens(of: served.here.bo.userID)
            let answer = try await served.client("sync", token: tokens.access_token)
            #expect(answer.status == 401)
            #expect(try object(answer.body)["soft_logout"] as? Bool == true)
            let next = try read(try await renew(try #require(tokens.refresh_token), served).body)
            #expect(try await status(next.access_token, served) == 200)

            served.here.homeserver.revokeTokens(of: served.here.bo.userID)
            let end = try await served.client("sync", token: next.access_token)
            #expect(end.status == 401)
            #expect(try object(end.body)["soft_logout"] as? Bool == false)
        }
    }

    @Test func `finds its homeserver`() async throws {
        try await ServedRoom.run { served in
            let known = try await served.call("GET", "/.well-known/matrix/client")
            let server = try object(known.body)["m.homeserver"] as? [String: String]
            #expect(server?["base_url"] == served.addresses.apiURL)
            let versions = try await served.call("GET", "/_matrix/client/versions")
            #expect((try object(versions.body)["versions"] as? [String])?.contains("v1.12") == true)
        }
    }

    private func logIn(
        _ password: String,
        device: String? = nil,
        refreshable: Bool = false,
        _ served: ServedRoom
    ) async throws -> ServedRoom.Answer {
        let device = device.map { #","device_id":"\#($0)""# } ?? ""
        let body =
            #"{"type":"m.login.password","identifier":{"type":"m.id.user","user":"bo"},"password":"#
            + #""\#(password)","refresh_token":\#(refreshable)\#(device)}"#
        return try await served.client("login", method: "POST", body: body)
    }

    private func renew(_ token: String, _ served: ServedRoom) async throws -> ServedRoom.Answer {
        try await served.client("refresh", method: "POST", body: #"{"refresh_token":"\#(token)"}"#)
    }

    private func status(_ token: String, _ served: ServedRoom) async throws -> Int {
        try await served.client("account/whoami", token: token).status
    }

    private func read(_ body: [UInt8]) throws -> Tokens {
        try JSONDecoder().decode(Tokens.self, from: Data(body))
    }
}
