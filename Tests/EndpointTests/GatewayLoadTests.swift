import MatrixTypes
import Networking
import Testing

@testable import Endpoint

@Suite(.timeLimit(.minutes(1))) struct `Under load a gateway` {
    @Test func `answers others while a send is slow`() async throws {
        try await ServedRoom.run(way: .gateway) { gated in
            let here = gated.here
            let hall = room("Hall", in: here)
            try await gated.follow(as: here.ada) { stream in
                _ = try await stream.batch()
                here.homeserver.disturbCalls(1, to: "send", with: .held)
                try await stream.connection.send([Array(stream.say("slow", id: "1", in: here.room).utf8)])
                try await until(here.homeserver.heldCallCount > 0)
                let other = try await stream.answer(to: stream.say("quick", id: "2", in: hall))
                #expect(other.made != nil)
                let ping = try await stream.answer(to: #"{"id":"3","method":"ping"}"#)
                #expect(ping.refusal.isEmpty)

                // What is said in the same room meanwhile waits for its turn.
                try await stream.connection.send([Array(stream.say("after", id: "4", in: here.room).utf8)])
                here.homeserver.releaseCalls()
                var words: [String] = []
                while words.count < 2 { words += try await stream.batch().words.filter { $0 != "quick" } }
                #expect(words == ["slow", "after"])
            }
        }
    }

    @Test func `asks the homeserver for no more at once than it may`() async throws {
        try await ServedRoom.run { served in
            try await served.throughGateway({ $0.requestsAtOnce = 2 }) { gated in
                let here = gated.here
                let rooms = (0..<5).map { room("Room \($0)", in: here) }
                try await gated.follow(as: here.ada) { stream in
                    _ = try await stream.batch()
                    here.homeserver.disturbCalls(5, to: "send", with: .held)
                    try await stream.connection.send(
                        rooms.map { Array(stream.say("x", id: $0.rawValue, in: $0).utf8) }
                    )
                    try await until(here.homeserver.heldCallCount == 2)
                    let most = try await withThrowingTaskGroup(of: Int.self) { group in
                        group.addTask {
                            var most = 0
                            while !Task.isCancelled {
                                most = max(most, here.homeserver.heldCallCount)
                                here.homeserver.releaseCalls()
                                await Task.yield()
                            }
                            return most
                        }
                        var answered = 0
                        while answered < 5 {
                            if case .done = try await stream.message() { answered += 1 }
                        }
                        group.cancelAll()
                        return try await group.reduce(0, max)
                    }
                    #expect(most <= 2)
                }
            }
        }
    }

    @Test(arguments: [
        ("..", "t"), (".", "t"), ("ROOM", ".."), ("ROOM", "."), ("ROOM", ""), ("", "t"),
    ])
    func `is led to no other place by dots`(room: String, type: String) async throws {
        try await ServedRoom.run(way: .gateway) { gated in
            let room = room.replacing("ROOM", with: gated.here.room.rawValue)
            try await gated.follow(as: gated.here.ada) { stream in
                for (method, extra) in [("send", ""), ("state", #","state_key":"..""#)] {
                    let parameters = #"{"room_id":"\#(room)","event_type":"\#(type)","content":{}\#(extra)}"#
                    let request = #"{"id":"1","method":"\#(method)","params":\#(parameters)}"#
                    let answer = try await stream.answer(to: request)
                    #expect(answer.refusal == ["1", "M_BAD_JSON"])
                }
            }
        }
    }

    @Test func `takes odd names to where they belong`() async throws {
        try await ServedRoom.run(way: .gateway) { gated in
            let here = gated.here
            try await gated.follow(as: here.ada) { stream in
                let name = "a/b c%2F?#ü&"
                let made = try await stream.answer(to: stream.say("x", id: name, in: here.room)).made
                let event = here.homeserver.timeline(of: here.room).last
                #expect(event?.id == made)
                #expect(event?.transaction == name)
            }
        }
    }

    @Test func `asks for nothing more while a client does not read, and lets the others go on`() async throws
    {
        let here = ReadingRoom(timelineLimit: 20)
        let long = String(repeating: "x", count: 60_000)
        let rounds = 40
        try await ServedRoom.run(here, way: .gateway) { gated in
            try await gated.follow(as: here.bo) { stalled in
                _ = try await stalled.batch()
                let path = StreamAddress.path + "?filter=" + encoded(#"{"room":{"timeline":{"limit":1}}}"#)
                try await gated.follow(as: here.ada, path: path) { stream in
                    _ = try await stream.batch()
                    // Several times what the sockets on the way hold.
                    for _ in 0..<rounds {
                        try here.say((0..<20).map { _ in long }, as: here.ada)
                        let mark = try here.homeserver.say("mark", as: here.ada.userID, in: here.room)
                        var heard: EventID?
                        while heard != mark { heard = try await stream.batch().rooms.last?.timeline.last?.id }
                    }
                }
                try here.say(["the last"], as: here.ada)
                var words: [String] = []
                while words.last != "the last" { words += try await stalled.batch().words }
                #expect(words.count < rounds * 20 / 2)
            }
        }
    }

    @Test func `gives up who is silent`() async throws {
        let events = StreamEvents()
        try await ServedRoom.run { served in
            func adjust(_ settings: inout GatewaySettings) {
                settings.pingInterval = .milliseconds(30)
                settings.silenceLimit = .milliseconds(80)
            }
            try await served.throughGateway(adjust, report: events.add) { gated in
                let silent = try SilentClient(
                    url: gated.addresses.streamURL,
                    token: served.here.ada.accessToken
                )
                defer { silent.close() }
                try await until(events.all.contains { if case .went = $0 { true } else { false } })
            }
        }
    }

    private func room(_ name: String, in here: ReadingRoom) -> RoomID {
        here.homeserver.openRoom(
            name,
            id: nil,
            creator: here.ada.userID,
            people: [],
            isDirect: false,
            isPublic: false
        )
    }
}
