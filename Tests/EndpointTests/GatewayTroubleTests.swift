import MatrixTypes
import Networking
import Testing

@testable import Endpoint

@Suite(.timeLimit(.minutes(1))) struct `Behind a gateway` {
    @Test(
        arguments: [
            .answer(status: 502, headers: [:], body: "<html>Bad gateway</html>"),
            .answer(status: 500, headers: [:], body: #"{"errcode":"M_UNKNOWN","error":"Oh."}"#),
            .answer(status: 200, headers: [:], body: "<html>Welcome</html>"),
            .answer(status: 200, headers: [:], body: "[]"),
            .answer(status: 200, headers: [:], body: #"{"rooms":{}}"#),
            .answer(status: 429, headers: ["Retry-After": "0"], body: "Slow down"),
            .cut(afterBytes: 20),
        ] as [CallFault]
    )
    func `a sync that fails for a while is no matter for the client`(fault: CallFault) async throws {
        try await ServedRoom.run(way: .gateway) { gated in
            let here = gated.here
            try await gated.follow(as: here.ada) { stream in
                _ = try await stream.batch()
                here.homeserver.disturbCalls(3, to: "sync", with: fault)
                try here.say(["one"], as: here.bo)
                var words = try await stream.batch().words
                try here.say(["two"], as: here.bo)
                words += try await stream.batch().words
                #expect(words == ["one", "two"])
            }
        }
    }

    @Test(
        arguments: [
            (.answer(status: 502, headers: [:], body: "no"), "502"),
            (.answer(status: 200, headers: [:], body: #"{"next_batch":"s1","id":"x"}"#), "id"),
            (.answer(status: 400, headers: [:], body: #"{"errcode":"M_UNKNOWN"}"#), "M_UNKNOWN"),
            (.answer(status: 429, headers: ["Retry-After": "3600"], body: "{}"), "429"),
        ] as [(CallFault, String)]
    )
    func `a sync that goes on failing closes with 1011`(fault: CallFault, reason: String) async throws {
        try await ServedRoom.run { served in
            try await served.throughGateway({ $0.patience = .milliseconds(20) }) { gated in
                served.here.homeserver.disturbCalls(1000, to: "sync", with: fault)
                let ending = try await ending(of: gated)
                guard case .closed(1011, let said)? = ending else {
                    Issue.record("It ended with \(String(describing: ending)).")
                    return
                }
                #expect(said.contains(reason))
            }
        }
    }

    @Test func `a sync that is longer than allowed closes with 1011`() async throws {
        let here = ReadingRoom()
        try here.say([String(repeating: "x", count: 20_000)], as: here.bo)
        try await ServedRoom.run(here) { served in
            try await served.throughGateway({ $0.maximumSyncBytes = 10_000 }) { gated in
                guard case .closed(1011, _)? = try await ending(of: gated) else {
                    Issue.record("It did not end with 1011.")
                    return
                }
            }
        }
    }

    @Test func `a token that ends is seen by the next connection`() async throws {
        try await ServedRoom.run(way: .gateway, quietLimit: .milliseconds(20)) { gated in
            let ending = try await ending(of: gated) {
                gated.here.homeserver.expireTokens(of: gated.here.ada.userID)
            }
            guard case .closed(1011, _)? = ending,
                case .refused(401, _, _)? = try await self.ending(of: gated)
            else {
                Issue.record("It ended with \(String(describing: ending)).")
                return
            }
        }
    }

    @Test func `a token that ends is told to who asks for something, and closes`() async throws {
        try await ServedRoom.run(way: .gateway) { gated in
            let here = gated.here
            try await gated.follow(as: here.ada) { stream in
                _ = try await stream.batch()
                try await until(here.homeserver.hasConnections)
                here.homeserver.expireTokens(of: here.ada.userID)
                guard
                    case .refused("1", let refusal) =
                        try await stream.answer(to: stream.say("Hello", id: "1", in: here.room))
                else {
                    Issue.record("It was not refused.")
                    return
                }
                #expect(refusal.errcode == "M_UNKNOWN_TOKEN")
                #expect(refusal.soft_logout == true)
                let error = await #expect(throws: WebSocketError.self) { try await stream.next() }
                guard case .closed(1011, _)? = error else {
                    Issue.record("It ended with \(String(describing: error)).")
                    return
                }
            }
        }
    }

    @Test(
        arguments: [
            (
                .answer(status: 429, headers: ["Retry-After": "3"], body: #"{"errcode":"M_LIMIT_EXCEEDED"}"#),
                "M_LIMIT_EXCEEDED", 3000
            ),
            (
                .answer(
                    status: 429,
                    headers: [:],
                    body: #"{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":1200}"#
                ),
                "M_LIMIT_EXCEEDED", 1200
            ),
            (.answer(status: 502, headers: [:], body: "<html>"), "M_UNKNOWN", nil),
            (.answer(status: 200, headers: [:], body: "<html>"), "M_UNKNOWN", nil),
            (.cut(afterBytes: 3), "M_UNKNOWN", nil),
        ] as [(CallFault, String, Int?)]
    )
    func `a request meets the homeserver's words`(fault: CallFault, errcode: String, pause: Int?) async throws
    {
        try await ServedRoom.run(way: .gateway) { gated in
            let here = gated.here
            try await gated.follow(as: here.ada) { stream in
                // A connection that was kept may be tried twice.
                here.homeserver.disturbCalls(1, to: "send", with: fault)
                let request = stream.say("Hello", id: "1", in: here.room)
                guard case .refused("1", let refusal) = try await stream.answer(to: request) else {
                    Issue.record("It was not refused.")
                    return
                }
                #expect(refusal.errcode == errcode)
                #expect(refusal.retry_after_ms == pause)
                #expect(try await stream.answer(to: request).made != nil)
            }
        }
    }

    /// Why Ada's connection ends, if she says nothing on it.
    private func ending(of gated: ServedRoom, after begin: () -> Void = {}) async throws -> WebSocketError? {
        do {
            try await gated.follow(as: gated.here.ada) { stream in
                var hasBegun = false
                while true {
                    _ = try await stream.next()
                    if !hasBegun { begin() }
                    hasBegun = true
                }
            }
        } catch let error as WebSocketError {
            return error
        }
        return nil
    }
}
