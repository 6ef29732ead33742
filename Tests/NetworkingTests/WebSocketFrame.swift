/// A frame as bytes, right or wrong.
struct Frame: Equatable {
    static let text: UInt8 = 1
    static let binary: UInt8 = 2
    static let close: UInt8 = 8
    static let ping: UInt8 = 9
    static let pong: UInt8 = 10

    var opcode: UInt8
    var isFinal = true
    var payload: [UInt8]

    /// What a server sends; a client's frame is masked.
    func bytes(masked: Bool = false) -> [UInt8] {
        let mask: [UInt8] = masked ? [1, 2, 3, 4] : []
        let body = masked ? payload.enumerated().map { $0.element ^ mask[$0.offset & 3] } : payload
        return Self.head(opcode, isFinal: isFinal, length: payload.count, masked: masked) + mask + body
    }

    /// The beginning of a frame that announces `length` bytes.
    static func head(_ opcode: UInt8, isFinal: Bool = true, length: Int, masked: Bool = false) -> [UInt8] {
        let first = opcode | (isFinal ? 0x80 : 0)
        let maskBit: UInt8 = masked ? 0x80 : 0
        let size = [UInt8](0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * Int($0))) }
        switch length {
        case ..<126: return [first, maskBit | UInt8(length)]
        case ..<65536: return [first, maskBit | 126] + size.suffix(2)
        default: return [first, maskBit | 127] + size
        }
    }

    static func closing(_ code: Int, _ reason: String = "") -> Frame {
        Frame(opcode: close, payload: [UInt8(code >> 8), UInt8(code & 255)] + Array(reason.utf8))
    }

    /// The next frame from a socket, unmasked; `nil` at the end.
    static func read(from socket: RawSocket) -> Frame? {
        let head = socket.read(2)
        guard head.count == 2 else { return nil }
        var length = Int(head[1] & 0x7f)
        if length == 126 { length = socket.read(2).reduce(0) { $0 << 8 | Int($1) } }
        if length == 127 { length = socket.read(8).reduce(0) { $0 << 8 | Int($1) } }
        let mask = head[1] & 0x80 == 0 ? [0, 0, 0, 0] : socket.read(4)
        let body = socket.read(length)
        guard mask.count == 4, body.count == length else { return nil }
        return Frame(
            opcode: head[0] & 15,
            isFinal: head[0] & 0x80 != 0,
            payload: body.enumerated().map { $0.element ^ mask[$0.offset & 3] }
        )
    }

    /// The code of a close frame, the first that comes.
    static func closeCode(from socket: RawSocket) -> Int? {
        while let frame = read(from: socket) {
            if frame.opcode == close { return frame.payload.prefix(2).reduce(0) { $0 << 8 | Int($1) } }
        }
        return nil
    }
}
