/// A word of a text, white space, or a single sign: what changes as a whole.
struct TextToken {
    /// Where it stands, in Unicode scalars.
    let range: Range<Int>
    /// Whether it has a letter or digit.
    let isWord: Bool
    let isWhite: Bool
    /// The same for the same scalars; hardly ever for others.
    let key: UInt64

    /// The tokens of a text; together they are all of it. An ideograph is a word by itself, and so is a letter of a
    /// script without spaces. No token ends within a sign that readers see as one.
    static func tokens(in scalars: [Unicode.Scalar]) -> [TextToken] {
        var tokens: [TextToken] = []
        var position = 0
        while position < scalars.count {
            let scalar = scalars[position]
            let isWhite = scalar.isWhite
            let isWord = scalar.isLetterOrDigit
            let end = isWhite ? endOfWhite(position, scalars) : end(from: position, isWord, scalars)
            tokens.append(
                TextToken(
                    range: position..<end,
                    isWord: isWord,
                    isWhite: isWhite,
                    key: key(of: position..<end, scalars)
                )
            )
            position = end
        }
        return tokens
    }

    private static func endOfWhite(_ start: Int, _ scalars: [Unicode.Scalar]) -> Int {
        var end = start + 1
        while end < scalars.count && scalars[end].isWhite { end += 1 }
        return end
    }

    private static func end(from start: Int, _ isWord: Bool, _ scalars: [Unicode.Scalar]) -> Int {
        let isLong = isWord && ScalarKinds.of(scalars[start]).isDisjoint(with: single)
        var end = start + 1
        if scalars[start].isRegional && end < scalars.count && scalars[end].isRegional { end += 1 }
        while end < scalars.count && goesOn(at: end, inWord: isLong, scalars) { end += 1 }
        return end
    }

    private static let single: ScalarKinds = [.ideograph, .unspaced]

    private static func goesOn(at position: Int, inWord: Bool, _ scalars: [Unicode.Scalar]) -> Bool {
        let scalar = scalars[position]
        if scalar.value < 0x80 {
            guard inWord else { return false }
            return scalar.isASCIILetter || scalar.isASCIIDigit || isJoint(at: position, scalars)
        }
        let kinds = ScalarKinds.of(scalar)
        if kinds.contains(.mark) || scalar.isGlue || scalars[position - 1] == "\u{200D}" { return true }
        guard inWord else { return false }
        return kinds.contains(.letterOrDigit)
            ? kinds.isDisjoint(with: single) : isJoint(at: position, scalars)
    }

    /// An apostrophe between letters, a point or comma between digits.
    private static func isJoint(at position: Int, _ scalars: [Unicode.Scalar]) -> Bool {
        guard position + 1 < scalars.count else { return false }
        let (before, behind) = (scalars[position - 1], scalars[position + 1])
        switch scalars[position] {
        case "'", "’": return behind.isLetterOrDigit
        case ".", ",": return before.isASCIIDigit && behind.isASCIIDigit
        default: return false
        }
    }

    /// FNV-1a.
    private static func key(of range: Range<Int>, _ scalars: [Unicode.Scalar]) -> UInt64 {
        var key: UInt64 = 0xCBF2_9CE4_8422_2325
        var position = range.lowerBound
        while position < range.upperBound {
            key = (key ^ UInt64(scalars[position].value)) &* 0x100_0000_01B3
            position += 1
        }
        return key
    }
}

extension Unicode.Scalar {
    fileprivate var isRegional: Bool { (0x1F1E6...0x1F1FF).contains(value) }

    /// Puts pictures together, or gives one its colour.
    fileprivate var isGlue: Bool { self == "\u{200D}" || (0x1F3FB...0x1F3FF).contains(value) }
}
