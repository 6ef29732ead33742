internal import BotCore
internal import MatrixTypes

/// A request to an endpoint, as JSON.
struct StreamQuestion: Hashable, Sendable {
    /// For a message, the transaction id.
    let id: String
    let text: [UInt8]
    /// Whether its echo bears our name for it only as the transaction id, not in its content.
    let isKnownByTransactionOnly: Bool

    private init(_ method: String, id: String, parameters: [UInt8], isKnownByTransactionOnly: Bool = false) {
        self.id = id
        self.isKnownByTransactionOnly = isKnownByTransactionOnly
        text =
            Array(#"{"id":\#(id.jsonText),"method":"\#(method)","params":"#.utf8) + parameters + [
                UInt8(ascii: "}")
            ]
    }

    static func send(_ event: OutgoingEvent, name: String, to room: RoomID) -> StreamQuestion {
        let start = #"{"room_id":\#(room.rawValue.jsonText),"event_type":\#(event.type.jsonText),"content":"#
        return StreamQuestion(
            "send",
            id: name,
            parameters: Array(start.utf8) + event.content + [UInt8(ascii: "}")],
            isKnownByTransactionOnly: event.type != "m.room.message"
        )
    }

    static func state(_ event: OutgoingEvent, key: String, name: String, in room: RoomID) -> StreamQuestion {
        let start =
            #"{"room_id":\#(room.rawValue.jsonText),"event_type":\#(event.type.jsonText),"#
            + #""state_key":\#(key.jsonText),"content":"#
        return StreamQuestion(
            "state",
            id: name,
            parameters: Array(start.utf8) + event.content + [UInt8(ascii: "}")],
            isKnownByTransactionOnly: true
        )
    }

    /// The id is never that of a message: their names begin with a number.
    static func sign(_ sign: PassingSign, in room: RoomID) -> StreamQuestion {
        let room = room.rawValue.jsonText
        switch sign {
        case .read(let event):
            let parameters = #"{"room_id":\#(room),"m.read":\#(event.rawValue.jsonText)}"#
            return StreamQuestion("read_markers", id: "sign", parameters: Array(parameters.utf8))
        case .typing(let isTyping):
            let limit = isTyping ? #","timeout":20000"# : ""
            let parameters = #"{"room_id":\#(room),"typing":\#(isTyping)\#(limit)}"#
            return StreamQuestion("typing", id: "sign", parameters: Array(parameters.utf8))
        }
    }
}

extension String {
    /// The text as JSON has it, in quotes.
    fileprivate var jsonText: String {
        var json = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\": json += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: json.unicodeScalars.append(scalar)
            }
        }
        return json + "\""
    }
}
