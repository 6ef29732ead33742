@testable import MatrixTypes

/// A sync answer as bytes, made around events that may be anything.
struct SyncAnswer {
    var events: [[UInt8]] = []
    var room = "!room:demo"

    static func sound(_ id: String) -> [UInt8] {
        Array(
            """
            {"event_id": "\(id)", "type": "m.room.message", "sender": "@ada:demo", "origin_server_ts": 1000,
             "content": {"msgtype": "m.text", "body": "words of \(id)"}}
            """.utf8
        )
    }

    var bytes: [UInt8] {
        let list = events.joined(separator: Array(",".utf8))
        return Array(#"{"next_batch": "s2", "rooms": {"join": {"\#(room)": {"timeline": {"events": ["#.utf8)
            + list
            + Array(#"], "limited": true, "prev_batch": "s1"}}}}}"#.utf8)
    }

    func read() throws -> SyncBatch { try SyncBatch(reading: JSONSlice(bytes)) }
}
