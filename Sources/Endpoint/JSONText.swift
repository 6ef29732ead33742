/// A JSON text, put together from parts that are JSON already.
///
/// What came as bytes stays as it came: an event reaches its readers as it was said, also one that
/// nobody can read.
struct JSONText: Hashable, Sendable {
    let bytes: [UInt8]

    init(verbatim bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    static func string(_ text: String) -> JSONText {
        var bytes: [UInt8] = [UInt8(ascii: "\"")]
        bytes.reserveCapacity(text.utf8.count + 2)
        for byte in text.utf8 { append(byte, to: &bytes) }
        bytes.append(UInt8(ascii: "\""))
        return JSONText(verbatim: bytes)
    }

    static func number(_ number: some FixedWidthInteger) -> JSONText {
        JSONText(verbatim: String(number).utf8)
    }

    static func flag(_ flag: Bool) -> JSONText {
        JSONText(verbatim: (flag ? "true" : "false").utf8)
    }

    static func list(_ elements: [JSONText]) -> JSONText {
        var bytes = [UInt8(ascii: "[")]
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += element.bytes
        }
        bytes.append(UInt8(ascii: "]"))
        return JSONText(verbatim: bytes)
    }

    /// An object of those members that have a value, in this order.
    static func object(_ members: KeyValuePairs<String, JSONText?>) -> JSONText {
        object(members: members.map { ($0.key, $0.value) })
    }

    static func object(members: [(name: String, value: JSONText?)]) -> JSONText {
        var bytes = [UInt8(ascii: "{")]
        for case (let name, let value?) in members {
            if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
            bytes += string(name).bytes
            bytes.append(UInt8(ascii: ":"))
            bytes += value.bytes
        }
        bytes.append(UInt8(ascii: "}"))
        return JSONText(verbatim: bytes)
    }

    static var emptyObject: JSONText { JSONText(verbatim: "{}".utf8) }

    private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes += [UInt8(ascii: "\\"), byte]
        case 0..<0x20:
            let digits = Array("0123456789abcdef".utf8)
            bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        default:
            bytes.append(byte)
        }
    }
}
