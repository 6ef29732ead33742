import BotCore
import BotStore
import Foundation
import Homeservers
import MatrixTypes
import PluginAPI
import Testing

@Suite(.timeLimit(.minutes(1))) struct `A message over HTTP` {
    /// Lets the poll wait, and answers everything else with `reply`.
    private func answering(_ reply: ScriptedHomeserver.Reply)
        -> @Sendable (ScriptedHomeserver.Request, Int) ->
        ScriptedHomeserver.Reply
    {
        { request, _ in
            if request.path.hasSuffix("/filter") { return .ok(#"{"filter_id":"f1"}"#) }
            return request.path.hasSuffix("/sync") ? .silence : reply
        }
    }

    /// What the homeserver was asked, beside the sync.
    private func calls(_ server: ScriptedHomeserver) -> [ScriptedHomeserver.Request] {
        server.requests.filter { !$0.path.hasSuffix("/filter") && !$0.path.hasSuffix("/sync") }
    }

    static let target = MessageReference.event(EventID("$a/b"))
    static let rooms = "/_matrix/client/v3/rooms/%21hall%3Aexample.org"

    @Test(arguments: [
        (OutgoingBody.message(Visit.words("hi")), "PUT \(rooms)/send/m.room.message/1%2Fa%20b"),
        (.edit(target, Visit.words("hi")), "PUT \(rooms)/send/m.room.message/1%2Fa%20b"),
        (.reaction(target, key: "👍"), "PUT \(rooms)/send/m.reaction/1%2Fa%20b"),
        (.redaction(target), "PUT \(rooms)/redact/%24a%2Fb/1%2Fa%20b"),
        (.state(type: "org.x", key: "", content: "{}"), "PUT \(rooms)/state/org.x/"),
        (.state(type: "org.x", key: "a/b", content: "{}"), "PUT \(rooms)/state/org.x/a%2Fb"),
        (.leave, "POST \(rooms)/leave"),
        (
            .join(via: ["one.example", "two"]),
            "POST /_matrix/client/v3/join/%21hall%3Aexample.org?via=one.example&via=two"
                + "&server_name=one.example&server_name=two"
        ),
    ])
    func `goes to its own address`(body: OutgoingBody, expected: String) async throws {
        try await ScriptedHomeserver.run(answering(.ok(#"{"event_id":"$new"}"#))) { server in
            let result = try await Visit.result(of: body, name: "1/a b", by: try Visit.homeserver(server))
            let hasID = expected.hasPrefix("PUT")
            #expect(result == .sent(hasID ? EventID("$new") : nil))
            #expect(calls(server).map { "\($0.method) \($0.target)" } == [expected])
        }
    }

    @Test func `that replaces another has both words, and names it`() async throws {
        try await ScriptedHomeserver.run(answering(.ok(#"{"event_id":"$new"}"#))) { server in
            let body = OutgoingBody.edit(Self.target, Visit.words("better"))
            _ = try await Visit.result(of: body, by: try Visit.homeserver(server))
            let json = try #require(calls(server).first?.body)
            #expect(json.contains(#""m.new_content":{"#) && json.contains(#""body":"* better""#))
            #expect(json.contains(#""rel_type":"m.replace""#) && json.contains(#""event_id":"$a/b""#))
        }
    }

    @Test(arguments: [
        (ScriptedHomeserver.Reply.refusal(403, "M_FORBIDDEN"), "refused"),
        (.refusal(400, "M_BAD_JSON"), "refused"),
        (.refusal(400, "M_UNKNOWN"), "refused"),
        (.refusal(404, "M_NOT_FOUND"), "refused"),
        (.refusal(413, "M_TOO_LARGE"), "refused"),
        (.page(413, "<html>Request Entity Too Large</html>"), "refused"),
        (.refusal(500, "M_UNKNOWN"), "later"),
        (.refusal(502, "M_FORBIDDEN"), "later"),
        (.page(502, "<html>Bad Gateway</html>"), "later"),
        (.page(403, "<html>Are you human?</html>"), "later"),
        (.page(404, "<html>Not Found</html>"), "later"),
        (.refusal(403, "M_LIMIT_EXCEEDED"), "later"),
        (.refusal(400, "M_RESOURCE_LIMIT_EXCEEDED"), "later"),
        (.json(308, "", headers: ["Location: https://b.example/_matrix/x"]), "later"),
        (.page(200, "<html>Welcome</html>"), "later"),
        (.ok("{}"), "later"),
        (.raw("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"), "later"),
        (.raw(""), "later"),
        (.refusal(400, "M_DUPLICATE_ANNOTATION"), "sent"),
    ])
    func `is tried again, or never, as the answer says`(reply: ScriptedHomeserver.Reply, expected: String)
        async throws
    {
        try await ScriptedHomeserver.run(answering(reply)) { server in
            let body = OutgoingBody.reaction(Self.target, key: "👍")
            let result = try await Visit.result(of: body, by: try Visit.homeserver(server))
            let word =
                switch result {
                case .sent: "sent"
                case .later: "later"
                case .refused: "refused"
                }
            #expect(word == expected, "\(result)")
        }
    }

    @Test func `waits as long as the homeserver asks`() async throws {
        let reply = ScriptedHomeserver.Reply.refusal(
            429,
            "M_LIMIT_EXCEEDED",
            more: #","retry_after_ms":9000"#,
            headers: ["Retry-After: 3"]
        )
        try await ScriptedHomeserver.run(answering(reply)) { server in
            let result = try await Visit.result(of: .leave, by: try Visit.homeserver(server))
            guard case .later(.seconds(3), _) = result else {
                Issue.record("\(result)")
                return
            }
        }
    }

    @Test(arguments: [
        OutgoingBody.message(Visit.words(String(repeating: "x", count: 40_000))),
        .edit(target, Visit.words(String(repeating: "ö", count: 10_001))),
        .state(type: "org.x", key: "", content: "\"" + String(repeating: "x", count: 40_000) + "\""),
    ])
    func `of more than 40,000 bytes never leaves`(body: OutgoingBody) async throws {
        try await ScriptedHomeserver.run(answering(.ok(#"{"event_id":"$new"}"#))) { server in
            let result = try await Visit.result(of: body, by: try Visit.homeserver(server))
            guard case .refused(let reason) = result else {
                Issue.record("\(result)")
                return
            }
            #expect(reason.contains("40000 at most"))
            #expect(calls(server).isEmpty)
        }
    }

    @Test func `that is refused for its token ends the connection`() async throws {
        try await ScriptedHomeserver.run(answering(.refusal(401, "M_UNKNOWN_TOKEN"))) { server in
            let homeserver = try Visit.homeserver(server)
            let error = await #expect(throws: ConnectionFailure.self) {
                try await Visit.result(of: .leave, by: homeserver)
            }
            #expect("\(try #require(error))".contains("type: rapporteur login --homeserver \(server.url)"))
        }
    }
}

@Suite(.timeLimit(.minutes(1))) struct `A page of history` {
    @Test func `is asked for forwards, from the old position to the new one`() async throws {
        let chunk = #"{"chunk":[\#(Visit.message("hi")),{"event_id":"$bad"}],"end":"p2"}"#
        try await ScriptedHomeserver.run({ _, _ in .ok(chunk) }) { server in
            let page = try await Visit.homeserver(server).history(of: hall, from: "p 1", to: "p3")
            #expect(page.events.map(\.id) == [EventID("$1")])
            #expect(page.unreadable.map(\.id) == [EventID("$bad")])
            #expect(page.next == "p2")
            let request = server.requests[0]
            #expect(["dir", "from", "to"].map { request.parameter($0) } == ["f", "p 1", "p3"])
            #expect(request.parameter("filter")?.contains("m.room.message") == true)
        }
    }

    @Test(arguments: [
        (
            ScriptedHomeserver.Reply.refusal(403, "M_FORBIDDEN"),
            "did not give messages (M_FORBIDDEN: No. (HTTP 403))"
        ),
        (.page(502, "<html>"), "a web page (HTTP 502)"),
        (.ok("[1"), "expected a page of messages"),
        (.refusal(429, "M_LIMIT_EXCEEDED", more: #","retry_after_ms":5000"#), "asks us to wait"),
        (.raw(""), "cannot be reached"),
    ])
    func `that does not come says why`(reply: ScriptedHomeserver.Reply, words: String) async throws {
        try await ScriptedHomeserver.run({ _, _ in reply }) { server in
            let homeserver = try Visit.homeserver(server)
            let error = await #expect(throws: ConnectionFailure.self) {
                try await homeserver.history(of: hall, from: "p1", to: nil)
            }
            #expect("\(try #require(error))".contains(words))
        }
    }
}
