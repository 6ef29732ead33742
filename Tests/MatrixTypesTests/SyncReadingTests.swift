import Testing

@testable import MatrixTypes

@Suite struct `A sync answer` {
    /// Events that cannot be read, each with the id that can.
    private static let bad: [(name: String, bytes: [UInt8], id: String?)] = [
        (
            "no sender", bytes(#"{"event_id": "$bad", "type": "m.room.message", "origin_server_ts": 1}"#),
            "$bad"
        ),
        (
            "no id",
            bytes(#"{"type": "m.room.message", "sender": "@a:b", "origin_server_ts": 1, "content": {}}"#), nil
        ),
        ("a number for an id", message(id: "7"), nil),
        ("a text for a time", message(time: #""noon""#), "$bad"),
        ("an immense time", message(time: "1e300"), "$bad"),
        ("a time before all", message(time: "-9e15"), "$bad"),
        ("a number beyond all", message(time: "1e400"), "$bad"),
        (
            "no content",
            bytes(
                #"{"event_id": "$bad", "type": "m.room.message", "sender": "@a:b", "origin_server_ts": 1}"#
            ), "$bad"
        ),
        ("a list for a content", message(content: "[]"), "$bad"),
        ("a number for a body", message(content: #"{"msgtype": "m.text", "body": 4}"#), "$bad"),
        ("a lone surrogate", message(content: #"{"msgtype": "m.text", "body": "\ud800"}"#), "$bad"),
        ("a control character", message(content: "{\"msgtype\": \"m.text\", \"body\": \"a\u{1}b\"}"), "$bad"),
        (
            "bytes that are no UTF-8",
            bytes(
                #"{"event_id": "$bad", "type": "m.room.message", "sender": "@a:b", "origin_server_ts": 1, "x": ""#
            )
                + [0xC3, 0x28, 0xFF] + bytes("\"}"), "$bad"
        ),
        (
            "100,000 nested brackets",
            message(content: String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)),
            "$bad"
        ),
        (
            "100,000 nested objects",
            message(
                content: String(repeating: #"{"a":"#, count: 100_000) + "1"
                    + String(repeating: "}", count: 100_000)
            ),
            "$bad"
        ),
        ("an escaped id", message(id: #""\u0024b\u0061d""#, content: "[]"), "$bad"),
        ("no object at all", bytes("null"), nil),
        ("a list", bytes("[1, 2]"), nil),
    ]

    private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    private static func message(
        id: String = #""$bad""#,
        time: String = "1",
        content: String = #"{"msgtype": "m.text", "body": "a"}"#
    ) -> [UInt8] {
        bytes(
            #"{"event_id": \#(id), "type": "m.room.message", "sender": "@a:b", "origin_server_ts": \#(time), "content": \#(content)}"#
        )
    }

    @Test(arguments: bad.indices)
    func `sets one bad event aside, with its id, and reads all others`(index: Int) throws {
        let (name, bytes, id) = Self.bad[index]
        let batch = try SyncAnswer(events: [SyncAnswer.sound("$1"), bytes, SyncAnswer.sound("$2")]).read()
        #expect(batch.rooms.first?.timeline.map(\.id.rawValue) == ["$1", "$2"], "\(name)")
        #expect(batch.unreadable.map(\.id?.rawValue) == [id], "\(name)")
        #expect(batch.unreadable.first?.room == RoomID("!room:demo"))
        #expect(batch.nextBatch == "s2")
    }

    @Test func `says why an event was set aside without its words`() throws {
        let secret = Self.message(content: #"{"msgtype": "m.text", "body": {"secret": 1}}"#)
        let batch = try SyncAnswer(events: [secret]).read()
        #expect(batch.unreadable.first?.reason == "content.body is of another type than it should be")
    }

    @Test func `reads types and keys that nobody knows`() throws {
        let event =
            #"{"event_id": "$1", "type": "org.example.new", "sender": "@a:b", "origin_server_ts": 1, "content": {"x": [{}]}, "more": {"\n": 1}}"#
        let batch = try SyncAnswer(events: [Self.bytes(event)]).read()
        #expect(batch.rooms.first?.timeline.map(\.content) == [.other])
        #expect(batch.unreadable.isEmpty)
    }

    @Test func `takes the first of duplicate keys, inside and outside of events`() throws {
        let event = Self.bytes(
            #"{"event_id": "$1", "event_id": "$2", "type": "x", "type": "y", "sender": "@a:b", "origin_server_ts": 1, "content": {}}"#
        )
        let batch = try SyncAnswer(events: [event]).read()
        #expect(batch.rooms.first?.timeline.map(\.id.rawValue) == ["$1"])
        #expect(batch.rooms.first?.timeline.map(\.type) == ["x"])
        let twice = try SyncBatch(reading: JSONSlice(Self.bytes(#"{"next_batch": "a", "next_batch": "b"}"#)))
        #expect(twice.nextBatch == "a")
    }

    @Test(arguments: [
        (#"\u0021room:demo"#, "!room:demo"), (#"!ro\/om"#, "!ro/om"), (#"!\ud83d\ude00"#, "!😀"),
    ])
    func `understands escapes in the id of a room`(escaped: String, id: String) throws {
        let batch = try SyncAnswer(events: [SyncAnswer.sound("$1")], room: escaped).read()
        #expect(batch.rooms.map(\.id.rawValue) == [id])
        #expect(batch.rooms.first?.timeline.count == 1)
    }

    @Test func `understands escapes in positions`() throws {
        let text =
            #"{"next_batch": "s\/2", "rooms": {"join": {"!r": {"timeline": {"events": [], "prev_batch": "s\/1"}}}}}"#
        let batch = try SyncBatch(reading: JSONSlice(Self.bytes(text)))
        #expect(batch.nextBatch == "s/2")
        #expect(batch.rooms.first?.previousBatch == "s/1")
    }

    @Test func `has no room for a key that is no text`() throws {
        let text =
            Self.bytes(#"{"next_batch": "s", "rooms": {"join": {""#) + [0xFF]
            + Self.bytes(#"": {"timeline": {"events": []}}, "!r": {}}}}"#)
        #expect(try SyncBatch(reading: JSONSlice(text)).rooms.map(\.id.rawValue) == ["!r"])
    }

    @Test func `throws wherever it is cut short`() throws {
        let whole = SyncAnswer(events: [SyncAnswer.sound("$1")]).bytes
        #expect(throws: Never.self) { try SyncBatch(reading: JSONSlice(whole)) }
        for length in 0..<whole.count {
            #expect(throws: (any Error).self, "\(length) bytes") {
                try SyncBatch(reading: JSONSlice(Array(whole[..<length])))
            }
        }
    }

    @Test(arguments: [
        "", "x", "{}}", "[1,]x", #"{"a" 1}"#, #"{"a": 1,, }"#, #"{"next_batch": 4}"#, "{}", #""\"#,
    ])
    func `throws where it is none`(text: String) {
        #expect(throws: (any Error).self) { try SyncBatch(reading: JSONSlice(Self.bytes(text))) }
    }

    @Test func `reads who invites, from state without ids and times`() throws {
        let text = """
            {"next_batch": "s", "rooms": {"invite": {"!r": {"invite_state": {"events": [
                {"type": "m.room.name", "sender": "@ada:demo", "state_key": "", "content": {"name": "x"}},
                {"type": "m.room.member", "sender": "@ada:demo", "state_key": "@bot:demo",
                 "content": {"membership": "invite", "is_direct": true}}]}}}}}
            """
        let room = try #require(try SyncBatch(reading: JSONSlice(Self.bytes(text))).rooms.first)
        #expect(room.membership == .invite)
        #expect(room.state.map(\.sender) == [UserID("@ada:demo")])
        #expect(room.state.first?.content == .member(Member(membership: "invite", isDirect: true)))
    }

    @Test func `takes no more than linear time for depth`() throws {
        // Each level once more: a scanner that recursed or looked back would not come to an end here.
        let deep = String(repeating: "[", count: 1_000_000) + String(repeating: "]", count: 1_000_000)
        let slice = try JSONSlice(Self.bytes(#"{"a": \#(deep), "b": "c"}"#))
        #expect(try slice.members()["b"]?.plainString == "c")
    }
}
