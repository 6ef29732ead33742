import Endpoint
import Networking
import Testing

@Suite struct `An endpoint` {
    @Test func `says which port of the page is taken`() async throws {
        try await ServedRoom.run { served in
            let port = try #require(Int(served.addresses.apiURL.split(separator: ":").last ?? ""))
            let second = Endpoint(homeserver: served.here.homeserver, sockets: served.sockets, page: nil)
            let error = await #expect(throws: Endpoint.StartError.self) {
                try await second.run(streamPort: 0, pagePort: port) { _ in }
            }
            #expect(error?.description.contains("port \(port) of 127.0.0.1") == true)
        }
    }

    @Test func `says which port of the stream is taken`() async throws {
        try await ServedRoom.run { served in
            let port = try #require(Int(served.addresses.streamURL.split(separator: ":").last ?? ""))
            let second = Endpoint(homeserver: served.here.homeserver, sockets: served.sockets, page: nil)
            let error = await #expect(throws: WebSocketError.self) {
                try await second.run(streamPort: port, pagePort: 0) { _ in }
            }
            #expect(error?.description.contains("\(port)") == true)
        }
    }

    @Test(arguments: [-1, 65_536])
    func `knows no port outside the range`(port: Int) async throws {
        let sockets = try WebSocketService()
        let endpoint = Endpoint(homeserver: ReadingRoom().homeserver, sockets: sockets, page: nil)
        await #expect(throws: Endpoint.StartError.noSuchPort(port)) {
            try await endpoint.run(streamPort: 0, pagePort: port) { _ in }
        }
        await sockets.shutdown()
    }

    @Test func `serves no page where there is none`() async throws {
        let here = ReadingRoom()
        let sockets = try WebSocketService()
        let endpoint = Endpoint(homeserver: here.homeserver, sockets: sockets, page: nil)
        let (listening, found) = AsyncStream.makeStream(of: Endpoint.Addresses.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await endpoint.run(streamPort: 0, pagePort: 0) { found.yield($0) } }
            var iterator = listening.makeAsyncIterator()
            let addresses = try #require(await iterator.next())
            let served = ServedRoom(here: here, sockets: sockets, addresses: addresses)
            #expect(try await served.call("GET", "/").status == 404)
            #expect(try await served.call("GET", "/session.json").status == 404)
            group.cancelAll()
        }
        await sockets.shutdown()
    }
}
