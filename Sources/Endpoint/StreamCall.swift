internal import MatrixTypes

/// A request as a client of the stream makes it, with nothing taken for granted but the types of what is there.
struct StreamCall: Decodable {
    /// Anything that is JSON: it is kept in its bytes, not here.
    struct Anything: Decodable {
        init(from decoder: any Decoder) {}
    }

    struct Parameters: Decodable {
        let room_id: RoomID?
        let event_type: String?
        let state_key: String?
        let content: [String: Anything]?
        let typing: Bool?
        let timeout: Int?
        private let fullyRead: String?
        private let read: String?
        private let readPrivately: String?

        private enum CodingKeys: String, CodingKey {
            case room_id, event_type, state_key, content, typing, timeout
            case fullyRead = "m.fully_read"
            case read = "m.read"
            case readPrivately = "m.read.private"
        }

        /// How far somebody has read, by the names of the client API.
        var markers: [(name: String, event: String)] {
            let all = [(CodingKeys.fullyRead, fullyRead), (.read, read), (.readPrivately, readPrivately)]
            return all.compactMap { key, event in event.map { (key.rawValue, $0) } }
        }
    }

    let id: String?
    let method: String?
    private let params: Parameters?
    // The draft's table says `param`, its examples say `params`.
    private let param: Parameters?

    var parameters: Parameters? { params ?? param }

    /// The bytes of the content in the text of this call.
    static func contentBytes(in text: [UInt8]) -> [UInt8]? {
        guard let members = try? JSONSlice(text).members(),
            let parameters = try? (members["params"] ?? members["param"])?.members(),
            let content = parameters["content"], content.isObject
        else { return nil }
        return Array(content.bytes)
    }
}
