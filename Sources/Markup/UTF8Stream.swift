/// The characters of a document in UTF-8, whatever it is written in, without those that no document may hold.
struct UTF8Stream {
    private enum Converter {
        case utf8(incomplete: [UInt8])
        case utf16(UTF16Converter)
        case windows1252
        case iconv(IconvConverter)
    }

    private let bytes: () throws -> [UInt8]
    private let charset: String?
    private let language: MarkupReader.Language
    private var encoding: TextEncoding?
    private var converter = Converter.utf8(incomplete: [])
    private var isAtEnd = false
    private var line = 1

    init(charset: String?, language: MarkupReader.Language, bytes: @escaping () throws -> [UInt8]) {
        self.charset = charset
        self.language = language
        self.bytes = bytes
    }

    /// The next characters, none at the end. After bytes that are no characters, an error stands beside those that came
    /// before it; in HTML they are U+FFFD instead.
    mutating func next() throws -> (utf8: [UInt8], failure: MarkupReader.ReadError?) {
        while !isAtEnd {
            var piece = encoding == nil ? try beginning() : try bytes()
            isAtEnd = isAtEnd || piece.isEmpty
            let encoding = try encoding ?? open(&piece)
            let (utf8, isWhole) = converted(piece)
            let failure =
                isWhole
                ? nil
                : MarkupReader.ReadError.wrongEncoding(
                    line: line + utf8.count(where: { $0 == 0x0A }),
                    expected: encoding.name
                )
            let clean = cleaned(utf8)
            if !clean.isEmpty || failure != nil { return (clean, failure) }
        }
        return ([], nil)
    }

    /// Enough to know the encoding by.
    private mutating func beginning() throws -> [UInt8] {
        var beginning: [UInt8] = []
        while beginning.count < TextEncoding.lookahead {
            let more = try bytes()
            if more.isEmpty {
                isAtEnd = true
                break
            }
            beginning += more
        }
        return beginning
    }

    /// Decides on the encoding, and takes its mark off.
    private mutating func open(_ piece: inout [UInt8]) throws -> TextEncoding {
        let found = try TextEncoding(of: piece, charset: charset, language: language)
        switch found {
        case .utf8:
            if piece.starts(with: [0xEF, 0xBB, 0xBF]) { piece.removeFirst(3) }
        case .utf16(let isBigEndian):
            if piece.starts(with: isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) { piece.removeFirst(2) }
            converter = .utf16(UTF16Converter(isBigEndian: isBigEndian))
        case .windows1252: converter = .windows1252
        case .other(let name):
            guard let iconv = IconvConverter(from: name) else {
                throw MarkupReader.ReadError.unknownEncoding(name: name)
            }
            converter = .iconv(iconv)
        }
        encoding = found
        return found
    }

    private mutating func converted(_ piece: [UInt8]) -> (utf8: [UInt8], isWhole: Bool) {
        switch converter {
        case .utf8(let incomplete): return converted(fromUTF8: incomplete + piece)
        case .utf16(var utf16):
            let result = utf16.converted(piece, isLast: isAtEnd)
            converter = .utf16(utf16)
            return result
        case .windows1252:
            var text = String.UnicodeScalarView()
            for byte in piece { text.append(Windows1252.scalar(of: byte)) }
            return (Array(String(text).utf8), true)
        case .iconv(let iconv): return converted(piece, by: iconv)
        }
    }

    private mutating func converted(fromUTF8 input: [UInt8]) -> (utf8: [UInt8], isWhole: Bool) {
        let tail = isAtEnd ? 0 : input.incompleteTail
        converter = .utf8(incomplete: Array(input.suffix(tail)))
        let whole = tail == 0 ? input : Array(input.dropLast(tail))
        if String(validating: whole, as: UTF8.self) != nil { return (whole, true) }
        if language == .html { return (Array(String(decoding: whole, as: UTF8.self).utf8), true) }
        return (Array(whole.prefix(whole.validPrefix)), false)
    }

    private func converted(_ piece: [UInt8], by iconv: IconvConverter) -> (utf8: [UInt8], isWhole: Bool) {
        var (utf8, rest) = iconv.converted(piece, isLast: isAtEnd)
        guard language == .html else { return (utf8, rest == nil) }
        while let wrong = rest {
            utf8 += Array("\u{FFFD}".utf8)
            let more = iconv.converted(Array(wrong.dropFirst()), isLast: isAtEnd)
            utf8 += more.utf8
            rest = more.rest
        }
        return (utf8, true)
    }

    /// Without control characters and the two that are no characters: XML forbids them, but exports of text that was
    /// pasted have them.
    private mutating func cleaned(_ utf8: [UInt8]) -> [UInt8] {
        var isClean = true
        for byte in utf8 where byte < 0x20 || byte == 0xEF {
            if byte == 0x0A { line += 1 } else if byte != 0x09, byte != 0x0D { isClean = false }
        }
        if isClean { return utf8 }
        var clean: [UInt8] = []
        clean.reserveCapacity(utf8.count)
        for (place, byte) in utf8.enumerated() {
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { continue }
            clean.append(byte)
            if byte >= 0xBE, byte <= 0xBF, place >= 2, utf8[place - 1] == 0xBF, utf8[place - 2] == 0xEF {
                clean.removeLast(3)
            }
        }
        return clean
    }
}

extension [UInt8] {
    /// How many bytes at the end are a character of UTF-8 that is not complete.
    fileprivate var incompleteTail: Int {
        for length in 1...3 where length <= count {
            let byte = self[count - length]
            if byte & 0xC0 == 0x80 { continue }
            let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            return needed > length ? length : 0
        }
        return 0
    }

    /// How many bytes from the beginning on are UTF-8.
    fileprivate var validPrefix: Int {
        var (lower, upper) = (0, count)
        // Whether a prefix is UTF-8, its last character aside, only changes once.
        while lower < upper {
            let middle = (lower + upper + 1) / 2
            let prefix = Array(self[..<middle])
            let isValid = String(validating: prefix.dropLast(prefix.incompleteTail), as: UTF8.self) != nil
            if isValid { lower = middle } else { upper = middle - 1 }
        }
        return lower - Array(self[..<lower]).incompleteTail
    }
}
