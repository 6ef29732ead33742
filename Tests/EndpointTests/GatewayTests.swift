import MatrixTypes
import Networking
import Testing

@testable import Endpoint

@Suite(.timeLimit(.minutes(1))) struct `A gateway` {
    @Test func `passes the sync on byte for byte`() async throws {
        try await ServedRoom.run { served in
            try served.here.say(["ünï"], as: served.here.ada)
            let odd =
                #"{ "type":"t","event_id":"$odd","sender":"@ada:demo","content":{"x":1e400,"y":"\ud800"} }"#
            served.here.homeserver.inject(Array(odd.utf8), into: served.here.room)
            let plain = try await served.client("sync", as: served.here.bo).body
            try await served.throughGateway { gated in
                try await gated.follow(as: served.here.bo) { stream in
                    let passed = try await stream.next()
                    #expect(passed == plain)
                }
            }
        }
    }

    @Test func `hands the filter on`() async throws {
        let here = ReadingRoom()
        try here.say((1...8).map { "\($0)" }, as: here.ada)
        try await ServedRoom.run(here, way: .gateway) { gated in
            let filter = encoded(#"{"room":{"timeline":{"limit":2}}}"#)
            let path = StreamAddress.path + "?filter=\(filter)"
            try await gated.follow(as: here.bo, path: path) { stream in
                let batch = try await stream.batch()
                #expect(batch.words == ["7", "8"])
            }
        }
    }

    @Test func `goes on from a position after a break`() async throws {
        try await ServedRoom.run(way: .gateway) { gated in
            let here = gated.here
            var heard: [String] = []
            var position: String?
            for round in 0..<5 {
                try here.say(["\(round) while away"], as: here.bo)
                try await gated.follow(as: here.ada, since: position) { stream in
                    heard += try await stream.batch().words
                    try here.say(["\(round) while here"], as: here.bo)
                    heard += try await stream.batch().words
                    position = stream.position
                }
            }
            #expect(heard == (0..<5).flatMap { ["\($0) while away", "\($0) while here"] })
        }
    }

    @Test func `serves many side by side`() async throws {
        try await ServedRoom.run(way: .gateway) { gated in
            let here = gated.here
            let (ready, isReady) = AsyncStream.makeStream(of: Void.self)
            let heard = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        var words: [String] = []
                        try? await gated.follow(as: here.bo) { stream in
                            _ = try await stream.batch()
                            isReady.yield()
                            words = try await stream.batch().words
                        }
                        return words == ["to all"]
                    }
                }
                var count = 0
                for await _ in ready {
                    count += 1
                    if count == 40 { break }
                }
                _ = try? here.say(["to all"], as: here.ada)
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(heard == 40)
        }
    }

    @Test func `says more often than it must that nothing is new`() async throws {
        try await ServedRoom.run(way: .gateway, quietLimit: .milliseconds(20)) { gated in
            try await gated.follow(as: gated.here.ada) { stream in
                let position = try await stream.batch().nextBatch
                let quiet = try await stream.batch()
                #expect(quiet.rooms.isEmpty)
                #expect(quiet.nextBatch == position)
            }
        }
    }

    @Test func `closes with 1001 when it stops`() async throws {
        try await ServedRoom.run { served in
            let (urls, url) = AsyncStream.makeStream(of: String.self)
            let (stopping, stop) = AsyncStream.makeStream(of: Void.self)
            async let gateway: Void = served.throughGateway { gated in
                url.yield(gated.addresses.streamURL)
                for await _ in stopping {}
            }
            var iterator = urls.makeAsyncIterator()
            let addresses = Endpoint.Addresses(streamURL: await iterator.next() ?? "", apiURL: "")
            let gated = ServedRoom(here: served.here, sockets: served.sockets, addresses: addresses)
            let error = await #expect(throws: WebSocketError.self) {
                try await gated.follow(as: served.here.ada) { stream in
                    _ = try await stream.batch()
                    stop.finish()
                    _ = try await stream.batch()
                }
            }
            try await gateway
            guard case .closed(1001, _)? = error else {
                Issue.record("It ended with \(String(describing: error)).")
                return
            }
        }
    }

    @Test(arguments: [
        ("matrix.example.org", GatewaySettings.InvalidHomeserver.hasNoScheme("matrix.example.org")),
        ("ws://h", .hasNoScheme("ws://h")), ("https://", .isNotBare("https://")),
        ("https://h/_matrix", .isNotBare("https://h/_matrix")), ("https://h?x", .isNotBare("https://h?x")),
        ("https://me:secret@h", .isNotBare("https://me:secret@h")),
    ])
    func `stands only before a bare address`(address: String, error: GatewaySettings.InvalidHomeserver) {
        #expect(throws: error) { try GatewaySettings(homeserver: address) }
    }

    @Test func `takes an address with a slash at its end`() throws {
        #expect(try GatewaySettings(homeserver: "https://h:8448/").homeserver == "https://h:8448")
    }
}
