/// Cuts a JSON array into its elements, so that one that cannot be read leaves the others readable.
struct JSONElements {
    /// The bytes of each element; nil where the whole is no array that ends.
    static func elements(of bytes: [UInt8]) -> [ArraySlice<UInt8>]? {
        var scan = JSONElements(bytes: bytes)
        return scan.elements()
    }

    private let bytes: [UInt8]
    private var index = 0

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }  // a plugin's file may begin with it
    }

    private mutating func elements() -> [ArraySlice<UInt8>]? {
        guard take("[") else { return nil }
        var elements: [ArraySlice<UInt8>] = []
        if take("]") { return isAtEnd ? elements : nil }
        repeat {
            guard let element = element() else { return nil }
            elements.append(element)
        } while take(",")
        return take("]") && isAtEnd ? elements : nil
    }

    /// Up to the comma or bracket behind it.
    private mutating func element() -> ArraySlice<UInt8>? {
        skipBlanks()
        let start = index
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""): skipString()
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ",") where depth == 0: return index > start ? bytes[start..<index] : nil
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                guard depth > 0 else { return index > start ? bytes[start..<index] : nil }
                depth -= 1
            default: break
            }
            index += 1
        }
        return nil
    }

    /// To its closing quote.
    private mutating func skipString() {
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
    }

    private var isAtEnd: Bool {
        bytes[min(index, bytes.count)...].allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard index < bytes.count, bytes[index] == UInt8(ascii: sign) else { return false }
        index += 1
        return true
    }

    private mutating func skipBlanks() {
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    }
}
