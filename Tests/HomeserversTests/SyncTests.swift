import BotCore
import BotStore
import Foundation
import Homeservers
import MatrixTypes
import Networking
import Testing

@Suite(.timeLimit(.minutes(1))) struct `A sync` {
    /// Stores any filter, and answers the sync with `sync`.
    private func answering(
        _ sync: @escaping @Sendable (ScriptedHomeserver.Request, Int) -> ScriptedHomeserver.Reply
    ) -> @Sendable (ScriptedHomeserver.Request, Int) -> ScriptedHomeserver.Reply {
        { request, former in
            request.path.hasSuffix("/filter") ? .ok(#"{"filter_id":"f1"}"#) : sync(request, former)
        }
    }

    @Test func `asks at once, and then from where it is, for as long as the homeserver may wait`()
        async throws
    {
        try await ScriptedHomeserver.run(
            answering { _, former in former < 2 ? .ok(Visit.said("hi", next: "p\(former + 2)")) : .silence }
        ) { server in
            let homeserver = try Visit.homeserver(server)
            let batches = try await Visit.batches(2, of: homeserver, since: "p1")
            #expect(batches.map(\.nextBatch) == ["p2", "p3"])
            let polls = server.requests.filter { $0.path.hasSuffix("/sync") }
            #expect(polls.prefix(2).map { $0.parameter("since") } == ["p1", "p2"])
            #expect(polls.prefix(2).map { $0.parameter("timeout") } == ["0", "30000"])
            #expect(polls.allSatisfy { $0.parameter("filter") == "f1" && $0.token == "token" })
        }
    }

    @Test func `stores its filter once, for lazy members and nothing that is not read`() async throws {
        try await ScriptedHomeserver.run(answering { _, _ in .ok(#"{"next_batch":"p2"}"#) }) { server in
            let homeserver = try Visit.homeserver(server)
            for _ in 1...2 { _ = try await Visit.batches(1, of: homeserver, since: "p1") }
            let stored = server.requests.filter { $0.path.hasSuffix("/filter") }
            #expect(stored.count == 1)
            #expect(stored[0].method == "POST" && stored[0].path.contains("/user/%40bot%3Aexample.org/"))
            #expect(stored[0].body.contains(#""limit":1000"#))
            #expect(stored[0].body.contains(#""lazy_load_members":true"#))
            #expect(stored[0].body.contains(#""ephemeral":{"not_types":["*"]}"#))
            #expect((try? JSONSerialization.jsonObject(with: Data(stored[0].body.utf8))) != nil)
        }
    }

    @Test func `of a new bot takes the position without history`() async throws {
        try await ScriptedHomeserver.run(answering { _, _ in .ok(#"{"next_batch":"p1"}"#) }) { server in
            let homeserver = try Visit.homeserver(server)
            #expect(try await Visit.batches(1, of: homeserver, since: nil).map(\.nextBatch) == ["p1"])
            #expect(server.requests[0].body.contains(#""timeline":{"limit":1,"#))
            #expect(server.requests[1].parameter("since") == nil)
        }
    }

    @Test func `sends the whole filter where the homeserver keeps none`() async throws {
        try await ScriptedHomeserver.run { request, _ in
            request.path.hasSuffix("/filter") ? .refusal(404, "M_UNRECOGNIZED") : .ok(#"{"next_batch":"p2"}"#)
        } _: { server in
            _ = try await Visit.batches(1, of: try Visit.homeserver(server), since: "p1")
            #expect(server.requests[1].parameter("filter")?.hasPrefix(#"{"presence""#) == true)
        }
    }

    @Test func `sends the whole filter where the homeserver has forgotten it, and keeps its position`()
        async throws
    {
        try await ScriptedHomeserver.run(
            answering { request, _ in
                request.parameter("filter") == "f1"
                    ? .refusal(404, "M_NOT_FOUND") : .ok(#"{"next_batch":"p2"}"#)
            }
        ) { server in
            let batches = try await Visit.batches(1, of: try Visit.homeserver(server), since: "p1")
            #expect(batches.map(\.nextBatch) == ["p2"])
            #expect(server.requests.last?.parameter("since") == "p1")
        }
    }

    @Test func `asks for the next batch while the former one is being written`() async throws {
        try await ScriptedHomeserver.run(
            answering { _, former in former < 3 ? .ok(Visit.said("hi", next: "p\(former + 2)")) : .silence }
        ) { server in
            let homeserver = try Visit.homeserver(server)
            try await homeserver.connect(since: "p1") { connection in
                // Nobody takes the first batch, and yet the second is asked for.
                await server.waits { $0.parameter("since") == "p2" }
                let first = try await connection.nextBatches()
                let second = try await connection.nextBatches()
                #expect((first + second).map(\.nextBatch) == ["p2", "p3"])
            }
        }
    }

    @Test func `lets messages leave while it waits`() async throws {
        try await ScriptedHomeserver.run(
            answering { request, _ in
                request.path.contains("/send/") ? .ok(#"{"event_id":"$sent"}"#) : .silence
            }
        ) { server in
            let result = try await Visit.result(
                of: .message(Visit.words("hi")),
                by: try Visit.homeserver(server)
            )
            #expect(result == .sent(EventID("$sent")))
        }
    }

    @Test func `sets a broken event aside and keeps the others`() async throws {
        let broken = #"{"event_id":"$bad","type":"m.room.message","sender":7,"content":{}}"#
        let events = [broken, Visit.message("hi")].joined(separator: ",")
        let answer = #"{"next_batch":"p2","rooms":{"join":{"!a:b":{"timeline":{"events":[\#(events)]}}}}}"#
        try await ScriptedHomeserver.run(answering { _, _ in .ok(answer) }) { server in
            let batches = try await Visit.batches(1, of: try Visit.homeserver(server), since: "p1")
            #expect(batches[0].rooms[0].timeline.map(\.id) == [EventID("$1")])
            #expect(batches[0].unreadable.map(\.id) == [EventID("$bad")])
        }
    }

    @Test func `that is too large is asked for with a shorter timeline`() async throws {
        try await ScriptedHomeserver.run { request, _ in
            if request.path.hasSuffix("/filter") {
                return .ok(#"{"filter_id":"\#(request.body.contains(#""limit":10,"#) ? "ten" : "more")"}"#)
            }
            let padding = request.parameter("filter") == "ten" ? 10 : 100_000
            return .ok(#"{"next_batch":"p2","x":"\#(String(repeating: "x", count: padding))"}"#)
        } _: { server in
            let homeserver = try Visit.homeserver(server, largest: 65_536)
            #expect(try await Visit.batches(1, of: homeserver, since: "p1").map(\.nextBatch) == ["p2"])
            #expect(server.requests.filter { $0.path.hasSuffix("/sync") }.count == 3)
        }
    }

    @Test(arguments: [
        (ScriptedHomeserver.Reply.page(502, "<html>Bad Gateway</html>"), "a web page (HTTP 502)"),
        (.page(200, "<!DOCTYPE html><p>Welcome"), "a web page; expected a sync object"),
        (.page(404, "<html>"), "a web page (HTTP 404)"),
        (.ok("{\"next_batch\":\"p2\",\"rooms\":{"), "broken JSON; expected a sync object"),
        (.ok("[]"), "no JSON object; expected a sync object"),
        (.ok("{}"), "a JSON object of another kind; expected a sync object"),
        (.ok(""), "an empty body; expected a sync object"),
        (.json(503, ""), "an empty body (HTTP 503)"),
        (.raw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"next_batch\":\"p2\""), "broke off"),
        (.raw("HTTP/1.1 200 OK\r\nContent-Le"), "broke off"),
        (.raw(""), "cannot be reached"),
        (.refusal(500, "M_UNKNOWN"), "M_UNKNOWN: No. (HTTP 500)"),
        (.refusal(400, "M_BAD_JSON"), "M_BAD_JSON: No. (HTTP 400)"),
        (
            .ok(#"{"next_batch":"p2","x":"\#(String(repeating: "x", count: 70_000))"}"#),
            "more than 65536 bytes; raise homeserver.largest_message"
        ),
        (
            .json(301, "", headers: ["Location: https://chat.example.org/_matrix/client/v3/sync?timeout=0"]),
            "put https://chat.example.org into the configuration"
        ),
    ])
    func `that is none says what came`(reply: ScriptedHomeserver.Reply, words: String) async throws {
        try await ScriptedHomeserver.run(answering { _, _ in reply }) { server in
            let failure = await Visit.failure(of: try Visit.homeserver(server, largest: 65_536))
            let text = "\(try #require(failure as? ConnectionFailure))"
            #expect(text.contains(words))
        }
    }

    @Test(arguments: [
        ScriptedHomeserver.Reply.refusal(400, "M_UNKNOWN_POS"),
        .json(400, #"{"errcode":"M_UNKNOWN","error":"Invalid stream token"}"#),
        .json(400, #"{"errcode":"M_INVALID_PARAM","error":"since is not a token of ours"}"#),
    ])
    func `from a position that is forgotten says so`(reply: ScriptedHomeserver.Reply) async throws {
        try await ScriptedHomeserver.run(answering { _, _ in reply }) { server in
            let failure = await Visit.failure(of: try Visit.homeserver(server))
            guard case ConnectionFailure.positionUnknown? = failure else {
                Issue.record("\(String(describing: failure)) is another failure")
                return
            }
        }
    }

    @Test(arguments: [
        (["Retry-After: 7"], Duration.seconds(7)),
        ([], .seconds(2)),
        (["Retry-After: Wed, 21 Oct 2015 07:28:00 GMT"], .seconds(2)),
        (["Retry-After: 1e300"], .seconds(3600)),
        (["Retry-After: -5"], .seconds(2)),
        (["Retry-After: 0"], .seconds(2)),
        (["Retry-After: nan"], .seconds(2)),
    ])
    func `obeys the header before the body when asked to wait`(headers: [String], expected: Duration)
        async throws
    {
        let reply = ScriptedHomeserver.Reply.refusal(
            429,
            "M_LIMIT_EXCEEDED",
            more: #","retry_after_ms":2000"#,
            headers: headers
        )
        try await ScriptedHomeserver.run(answering { _, _ in reply }) { server in
            let failure = await Visit.failure(of: try Visit.homeserver(server))
            #expect(failure as? ConnectionFailure == .tooManyRequests(after: expected))
        }
    }

    @Test func `that nobody answers is unreachable`() async throws {
        let gone = Guarded<SyncHomeserver?>(nil)
        try await ScriptedHomeserver.run(answering { _, _ in .silence }) { server in
            let homeserver = try Visit.homeserver(server)
            gone.use { $0 = homeserver }
        }
        let homeserver = try #require(gone.use { $0 })
        guard case ConnectionFailure.unreachable? = await Visit.failure(of: homeserver) else {
            Issue.record("another failure")
            return
        }
    }
}
