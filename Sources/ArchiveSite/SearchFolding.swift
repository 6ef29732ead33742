internal import Discussion

/// How words are folded in the archive, for the script: what becomes something else than its small letter.
enum SearchFolding {
    /// An object of JavaScript: what letters become, and which letters those are.
    static let script: String = {
        var rows: [String: String] = [:]
        for value in ranges.joined() {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let folded = Folding.folded(String(scalar))
            guard folded != scalar.properties.lowercaseMapping, !scalar.properties.isWhitespace else {
                continue
            }
            rows[folded, default: ""].unicodeScalars.append(scalar)
        }
        let sorted = rows.sorted { $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars) }
        return "{" + sorted.map { "\(quoted($0.key)):\(quoted($0.value))" }.joined(separator: ",\n") + "}"
    }()

    /// Where letters with accents are, signs that cannot be seen, and forms of full width.
    private static let ranges: [ClosedRange<UInt32>] = [
        0x22...0x7E, 0xA0...0x6FF, 0x1AB0...0x1AFF, 0x1DC0...0x22FF, 0x3000...0x303F, 0xFB00...0xFB06,
        0xFE00...0xFE6F, 0xFEFF...0xFF5E,
    ]

    /// As escapes: the script is ASCII, whatever is made of it.
    private static func quoted(_ text: String) -> String {
        let units = text.utf16.map { unit -> String in
            let isPlain = unit >= 0x20 && unit < 0x7F && unit != 0x22 && unit != 0x5C
            if isPlain { return String(UnicodeScalar(UInt8(unit))) }
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        return "\"" + units.joined() + "\""
    }
}
