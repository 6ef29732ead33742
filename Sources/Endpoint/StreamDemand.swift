internal import MatrixTypes

/// What a client of the stream asks for, with all that it takes.
struct StreamDemand: Sendable {
    enum Kind: Sendable {
        case ping
        case send(type: String, content: [UInt8], to: RoomID)
        case state(type: String, key: String, content: [UInt8], of: RoomID)
        case typing(Bool, milliseconds: Int?, in: RoomID)
        case readMarkers([(name: String, event: String)], in: RoomID)
    }

    /// A text that cannot be done.
    struct Wrong: Error {
        /// nil where it has none.
        let id: String?
        let refusal: StreamMessage.Refusal
    }

    /// For what is sent, the transaction id.
    let id: String
    let kind: Kind

    init(reading text: [UInt8]) throws(Wrong) {
        guard let call = try? JSONSlice(text).decoded(as: StreamCall.self) else {
            let reason = "The message is not JSON, or a part of it has the wrong type."
            throw Wrong(id: nil, refusal: .notJSON(reason))
        }
        guard let id = call.id else { throw Wrong(id: nil, refusal: .badJSON("The request has no id.")) }
        self.id = id
        do throws(StreamMessage.Refusal) {
            kind = try Kind(call, text)
        } catch {
            throw Wrong(id: id, refusal: error)
        }
    }

    /// The room that this says something in: such requests are done in their order.
    var orderedRoom: RoomID? {
        switch kind {
        case .send(_, _, let room), .state(_, _, _, let room): room
        case .ping, .typing, .readMarkers: nil
        }
    }
}

extension StreamDemand.Kind {
    fileprivate init(_ call: StreamCall, _ text: [UInt8]) throws(StreamMessage.Refusal) {
        let parameters = call.parameters
        switch call.method {
        case "ping":
            self = .ping
        case "send":
            let content = try given(StreamCall.contentBytes(in: text), "content")
            let type = try given(parameters?.event_type, "event_type")
            self = .send(type: type, content: content, to: try given(parameters?.room_id, "room_id"))
        case "state":
            let content = try given(StreamCall.contentBytes(in: text), "content")
            let type = try given(parameters?.event_type, "event_type")
            let room = try given(parameters?.room_id, "room_id")
            self = .state(type: type, key: parameters?.state_key ?? "", content: content, of: room)
        case "typing":
            let room = try given(parameters?.room_id, "room_id")
            let isTyping = try given(parameters?.typing, "typing")
            self = .typing(isTyping, milliseconds: parameters?.timeout, in: room)
        case "read_markers":
            let room = try given(parameters?.room_id, "room_id")
            self = .readMarkers(parameters?.markers ?? [], in: room)
        case let method?:
            throw .badJSON(
                "The method \(method) is not known; known are ping, send, state, typing, read_markers."
            )
        case nil:
            throw .badJSON("The request has no method.")
        }
    }
}

private func given<Value>(_ value: Value?, _ name: String) throws(StreamMessage.Refusal) -> Value {
    guard let value else { throw .badJSON("The request's params have no \(name).") }
    return value
}
