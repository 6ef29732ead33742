/// The words of plain English text, byte by byte: ten times as fast as by scalars.
enum ASCIIWords {
    /// What `Words.folded(in:)` gives; nil for a text that is not all ASCII.
    static func folded(in text: String) -> [String]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 1)
        for byte in text.utf8 {
            guard byte < 0x80 else { return nil }
            bytes.append(small[Int(byte)])
        }
        // So that each byte has one behind it.
        bytes.append(0)
        return words(in: bytes)
    }

    private static func words(in bytes: [UInt8]) -> [String] {
        var words: [String] = []
        var position = 0
        while position < bytes.count {
            guard isPartOfWord(bytes[position]) else {
                position += 1
                continue
            }
            let start = position
            while isPartOfWord(bytes[position])
                || bytes[position] == apostrophe && isPartOfWord(bytes[position + 1])
            {
                position += 1
            }
            words.append(String(decoding: bytes[start..<position], as: UTF8.self))
        }
        return words
    }

    private static let apostrophe = UInt8(ascii: "'")

    /// What each byte is folded into: see ``Folding``.
    private static let small: [UInt8] = (UInt8(0)..<0x80).map { byte in
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") { return apostrophe }
        return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    /// Of a folded byte: a small letter or a digit.
    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
