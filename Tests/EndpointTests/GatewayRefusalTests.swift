import Foundation
import FoundationNetworking
import MatrixTypes
import Networking
import Testing

@testable import Endpoint

@Suite(.timeLimit(.minutes(1))) struct `Before the upgrade a gateway` {
    private static let tooFast = CallFault.answer(
        status: 429,
        headers: ["Retry-After": "7"],
        body: #"{"errcode":"M_LIMIT_EXCEEDED","error":"Slow down.","retry_after_ms":6500}"#
    )
    private static let page = CallFault.answer(status: 502, headers: [:], body: "<html>Bad gateway</html>")

    @Test(
        arguments: [
            (tooFast, 429, "M_LIMIT_EXCEEDED", 7), (page, 502, "M_UNKNOWN", 10),
            (.answer(status: 200, headers: [:], body: "<html>Welcome</html>"), 502, "M_UNKNOWN", 10),
            (.answer(status: 302, headers: ["Location": "/"], body: ""), 502, "M_UNKNOWN", 10),
            (.answer(status: 429, headers: ["Retry-After": "3"], body: "Slow"), 429, "M_LIMIT_EXCEEDED", 3),
            (.cut(afterBytes: 10), 502, "M_UNKNOWN", 10),
        ] as [(CallFault, Int, String, Int)]
    )
    func `says what the homeserver says`(fault: CallFault, status: Int, errcode: String, pause: Int)
        async throws
    {
        try await ServedRoom.run(way: .gateway) { gated in
            gated.here.homeserver.disturbCalls(2, to: "account", with: fault)
            let refusal = try await refusal(of: gated)
            #expect(refusal?.status == status)
            #expect(refusal?.errcode == errcode)
            #expect(refusal?.retryAfter == "\(pause)")
            gated.here.homeserver.disturbCalls(0, to: "account", with: fault)
        }
    }

    @Test func `says when nobody is there`() async throws {
        let events = StreamEvents()
        try await ServedRoom.run { served in
            try await served.throughGateway(homeserver: "http://127.0.0.1:1", report: events.add) { gated in
                let refusal = try await refusal(of: gated)
                #expect(refusal?.status == 503)
                #expect(refusal?.errcode == "M_UNKNOWN")
            }
        }
        #expect(events.all.contains { if case .unreachable = $0 { true } else { false } })
    }

    @Test func `tells a soft logout from a hard one`() async throws {
        try await ServedRoom.run(way: .gateway) { gated in
            gated.here.homeserver.expireTokens(of: gated.here.ada.userID)
            let soft = try await refusal(of: gated)?.body ?? ""
            #expect(soft.contains(#""soft_logout":true"#))
            gated.here.homeserver.revokeTokens(of: gated.here.ada.userID)
            let hard = try await refusal(of: gated)?.body ?? ""
            #expect(hard.contains(#""soft_logout":false"#))
        }
    }

    @Test(arguments: [("POST", 405), ("PUT", 405), ("GET", 426)])
    func `is read with GET and an upgrade`(method: String, status: Int) async throws {
        try await ServedRoom.run(way: .gateway) { gated in
            let address = gated.addresses.streamURL.replacing("ws://", with: "http://") + StreamAddress.path
            var request = URLRequest(url: try #require(URL(string: address)))
            request.httpMethod = method
            let (_, response) = try await URLSession.shared.data(for: request)
            #expect((response as? HTTPURLResponse)?.statusCode == status)
        }
    }

    @Test func `names neither token nor words in what it reports`() async throws {
        let events = StreamEvents()
        try await ServedRoom.run { served in
            try await served.throughGateway(report: events.add) { gated in
                try await gated.follow(as: served.here.ada) { stream in
                    _ = try await stream.batch()
                    let answer = try await stream.answer(
                        to: stream.say("hush", id: "1", in: served.here.room)
                    )
                    #expect(answer.made != nil)
                }
                served.here.homeserver.refuseToken(
                    served.here.bo.accessToken,
                    with: StreamMessage.Refusal(errcode: "M_UNKNOWN_TOKEN", error: "hush")
                )
                _ = try? await gated.follow(as: served.here.bo) { _ in }
            }
            let told = events.all.map(\.description).joined()
            #expect(told.contains("@ada:demo") && told.contains("401"))
            for secret in [served.here.ada.accessToken, served.here.bo.accessToken, "hush"] {
                #expect(!told.contains(secret))
            }
        }
    }

    private struct Seen {
        let status: Int
        let body: String
        let errcode: String?
        let retryAfter: String?
    }

    /// How Ada is refused; nil where she is let in.
    private func refusal(of gated: ServedRoom) async throws -> Seen? {
        do {
            try await gated.follow(as: gated.here.ada) { _ in }
            return nil
        } catch WebSocketError.refused(let status, let body, let retryAfter) {
            let errcode = try object(Array(body.utf8))["errcode"] as? String
            return Seen(status: status, body: body, errcode: errcode, retryAfter: retryAfter)
        }
    }
}
