import MatrixTypes
import Networking

/// Reads the stream message by message, and asks it things.
struct StreamReader {
    let connection: WebSocketConnection
    private var waiting: [[UInt8]] = []
    private(set) var position: String?

    init(connection: WebSocketConnection) {
        self.connection = connection
    }

    mutating func next() async throws -> [UInt8] {
        if waiting.isEmpty { waiting = try await connection.receive() }
        return waiting.removeFirst()
    }

    /// The next message, read as a client reads it.
    mutating func message() async throws -> StreamMessage {
        let message = try StreamMessage(reading: try await next())
        if case .sync(let batch) = message { position = batch.nextBatch }
        return message
    }

    /// The next update; answers in between are passed over.
    mutating func batch() async throws -> SyncBatch {
        while true {
            if case .sync(let batch) = try await message() { return batch }
        }
    }

    /// Says the words of a raw request and reads on to its answer.
    mutating func answer(to request: String) async throws -> StreamMessage {
        try await connection.send([Array(request.utf8)])
        while true {
            let message = try await message()
            if case .sync = message { continue }
            return message
        }
    }

    func say(_ words: String, id: String, in room: RoomID) -> String {
        #"{"id":"\#(id)","method":"send","params":{"room_id":"\#(room)","event_type":"m.room.message","#
            + #""content":{"msgtype":"m.text","body":"\#(words)"}}}"#
    }
}

extension StreamMessage {
    /// The error code of a refusal, with the id it answers.
    var refusal: [String?] {
        if case .refused(let id, let refusal) = self { [id, refusal.errcode] } else { [] }
    }

    /// The event that a request made.
    var made: EventID? {
        if case .done(_, let event) = self { event } else { nil }
    }
}
