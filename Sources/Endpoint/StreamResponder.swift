internal import MatrixTypes

/// Answers the requests that one person makes over the stream.
struct StreamResponder {
    let homeserver: EmbeddedHomeserver
    let user: UserID

    /// The answer to one text message; nil where it is lost on purpose.
    func answer(to text: [UInt8]) -> JSONText? {
        guard let call = try? JSONSlice(text).decoded(as: StreamCall.self) else {
            return refusal(of: nil, .notJSON("The message is not JSON, or a part of it has the wrong type."))
        }
        guard let id = call.id else { return refusal(of: nil, .badJSON("The request has no id.")) }
        do {
            guard let result = try result(of: call, id: id, text: text) else { return nil }
            return .object(["id": .string(id), "result": result])
        } catch {
            return refusal(of: id, error)
        }
    }

    private func refusal(of id: String?, _ refusal: StreamMessage.Refusal) -> JSONText {
        .object(["id": id.map(JSONText.string) ?? JSONText(verbatim: "null".utf8), "error": refusal.json])
    }

    private func result(of call: StreamCall, id: String, text: [UInt8]) throws(StreamMessage.Refusal)
        -> JSONText?
    {
        switch call.method {
        case "ping":
            return .emptyObject
        case "send":
            let content = try given(StreamCall.contentBytes(in: text), "content")
            // The request's id is the transaction id.
            let event = try homeserver.send(
                try given(call.parameters?.event_type, "event_type"),
                content: content,
                transaction: id,
                to: try given(call.parameters?.room_id, "room_id"),
                as: user
            )
            return homeserver.losesAnswer() ? nil : .object(["event_id": .string(event.rawValue)])
        case "state":
            let content = try given(StreamCall.contentBytes(in: text), "content")
            let event = try homeserver.setState(
                try given(call.parameters?.event_type, "event_type"),
                key: call.parameters?.state_key ?? "",
                content: content,
                in: try given(call.parameters?.room_id, "room_id"),
                as: user
            )
            return .object(["event_id": .string(event.rawValue)])
        case "typing", "read_markers":
            // Nobody here looks at who types or what was read.
            try homeserver.requireMember(user, of: try given(call.parameters?.room_id, "room_id"))
            return .emptyObject
        case let method?:
            throw .badJSON(
                "The method \(method) is not known; known are ping, send, state, typing, read_markers."
            )
        case nil:
            throw .badJSON("The request has no method.")
        }
    }

    private func given<Value>(_ value: Value?, _ name: String) throws(StreamMessage.Refusal) -> Value {
        guard let value else { throw .badJSON("The request's params have no \(name).") }
        return value
    }
}
