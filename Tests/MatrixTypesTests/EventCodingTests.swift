import Foundation
import MatrixTypes
import Testing

@Suite struct `An event` {
    private static let contents: [(type: String, content: EventContent)] = [
        ("m.room.message", .message(MessageContent(text: MessageText(msgtype: "m.text", body: "a\u{0}\"b")))),
        (
            "m.room.message",
            .message(
                MessageContent(
                    text: MessageText(msgtype: "m.notice", body: "b", html: "<p>b</p>"),
                    relation: .thread(root: EventID("$r"), replyTo: EventID("$m")),
                    replacement: nil,
                    mentions: [UserID("@ada:demo")],
                    rowName: "1/quote/$e/0",
                    shown: ["4.1"]
                )
            )
        ),
        (
            "m.room.message",
            .message(
                MessageContent(
                    text: MessageText(msgtype: "m.text", body: "* new"),
                    relation: .replacement(of: EventID("$m")),
                    replacement: MessageText(msgtype: "m.text", body: "new")
                )
            )
        ),
        (
            "m.room.message",
            .message(MessageContent(text: MessageText(msgtype: "m.text", body: ""), mentions: nil))
        ),
        ("m.room.redaction", .redaction(of: EventID("$m"))),
        ("m.reaction", .reaction(of: EventID("$m"), key: "👍")),
        ("m.room.member", .member(Member(membership: "join", displayName: "Ada", isDirect: true))),
        (
            "m.room.power_levels",
            .powerLevels(PowerLevels(users: ["@ada:demo": 50], usersDefault: 1, redact: 2))
        ),
        (
            "m.room.create",
            .creation(RoomCreation(roomVersion: "12", additionalCreators: [UserID("@bo:demo")]))
        ),
        ("m.room.name", .name("The room")),
        ("m.room.encryption", .encryption),
        ("m.room.tombstone", .tombstone(replacement: RoomID("!next"))),
        ("m.room.message", .other),
        ("org.example.unknown", .other),
    ]

    @Test(arguments: contents.indices)
    func `is the same after it was written and read`(index: Int) throws {
        let (type, content) = Self.contents[index]
        let event = Event(
            id: EventID("$e"),
            type: type,
            sender: UserID("@ada:demo"),
            sentAt: Date(timeIntervalSince1970: 1_700_000_000.123),
            stateKey: index.isMultiple(of: 2) ? "" : nil,
            content: content
        )
        let read = try JSONDecoder().decode(Event.self, from: JSONEncoder().encode(event))
        #expect(read.content == content)
        #expect(read.id == event.id && read.type == type && read.sender == event.sender)
        #expect(read.stateKey == event.stateKey)
        #expect(abs(read.sentAt.timeIntervalSince(event.sentAt)) < 0.001)
    }

    @Test(arguments: ["9007199254740991", "0", "1.5", "1700000000123"])
    func `has any instant that Matrix allows, and can be written again`(time: String) throws {
        let json =
            #"{"event_id": "$e", "type": "x", "sender": "@a:b", "origin_server_ts": \#(time), "content": {}}"#
        let event = try JSONDecoder().decode(Event.self, from: Data(json.utf8))
        #expect(throws: Never.self) { try JSONEncoder().encode(event) }
    }

    @Test(arguments: [
        (#"{"users": {"@ada:demo": 50, "@bo:demo": "100"}, "users_default": "5"}"#, [50, 100, 5]),
        (#"{"users": {"@ada:demo": 50.0, "@bo:demo": [1]}}"#, [50, 0, 0]),
        (#"{"users": {"@ada:demo": null, "@bo:demo": 1e30}, "users_default": 3}"#, [3, 3, 3]),
        ("{}", [0, 0, 0]),
    ])
    func `gives levels even where some are no numbers`(content: String, levels: [Int]) throws {
        let read = try JSONDecoder().decode(PowerLevels.self, from: Data(content.utf8))
        #expect(["@ada:demo", "@bo:demo", "@cy:demo"].map { read.level(of: UserID($0)) } == levels)
    }

    @Test(arguments: [
        (nil, false), ("1", false), ("11", false), ("12", true), ("13", true), ("org.example", false),
    ])
    func `has creators above all from version 12 on`(version: String?, isSo: Bool) {
        #expect(RoomCreation(roomVersion: version).hasCreatorsAboveAll == isSo)
    }

    @Test func `finds what a redaction takes back in both places`() throws {
        for part in [#""redacts": "$m", "content": {}"#, #""content": {"redacts": "$m"}"#] {
            let json =
                #"{"event_id": "$e", "type": "m.room.redaction", "sender": "@a:b", "origin_server_ts": 1, \#(part)}"#
            let event = try JSONDecoder().decode(Event.self, from: Data(json.utf8))
            #expect(event.content == .redaction(of: EventID("$m")))
        }
    }
}
