import MatrixTypes
import Networking
import Testing

@testable import Endpoint

@Suite struct `The stream` {
    @Test(arguments: Way.allCases) func `begins with the answer for the position, even if nothing is new`(
        way: Way
    ) async throws {
        try await ServedRoom.run(way: way) { served in
            try served.here.say(["one"], as: served.here.bo)
            var position: String?
            try await served.follow(as: served.here.ada) { stream in
                #expect(stream.connection.subprotocol == "m.json")
                let first = try await stream.batch()
                #expect(first.words == ["one"])
                position = stream.position
            }
            try await served.follow(as: served.here.ada, since: position) { stream in
                guard case .sync(let batch) = try await stream.message() else {
                    Issue.record("The first message was no sync.")
                    return
                }
                #expect(batch.rooms.isEmpty)
                #expect(batch.nextBatch == position)
            }
        }
    }

    @Test(arguments: Way.allCases) func `tells what happens, as it happens`(way: Way) async throws {
        try await ServedRoom.run(way: way) { served in
            try await served.follow(as: served.here.ada) { stream in
                _ = try await stream.batch()
                for word in ["one", "two", "three"] {
                    try served.here.say([word], as: served.here.bo)
                    #expect(try await stream.batch().words == [word])
                }
            }
        }
    }

    @Test func `goes on from a position without loss or repetition`() async throws {
        try await ServedRoom.run { served in
            var heard: [String] = []
            var position: String?
            for round in 0..<10 {
                try served.here.say(["\(round) while away"], as: served.here.bo)
                await #expect(throws: WebSocketError.self) {
                    try await served.follow(as: served.here.ada, since: position) { stream in
                        heard += try await stream.batch().words
                        try served.here.say(["\(round) while here"], as: served.here.bo)
                        heard += try await stream.batch().words
                        position = stream.position
                        served.here.homeserver.dropConnections()
                        while true { heard += try await stream.batch().words }
                    }
                }
            }
            #expect(heard == (0..<10).flatMap { ["\($0) while away", "\($0) while here"] })
        }
    }

    @Test(arguments: Way.allCases) func `lets a token travel in the query`(way: Way) async throws {
        try await ServedRoom.run(way: way) { served in
            let path = "\(StreamAddress.path)?access_token=\(served.here.bo.accessToken)"
            try await served.follow(as: served.here.ada, token: "", path: path) { stream in
                let answer = try await stream.answer(to: stream.say("Hello", id: "1", in: served.here.room))
                let event = served.here.homeserver.timeline(of: served.here.room).last
                #expect(event?.id == answer.made)
                #expect(event?.sender == served.here.bo.userID)
            }
        }
    }

    @Test(
        arguments: [
            (["Authorization": ""], "", 401, "M_MISSING_TOKEN"),
            (["Authorization": "Bearer nonsense"], "", 401, "M_UNKNOWN_TOKEN"),
            (["Origin": "http://evil.example"], "", 403, "M_FORBIDDEN"),
            (["Origin": "null"], "", 403, "M_FORBIDDEN"),
            ([:], "?since=s1_elsewhere", 400, "M_UNKNOWN_POS"),
            ([:], "?since=s1", 400, "M_UNKNOWN_POS"),
        ],
        Way.allCases
    )
    func `refuses before the upgrade`(sample: ([String: String], String, Int, String), way: Way) async throws
    {
        let (headers, query, status, errcode) = sample
        try await ServedRoom.run(way: way) { served in
            let token = headers["Authorization"].map { String($0.dropFirst("Bearer ".count)) }
            let others = headers.filter { $0.key != "Authorization" }.map { (name: $0.key, value: $0.value) }
            let error = await #expect(throws: WebSocketError.self) {
                try await served.follow(
                    as: served.here.ada,
                    token: token,
                    headers: others,
                    path: StreamAddress.path + query
                ) { _ in }
            }
            guard case .refused(status, let body, _)? = error else {
                Issue.record("\(String(describing: error)) is not a refusal with \(status).")
                return
            }
            let answer = try object(Array(body.utf8))
            #expect(answer["errcode"] as? String == errcode)
        }
    }

    @Test(arguments: Way.allCases) func `lets its own page in`(way: Way) async throws {
        try await ServedRoom.run(way: way) { served in
            let origin = (name: "Origin", value: served.addresses.apiURL)
            try await served.follow(as: served.here.ada, headers: [origin]) { stream in
                let first = try await stream.batch()
                #expect(first.rooms.count == 1)
            }
        }
    }

    @Test(arguments: Way.allCases) func `refuses a token that was taken away`(way: Way) async throws {
        try await ServedRoom.run(way: way) { served in
            let refusal = StreamMessage.Refusal(
                errcode: "M_UNKNOWN_TOKEN",
                error: "Log in again.",
                softLogout: true
            )
            served.here.homeserver.refuseToken(served.here.ada.accessToken, with: refusal)
            let error = await #expect(throws: WebSocketError.self) {
                try await served.follow(as: served.here.ada) { _ in }
            }
            guard case .refused(401, let body, _)? = error else {
                Issue.record("\(String(describing: error)) is not a refusal with 401.")
                return
            }
            #expect(body.contains(#""soft_logout":true"#))
        }
    }

    @Test(arguments: Way.allCases) func `says something at least as often as it should`(way: Way) async throws
    {
        try await ServedRoom.run(way: way, quietLimit: .milliseconds(20)) { served in
            try await served.follow(as: served.here.ada) { stream in
                let position = try await stream.batch().nextBatch
                let quiet = try await stream.batch()
                #expect(quiet.rooms.isEmpty)
                #expect(quiet.nextBatch == position)
            }
        }
    }
}
