import Foundation
import MatrixTypes
import Testing

@Suite struct `A message` {
    private func read(_ json: String) throws -> MessageContent {
        try JSONDecoder().decode(MessageContent.self, from: Data(json.utf8))
    }

    @Test(arguments: [
        ("> <@bo:demo> 4.1\n\n!quote 4", "!quote 4"),
        ("> <@bo:demo> one\n> two\n>\n> three\n\nyes\nand no", "yes\nand no"),
        ("> a quotation of my own\nand words", "> a quotation of my own\nand words"),
        ("> only quoted", "> only quoted"),
        (">no space\n\nwords", ">no space\n\nwords"),
        ("words\n> <@bo:demo> x\n\nmore", "words\n> <@bo:demo> x\n\nmore"),
        ("> <@bo:demo> x\n\n", ""),
        ("", ""),
    ])
    func `has its own words without those that old clients repeat`(body: String, words: String) {
        let text = MessageText(msgtype: "m.text", body: body)
        #expect(MessageContent(text: text, relation: .reply(to: EventID("$m"))).words == words)
        #expect(MessageContent(text: text).words == body)
    }

    @Test(arguments: [
        (#"{"m.in_reply_to": {"event_id": "$m"}}"#, Relation.reply(to: EventID("$m"))),
        (#"{"rel_type": "m.thread", "event_id": "$r"}"#, .thread(root: EventID("$r"), replyTo: nil)),
        (
            #"{"rel_type": "m.thread", "event_id": "$r", "is_falling_back": true, "m.in_reply_to": {"event_id": "$m"}}"#,
            .thread(root: EventID("$r"), replyTo: nil)
        ),
        (
            #"{"rel_type": "m.thread", "event_id": "$r", "m.in_reply_to": {"event_id": "$m"}}"#,
            .thread(root: EventID("$r"), replyTo: EventID("$m"))
        ),
        (#"{"rel_type": "m.replace", "event_id": "$m"}"#, .replacement(of: EventID("$m"))),
        (
            #"{"rel_type": "m.annotation", "event_id": "$m", "key": "x"}"#,
            .annotation(of: EventID("$m"), key: "x")
        ),
        (#"{"rel_type": "org.example", "event_id": "$m"}"#, .other),
        ("{}", .other),
    ])
    func `stands in a relation`(json: String, relation: Relation) throws {
        let read = try JSONDecoder().decode(Relation.self, from: Data(json.utf8))
        #expect(read == relation)
        #expect(try JSONDecoder().decode(Relation.self, from: JSONEncoder().encode(read)) == relation)
    }

    @Test func `says after a round through the outbox that it mentions nobody`() throws {
        let message = MessageContent(text: MessageText(msgtype: "m.notice", body: "words"))
        let stored = try JSONEncoder().encode(message)
        let sent = try JSONEncoder().encode(JSONDecoder().decode(MessageContent.self, from: stored))
        #expect(String(decoding: sent, as: UTF8.self).contains(#""m.mentions":{}"#))
    }

    @Test func `is read where what is not needed for its words is wrong`() throws {
        let message = try read(
            #"{"msgtype": "m.text", "body": "words", "m.mentions": 4, "io.rapporteur.row": [], "io.rapporteur.shown": {}}"#
        )
        #expect(message.words == "words")
        #expect(message.mentions == nil && message.rowName == nil && message.shown == nil)
    }
}

@Suite struct `A page of history` {
    private let sound = String(decoding: SyncAnswer.sound("$1"), as: UTF8.self)

    @Test func `sets one bad event aside and reads all others`() throws {
        let body = Array(#"{"chunk": [\#(sound), {"event_id": "$bad"}], "start": "a", "end": "b"}"#.utf8)
        let chunk = try HistoryChunk(reading: body, room: RoomID("!r"))
        #expect(chunk.events.map(\.id.rawValue) == ["$1"])
        #expect(chunk.unreadable.map(\.id?.rawValue) == ["$bad"])
        #expect(chunk.end == "b")
    }

    @Test func `is the last without an end`() throws {
        #expect(try HistoryChunk(reading: Array("{}".utf8), room: RoomID("!r")).end == nil)
    }
}

@Suite struct `A message of the stream` {
    private func read(_ text: String) throws -> StreamMessage { try StreamMessage(reading: Array(text.utf8)) }

    @Test func `is a sync only without an id`() throws {
        guard case .sync(let batch) = try read(#"{"next_batch": "s"}"#) else { throw Unexpected() }
        #expect(batch.nextBatch == "s")
        guard case .done("t", EventID("$e")?) = try read(#"{"id": "t", "result": {"event_id": "$e"}}"#) else {
            throw Unexpected()
        }
        guard case .refused("t"?, let refusal) = try read(#"{"id": "t", "error": {"errcode": "M_X"}}"#) else {
            throw Unexpected()
        }
        #expect("\(refusal)" == "M_X")
        guard case .refused(nil, _) = try read(#"{"id": null, "error": {"errcode": "M_NOT_JSON"}}"#) else {
            throw Unexpected()
        }
    }

    private struct Unexpected: Error {}
}
