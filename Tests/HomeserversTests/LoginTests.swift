import Foundation
import Homeservers
import MatrixTypes
import Networking
import Testing

@Suite(.timeLimit(.minutes(1))) struct `A login` {
    static let versions = ScriptedHomeserver.Reply.ok(#"{"versions":["v1.12"]}"#)

    private let login: Login

    init() throws {
        login = Login(client: try HTTPClient(caFile: nil), clock: Visit.clock())
    }

    /// A homeserver that gives `replies` by the end of the path, and 404 otherwise.
    private func answering(_ replies: [String: ScriptedHomeserver.Reply])
        -> @Sendable (
            ScriptedHomeserver.Request, Int
        ) -> ScriptedHomeserver.Reply
    {
        { request, _ in
            replies.first { request.path.hasSuffix($0.key) }?.value ?? .refusal(404, "M_UNRECOGNIZED")
        }
    }

    @Test func `finds a homeserver at the address that was given`() async throws {
        try await ScriptedHomeserver.run(answering(["/versions": Self.versions])) { server in
            let found = try await login.homeserver(" \(server.url)/ ")
            #expect(found == FoundHomeserver(base: server.url, versions: ["v1.12"]))
        }
    }

    @Test func `goes where the server says its homeserver is`() async throws {
        try await ScriptedHomeserver.run(answering(["/versions": Self.versions])) { home in
            let delegation = #"{"m.homeserver":{"base_url":"\#(home.url)/"}}"#
            try await ScriptedHomeserver.run(answering(["/client": .ok(delegation)])) { server in
                let found = try await login.homeserver(server.url)
                #expect(found.base == home.url)
            }
        }
    }

    @Test func `follows the delegation where it was moved, and nothing else`() async throws {
        try await ScriptedHomeserver.run(answering(["/versions": Self.versions])) { home in
            let delegation = #"{"m.homeserver":{"base_url":"\#(home.url)"}}"#
            let replies: [String: ScriptedHomeserver.Reply] = [
                "/matrix/client": .json(301, "", headers: ["Location: /moved"]), "/moved": .ok(delegation),
            ]
            try await ScriptedHomeserver.run(answering(replies)) { server in
                let found = try await login.homeserver(server.url)
                #expect(found.base == home.url)
            }
        }
    }

    @Test(arguments: [
        ("ftp://example.org", Login.Problem.notAnAddress("ftp://example.org")),
        ("", .notAnAddress("")),
        ("two words", .notAnAddress("two words")),
        ("@name:", .notAnAddress("@name:")),
        ("https://example.org/chat", .withPath("https://example.org/chat", base: "https://example.org")),
        ("example.org/_matrix", .withPath("example.org/_matrix", base: "https://example.org")),
        ("wss://example.org", .isAStream("wss://example.org", base: "https://example.org")),
    ])
    func `says what to type for what is no address`(given: String, expected: Login.Problem) async throws {
        await #expect(throws: expected) { try await login.homeserver(given) }
    }

    @Test(arguments: [
        (["/versions": ScriptedHomeserver.Reply.page(200, "<html>")], "answers with a web page"),
        (["/versions": .page(404, "<html>"), "/client": .page(200, "<html>")], "answers with a web page"),
        (["/versions": .ok(#"{"version":1}"#)], "does not answer as a homeserver"),
        (["/versions": .ok("[]")], "does not answer as a homeserver"),
        ([:], "does not answer as a homeserver"),
        (
            ["/versions": versions, "/client": .ok("{")],
            "says where its homeserver is, but not how it should"
        ),
        (
            ["/versions": versions, "/client": .ok(#"{"m.homeserver":{"base_url":"x"}}"#)],
            "says where its homeserver is, but not how it should"
        ),
        (["/client": .json(302, "", headers: ["Location: /.well-known/matrix/client"])], "points on and on"),
        (
            ["/versions": .json(301, "", headers: ["Location: https://m.example/_matrix/client/versions"])],
            "points to https://m.example. Type that address"
        ),
    ])
    func `says what stands there that is no homeserver`(
        replies: [String: ScriptedHomeserver.Reply],
        words: String
    ) async throws {
        try await ScriptedHomeserver.run(answering(replies)) { server in
            let problem = await #expect(throws: Login.Problem.self) {
                try await login.homeserver(server.url)
            }
            let text = "\(try #require(problem))"
            #expect(text.contains(words))
        }
    }

    @Test func `by password names the device and asks for a token that can be renewed`() async throws {
        let replies = { @Sendable (request: ScriptedHomeserver.Request, _: Int) in
            request.method == "GET"
                ? ScriptedHomeserver.Reply.ok(#"{"flows":[{"type":"m.login.password"}]}"#)
                : .ok(
                    #"{"access_token":"t","refresh_token":"r","expires_in_ms":1000,"device_id":"D","#
                        + #""user_id":"@bot:example.org"}"#
                )
        }
        try await ScriptedHomeserver.run(replies) { server in
            let found = FoundHomeserver(base: server.url, versions: [])
            let session = try await login.logIn(at: found, as: "bot", password: "p", deviceID: nil)
            #expect(session.accessToken == "t" && session.refreshToken == "r" && session.deviceID == "D")
            #expect(session.userID == bot && session.homeserver == server.url)
            #expect(session.expiresAtMilliseconds == 1_000_001_000)
            let body = try #require(server.requests.last).body
            #expect(body.contains(#""initial_device_display_name":"Rapporteur""#))
            #expect(body.contains(#""refresh_token":true"#) && body.contains(#""user":"bot""#))
        }
    }

    @Test(arguments: [
        (#"{"flows":[{"type":"m.login.sso"}]}"#, ScriptedHomeserver.Reply.silence, "it offers m.login.sso"),
        (#"{"flows":[]}"#, .silence, "no way to log in"),
        (
            #"{"flows":[{"type":"m.login.password"}]}"#, .refusal(403, "M_FORBIDDEN"),
            "Check the account and its password"
        ),
        (
            #"{"flows":[{"type":"m.login.password"}]}"#,
            .refusal(429, "M_LIMIT_EXCEEDED", more: #","retry_after_ms":8000"#), "Wait 8 s"
        ),
    ])
    func `that cannot be says what to do`(flows: String, reply: ScriptedHomeserver.Reply, words: String)
        async throws
    {
        try await ScriptedHomeserver.run({ request, _ in request.method == "GET" ? .ok(flows) : reply }) {
            server in
            let found = FoundHomeserver(base: server.url, versions: [])
            let problem = await #expect(throws: Login.Problem.self) {
                try await login.logIn(at: found, as: "bot", password: "p", deviceID: nil)
            }
            let text = "\(try #require(problem))"
            #expect(text.contains(words))
        }
    }

    @Test func `takes a token that was pasted, once it is known whose it is`() async throws {
        let whoami = ScriptedHomeserver.Reply.ok(#"{"user_id":"@bot:example.org","device_id":"D"}"#)
        try await ScriptedHomeserver.run(answering(["/whoami": whoami])) { server in
            let found = FoundHomeserver(base: server.url, versions: [])
            let session = try await login.adopt(" syt_x\n", at: found)
            #expect(session.accessToken == "syt_x" && session.userID == bot && session.deviceID == "D")
            await #expect(throws: Login.Problem.self) { try await login.adopt("two words", at: found) }
        }
    }

    @Test func `does not take a token that the homeserver refuses`() async throws {
        try await ScriptedHomeserver.run({ _, _ in .refusal(401, "M_UNKNOWN_TOKEN") }) { server in
            let found = FoundHomeserver(base: server.url, versions: [])
            await #expect(throws: Login.Problem.tokenRefused(reason: "M_UNKNOWN_TOKEN: No.")) {
                try await login.adopt("syt_x", at: found)
            }
        }
    }

    @Test func `ends with its token, be that renewed first`() async throws {
        var session = StoredSession(accessToken: "old")
        session.refreshToken = "r1"
        try await ScriptedHomeserver.run { request, _ in
            if request.path.hasSuffix("/refresh") { return .ok(#"{"access_token":"new"}"#) }
            return request.token == "new" ? .ok("{}") : .refusal(401, "M_UNKNOWN_TOKEN")
        } _: { server in
            let found = FoundHomeserver(base: server.url, versions: [])
            let renewed = try await login.logOut(session, at: found)
            #expect(renewed == .revoked)
            let forgotten = try await login.logOut(StoredSession(accessToken: "gone"), at: found)
            #expect(forgotten == .wasInvalid)
        }
    }

    @Test func `is probed for whose it is`() async throws {
        let whoami = ScriptedHomeserver.Reply.ok(#"{"user_id":"@other:example.org"}"#)
        try await ScriptedHomeserver.run(answering(["/whoami": whoami])) { server in
            let found = FoundHomeserver(base: server.url, versions: ["v1.1"])
            let probe = try await login.probe(.value("t"), as: bot, at: found)
            #expect(probe.account == UserID("@other:example.org"))
            #expect(!probe.isExpected && !probe.isRenewable && probe.versions == ["v1.1"])
        }
    }
}
