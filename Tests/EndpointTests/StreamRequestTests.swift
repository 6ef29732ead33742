import MatrixTypes
import Networking
import Testing

@testable import Endpoint

@Suite struct `A request on the stream` {
    @Test(
        arguments: [
            (#"{"id":"1","method":"ping"}"#, "1"),
            (#"{"id":"2","method":"typing","params":{"room_id":"ROOM","typing":true,"timeout":4000}}"#, "2"),
            (#"{"id":"3","method":"read_markers","params":{"room_id":"ROOM","m.fully_read":"$x"}}"#, "3"),
        ],
        Way.allCases
    )
    func `is answered with an empty result`(sample: (String, String), way: Way) async throws {
        let (request, id) = sample
        try await ServedRoom.run(way: way) { served in
            try await served.follow(as: served.here.bo) { stream in
                let filled = request.replacing("ROOM", with: served.here.room.rawValue)
                guard case .done(id, nil) = try await stream.answer(to: filled) else {
                    Issue.record("There was another answer to \(request).")
                    return
                }
            }
        }
    }

    @Test(
        arguments: [
            ("no JSON", nil, "M_NOT_JSON"),
            ("[]", nil, "M_NOT_JSON"),
            (#"{"id":1,"method":"ping"}"#, nil, "M_NOT_JSON"),
            (#"{"id":"1","method":"send","params":{"room_id":[]}}"#, nil, "M_NOT_JSON"),
            (
                #"{"id":"1","method":"send","params":{"room_id":"ROOM","event_type":"t","content":7}}"#, nil,
                "M_NOT_JSON"
            ),
            (#"{"method":"ping"}"#, nil, "M_BAD_JSON"),
            (#"{"id":"1"}"#, "1", "M_BAD_JSON"),
            (#"{"id":"1","method":"fly"}"#, "1", "M_BAD_JSON"),
            (#"{"id":"1","method":"send"}"#, "1", "M_BAD_JSON"),
            (#"{"id":"1","method":"send","params":{"room_id":"ROOM","event_type":"t"}}"#, "1", "M_BAD_JSON"),
            (
                #"{"id":"1","method":"send","params":{"room_id":"!x:demo","event_type":"t","content":{}}}"#,
                "1", "M_FORBIDDEN"
            ),
            (
                #"{"id":"1","method":"typing","params":{"room_id":"!x:demo","typing":true}}"#, "1",
                "M_FORBIDDEN"
            ),
            (#"{"id":"1","method":"typing","params":{"room_id":"ROOM"}}"#, "1", "M_BAD_JSON"),
            (
                #"{"id":"1","method":"state","params":{"room_id":"ROOM","event_type":"t","content":{}}}"#,
                "1", "M_FORBIDDEN"
            ),
        ] as [(String, String?, String)],
        Way.allCases
    )
    func `that is wrong is told what is wrong`(sample: (String, String?, String), way: Way) async throws {
        let (request, id, errcode) = sample
        try await ServedRoom.run(way: way) { served in
            try await served.follow(as: served.here.bo) { stream in
                let filled = request.replacing("ROOM", with: served.here.room.rawValue)
                let answer = try await stream.answer(to: filled)
                #expect(answer.refusal == [id, errcode])
                // The connection is none the worse for it.
                let ping = try await stream.answer(to: #"{"id":"2","method":"ping"}"#)
                #expect(ping.refusal.isEmpty)
            }
        }
    }

    @Test(arguments: ["params", "param"], Way.allCases)
    func `says something, once for each id`(key: String, way: Way) async throws {
        try await ServedRoom.run(way: way) { served in
            try await served.follow(as: served.here.bo) { stream in
                let request = stream.say("Hello", id: "t1", in: served.here.room).replacing(
                    "params",
                    with: key
                )
                let event = try await stream.answer(to: request).made
                #expect(event != nil)
                #expect(try await stream.answer(to: request).made == event)
                let said = served.here.homeserver.timeline(of: served.here.room).filter {
                    $0.type == "m.room.message"
                }
                #expect(said.map(\.id) == [event])
            }
        }
    }

    @Test(arguments: Way.allCases) func `changes the room's state`(way: Way) async throws {
        try await ServedRoom.run(way: way) { served in
            try await served.follow(as: served.here.ada) { stream in
                let parameters =
                    #"{"room_id":"\#(served.here.room)","event_type":"m.room.name","content":{"name":"New"}}"#
                _ = try await stream.batch()
                try await stream.connection.send([
                    Array(#"{"id":"1","method":"state","params":\#(parameters)}"#.utf8)
                ])
                #expect(try await stream.batch().rooms.first?.timeline.map(\.content) == [.name("New")])
            }
        }
    }

    @Test(arguments: Way.allCases) func `with too many words is refused`(way: Way) async throws {
        try await ServedRoom.run(way: way) { served in
            try await served.follow(as: served.here.bo) { stream in
                let long = stream.say(String(repeating: "x", count: 65_536), id: "1", in: served.here.room)
                let refused = try await stream.answer(to: long)
                #expect(refused.refusal == ["1", "M_TOO_LARGE"])
                let fits = stream.say(String(repeating: "x", count: 65_000), id: "2", in: served.here.room)
                let taken = try await stream.answer(to: fits)
                #expect(taken.made != nil)
            }
        }
    }

    @Test func `whose answer is lost was heard all the same`() async throws {
        try await ServedRoom.run { served in
            served.here.homeserver.swallowAnswers(ofNextSends: 1)
            try await served.follow(as: served.here.bo) { stream in
                let request = stream.say("Hello", id: "t1", in: served.here.room)
                try await stream.connection.send([Array(request.utf8)])
                // The next answer on the line is that of the ping: the first never comes.
                guard case .done("t2", _) = try await stream.answer(to: #"{"id":"t2","method":"ping"}"#)
                else {
                    Issue.record("The lost answer came.")
                    return
                }
                let event = served.here.homeserver.timeline(of: served.here.room).last?.id
                #expect(try await stream.answer(to: request).made == event)
            }
        }
    }

    @Test(arguments: Way.allCases) func `that is refused for now can be made again`(way: Way) async throws {
        try await ServedRoom.run(way: way) { served in
            let refusal = StreamMessage.Refusal(
                errcode: "M_LIMIT_EXCEEDED",
                error: "Too fast.",
                retryAfterMilliseconds: 1500
            )
            served.here.homeserver.refuseSends(1, with: refusal, in: served.here.room)
            try await served.follow(as: served.here.bo) { stream in
                let request = stream.say("Hello", id: "t1", in: served.here.room)
                guard case .refused("t1", refusal) = try await stream.answer(to: request) else {
                    Issue.record("It was not refused as planned.")
                    return
                }
                #expect(try await stream.answer(to: request).made != nil)
            }
        }
    }

    @Test(arguments: Way.allCases) func `among a thousand is answered in its turn`(way: Way) async throws {
        try await ServedRoom.run(ReadingRoom(timelineLimit: 2000), way: way) { served in
            try await served.follow(as: served.here.bo) { stream in
                let room = served.here.room
                let requests = (0..<1000).map { Array(stream.say("\($0)", id: "t\($0)", in: room).utf8) }
                try await stream.connection.send(requests)
                var answered: [String] = []
                var heard: [String] = []
                while answered.count < 1000 || heard.count < 1000 {
                    switch try await stream.message() {
                    case .sync(let batch): heard += batch.words
                    case .done(let id, _): answered.append(id)
                    case .refused(_, let refusal): throw refusal
                    }
                }
                #expect(answered == (0..<1000).map { "t\($0)" })
                #expect(heard == (0..<1000).map { "\($0)" })
            }
        }
    }
}
