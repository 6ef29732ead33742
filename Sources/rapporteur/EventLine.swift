internal import Endpoint
internal import Foundation
internal import MatrixTypes

/// An event that the bot sent, as `demo --json` prints it: its whole content, as it went over the socket.
struct EventLine {
    private let event: RecordedEvent
    private let room: RoomID

    init(_ event: RecordedEvent, in room: RoomID) {
        self.event = event
        self.room = room
    }

    /// One JSON object, its line feed included.
    func line() throws -> String {
        let content = try JSONSerialization.jsonObject(with: Data(event.content))
        let object: [String: Any] = [
            "event_id": event.id.rawValue, "room_id": room.rawValue, "sender": event.sender.rawValue,
            "type": event.type, "origin_server_ts": event.milliseconds, "content": content,
        ]
        let data = try JSONSerialization.data(
            withJSONObject: object,
            options: [.sortedKeys, .withoutEscapingSlashes]
        )
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}
