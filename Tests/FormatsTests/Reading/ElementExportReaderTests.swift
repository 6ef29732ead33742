import Discussion
import Testing

@testable import Formats

@Suite struct `An export of a room by Element` {
    private static func export(_ events: [String]) -> String {
        """
        {
            "room_name": "A \\"messages\\": [room]", "topic": "messages",
            "nested": {"messages": [{"type": "no"}]}, "export_date": "1.3.2024",
            "messages": [\(events.joined(separator: ",\n        "))]
        }
        """
    }

    private static func event(
        _ id: String,
        type: String = "m.room.message",
        _ content: String,
        more: String = ""
    )
        -> String
    {
        """
        {"type": "\(type)", "event_id": "\(id)", "room_id": "!r:s", "sender": "@ann:s",
         "origin_server_ts": 1000000, "content": \(content)\(more)}
        """
    }

    private static func text(_ body: String, more: String = "") -> String {
        "{\"msgtype\": \"m.text\", \"body\": \"\(body)\"\(more)}"
    }

    private static func read(_ text: String, pieces size: Int = .max) async -> Reading {
        await Reading(text, pieces: size) { ElementExportReader(bytes: $0) }
    }

    private static let relation = ", \"m.relates_to\": "

    private static let events = [
        event("$1", text("One [} \\\" \\\\")),
        event("$2", "{\"msgtype\": \"m.emote\", \"body\": \"waves\\nand Zoë 👍\"}"),
        event(
            "$3",
            text(
                "> <@ann:s> One\\n> two\\n\\nNo.",
                more: relation + "{\"m.in_reply_to\": {\"event_id\": \"$1\"}}"
            )
        ),
        event(
            "$4",
            text(
                "In thread",
                more: relation
                    + "{\"rel_type\": \"m.thread\", \"event_id\": \"$1\", \"is_falling_back\": true, "
                    + "\"m.in_reply_to\": {\"event_id\": \"$3\"}}"
            )
        ),
        event(
            "$5",
            text(
                "* Uno",
                more: ", \"m.new_content\": \(text("Uno"))" + relation
                    + "{\"rel_type\": \"m.replace\", \"event_id\": \"$1\"}"
            )
        ),
        event("$6", "{}"),
        event(
            "$7",
            text("x"),
            more: ", \"unsigned\": {\"redacted_because\": {\"type\": \"m.room.redaction\"}}"
        ),
        event("$8", type: "m.room.redaction", "{}", more: ", \"redacts\": \"$2\""),
        event("$9", type: "m.room.redaction", "{\"redacts\": \"$3\"}"),
        event("$10", "{\"msgtype\": \"m.image\", \"body\": \"x.png\"}"),
        event("$11", type: "m.room.member", "{\"membership\": \"join\", \"body\": 3}"),
        event("$12", type: "m.reaction", "{\"m.relates_to\": {}}"),
        event("$13", text("> mine\\n\\nnot a reply")),
    ]

    private static let lines = [
        "$1 by @ann:s at 1000 in !r:s: One [} \" \\",
        "$2 by @ann:s at 1000 in !r:s: waves\nand Zoë 👍",
        "$3 by @ann:s at 1000 in !r:s: No., answers $1",
        "$4 by @ann:s at 1000 in !r:s: In thread, in $1",
        "$5 by @ann:s at 1000 in !r:s: $1 is: Uno",
        "$6 by @ann:s at 1000 in !r:s: $6 is removed",
        "$7 by @ann:s at 1000 in !r:s: $7 is removed",
        "$8 by @ann:s at 1000 in !r:s: $2 is removed",
        "$9 by @ann:s at 1000 in !r:s: $3 is removed",
        "messageNotText at $10",
        "$13 by @ann:s at 1000 in !r:s: > mine\n\nnot a reply",
    ]

    @Test func `gives what was said, changed and taken back`() async {
        let reading = await Self.read(Self.export(Self.events))
        #expect(reading.lines == Self.lines)
        #expect(reading.error == nil)
    }

    @Test func `gives the same wherever the bytes are cut`() async {
        let text = Self.export(Self.events)
        for size in Array(1...70) + [999] {
            #expect(await Self.read(text, pieces: size).lines == Self.lines, "pieces of \(size)")
        }
    }

    @Test(arguments: [
        "3", "null", "[]", "{\"type\": 3}", "{\"type\": \"m.room.message\"}", "{]",
        "{\"type\": \"m.room.message\", x}",
        "{\"type\": \"m.room.message\", \"event_id\": \"$1\", \"content\": {\"msgtype\": \"m.text\", \"body\": \"\\ud800\"}}",
        "{\"type\": \"m.room.message\", \"event_id\": \"$1\", \"content\": \"x\"}",
    ])
    func `loses no event to one that cannot be read`(bad: String) async {
        let reading = await Self.read(
            Self.export([Self.event("$1", Self.text("x")), bad, Self.event("$2", Self.text("y"))])
        )
        #expect(reading.lines.count == 3)
        #expect(reading.lines.dropFirst().first == "messageUnreadable at message 2")
    }

    @Test func `loses no event to bytes that are not UTF-8, nor to a huge one`() async {
        let parts = Self.export([Self.event("$1", Self.text("?")), Self.event("$2", Self.text("y"))])
        let bytes = Array(parts.utf8).map { $0 == UInt8(ascii: "?") ? 0xFF : $0 }
        let reading = await Reading(bytes) { ElementExportReader(bytes: $0) }
        #expect(reading.lines == ["messageUnreadable at message 1", "$2 by @ann:s at 1000 in !r:s: y"])
        let huge = Self.event("$1", Self.text(String(repeating: "x", count: 2 << 20)))
        let other = await Self.read(Self.export([huge, Self.event("$2", Self.text("y"))]))
        #expect(other.lines == reading.lines)
    }

    @Test func `that ends early says so, after what could be read`() async {
        let text = Self.export(Self.events)
        let reading = await Self.read(String(text.prefix(text.count - 30)))
        #expect(reading.lines == Self.lines.dropLast())
        #expect(
            reading.error
                == "The export ends in the middle, after 12 events, which were read. Export or copy it again."
        )
    }

    @Test(arguments: [
        "", "{}", "[]", "]]]", "words", "{\"messages\": {}}", "{\"messages\": \"[1]\"}",
        "{\"x\": {\"messages\": []}}",
    ])
    func `is something else`(text: String) async {
        #expect(await Self.read(text).error?.hasPrefix("This is not the export of a room") == true)
    }
}
