/// From bytes to scalars.
enum PageText {
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The scalars of a UTF-8 text without its byte order mark.
    static func decode(_ bytes: [UInt8]) throws(PageParser.ParseError) -> [Unicode.Scalar] {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            throw .otherEncoding("UTF-32")
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw .otherEncoding("UTF-16")
        }
        if let zero = bytes.firstIndex(of: 0) { throw .binary(offset: zero) }
        let content = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(byteOrderMark.count) : bytes[...]
        if let stray = strayByte(in: content) {
            let before = String(decoding: bytes[..<stray], as: UTF8.self).unicodeScalars
            throw .notUTF8(line: max(PageLine.lines(of: Array(before) + ["x"]).count, 1), offset: stray)
        }
        return Array(String(decoding: content, as: UTF8.self).unicodeScalars)
    }

    /// The first byte that is not UTF-8.
    private static func strayByte(in bytes: ArraySlice<UInt8>) -> Int? {
        var parser = Unicode.UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var offset = bytes.startIndex
        while true {
            switch parser.parseScalar(from: &rest) {
            case .valid(let scalar): offset += scalar.count
            case .emptyInput: return nil
            case .error: return offset
            }
        }
    }
}
