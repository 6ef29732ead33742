/// The head of an HTTP/2 frame.
struct HTTP2TestFrame: Hashable, Sendable {
    enum Kind: UInt8 {
        case data, headers, priority, reset, settings, push, ping, goAway, window, continuation
    }

    static let acknowledgement: UInt8 = 1
    static let endOfStream: UInt8 = 1
    static let endOfHeaders: UInt8 = 4

    let kind: Kind
    let flags: UInt8
    let stream: Int

    var endsStream: Bool { flags & Self.endOfStream != 0 }

    /// - Returns: The frame and how many bytes follow its nine; nil for what is none.
    static func first(of bytes: [UInt8]) -> (HTTP2TestFrame, payloadBytes: Int)? {
        let count = bytes[..<3].reduce(0) { $0 << 8 | Int($1) }
        guard count <= 16_384, let kind = Kind(rawValue: bytes[3]) else { return nil }
        let stream = bytes[5..<9].reduce(0) { $0 << 8 | Int($1) }
        return (HTTP2TestFrame(kind: kind, flags: bytes[4], stream: stream), count)
    }

    func bytes(with payload: [UInt8]) -> [UInt8] {
        let count = [16, 8, 0].map { UInt8(truncatingIfNeeded: payload.count >> $0) }
        return count + [kind.rawValue, flags] + Self.number(stream) + payload
    }

    /// Four bytes, as in the payload of a reset.
    static func number(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// A block of headers: status 200 from the table of RFC 7541, the others as they are.
    static func block(_ headers: [(String, String)]) -> [UInt8] {
        let fields = headers.flatMap { name, value in
            [0, UInt8(name.utf8.count)] + name.utf8 + [UInt8(value.utf8.count)] + value.utf8
        }
        return [0x88] + fields
    }
}
