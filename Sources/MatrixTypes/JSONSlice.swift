/// A part of a JSON text, by the place of its bytes; nothing in it has been decoded.
///
/// One bad event must not take its whole batch down, as it would with a decoder that reads a document at
/// once. So a batch is taken apart here by structure alone, and each event is decoded by itself.
package struct JSONSlice: Sendable {
    /// What is wrong with the structure of a text.
    package enum StructureError: Error, Hashable, CustomStringConvertible {
        case expected(String, at: Int)
        case endsEarly

        package var description: String {
            switch self {
            case .expected(let what, let offset): "Byte \(offset) of the JSON text should be \(what)."
            case .endsEarly: "The JSON text ends before it is complete."
            }
        }
    }

    package let bytes: ArraySlice<UInt8>

    /// The one value of a text, with white space around it.
    package init(_ text: [UInt8]) throws {
        var scanner = JSONScanner(text[...])
        bytes = try scanner.value()
        try scanner.end()
    }

    fileprivate init(scanned bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    package var isObject: Bool { bytes.first == UInt8(ascii: "{") }

    /// The members of an object, in order; none where it is something else. Of duplicate keys the first wins.
    package func members() throws -> [String: JSONSlice] {
        guard isObject else { return [:] }
        var scanner = JSONScanner(bytes)
        var members: [String: JSONSlice] = [:]
        try scanner.eachMember { key, value in
            if members[key] == nil { members[key] = JSONSlice(scanned: value) }
        }
        return members
    }

    /// The elements of an array, in order; none where it is something else.
    package func elements() throws -> [JSONSlice] {
        guard bytes.first == UInt8(ascii: "[") else { return [] }
        var scanner = JSONScanner(bytes)
        var elements: [JSONSlice] = []
        try scanner.eachElement { elements.append(JSONSlice(scanned: $0)) }
        return elements
    }

    /// The text of a string; nil where it is something else, or holds what is no text.
    package var plainString: String? {
        guard bytes.count >= 2, bytes.first == UInt8(ascii: "\"") else { return nil }
        // Hardly any key or id has an escape, and the decoder costs twenty times as much.
        guard bytes.contains(UInt8(ascii: "\\")) else {
            return String(validating: bytes.dropFirst().dropLast(), as: UTF8.self)
        }
        return try? decoded(as: String.self)
    }

    package var isTrue: Bool { bytes.elementsEqual("true".utf8) }
}

/// Walks over a JSON text by its structure, without recursion: depth costs nothing.
private struct JSONScanner {
    private let bytes: ArraySlice<UInt8>
    private var offset: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        offset = bytes.startIndex
    }

    mutating func end() throws {
        skipSpace()
        guard offset == bytes.endIndex else { throw JSONSlice.StructureError.expected("the end", at: offset) }
    }

    mutating func eachMember(_ body: (String, ArraySlice<UInt8>) throws -> Void) throws {
        try skip("{")
        guard try !closes("}") else { return }
        repeat {
            skipSpace()
            let key = try string()
            try skip(":")
            let value = try value()
            // A key that is no text names nothing: no room and no field.
            if let name = JSONSlice(scanned: key).plainString { try body(name, value) }
        } while try !closesAfterComma("}")
    }

    mutating func eachElement(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        try skip("[")
        guard try !closes("]") else { return }
        repeat {
            try body(try value())
        } while try !closesAfterComma("]")
    }

    /// Any value; brackets inside are only counted.
    mutating func value() throws -> ArraySlice<UInt8> {
        skipSpace()
        let start = offset
        switch try current() {
        case UInt8(ascii: "\""):
            return try string()
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            try skipNested()
        default:
            while offset < bytes.endIndex, !Self.endsScalar(bytes[offset]) { offset += 1 }
            guard offset > start else { throw JSONSlice.StructureError.expected("a value", at: offset) }
        }
        return bytes[start..<offset]
    }

    private mutating func skipNested() throws {
        var depth = 0
        repeat {
            switch try current() {
            case UInt8(ascii: "\""):
                _ = try string()
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            offset += 1
        } while depth > 0
    }

    private mutating func string() throws -> ArraySlice<UInt8> {
        let start = offset
        try skip("\"")
        while try current() != UInt8(ascii: "\"") {
            offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        offset += 1
        return bytes[start..<offset]
    }

    private mutating func closes(_ bracket: Unicode.Scalar) throws -> Bool {
        skipSpace()
        guard try current() == UInt8(ascii: bracket) else { return false }
        offset += 1
        return true
    }

    private mutating func closesAfterComma(_ bracket: Unicode.Scalar) throws -> Bool {
        if try closes(bracket) { return true }
        try skip(",")
        return false
    }

    private mutating func skip(_ scalar: Unicode.Scalar) throws {
        skipSpace()
        guard try current() == UInt8(ascii: scalar) else {
            throw JSONSlice.StructureError.expected("“\(scalar)”", at: offset)
        }
        offset += 1
    }

    private mutating func skipSpace() {
        while offset < bytes.endIndex, Self.isSpace(bytes[offset]) { offset += 1 }
    }

    private func current() throws -> UInt8 {
        guard offset < bytes.endIndex else { throw JSONSlice.StructureError.endsEarly }
        return bytes[offset]
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private static func endsScalar(_ byte: UInt8) -> Bool {
        isSpace(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
            || byte == UInt8(ascii: ":")
    }
}
