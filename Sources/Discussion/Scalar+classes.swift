/// What a scalar is to the rules of segmentation.
///
/// Scalars, not Characters: one Character can hold 100,000 combining marks.
extension Unicode.Scalar {
    /// White space of any kind, no-break spaces included.
    var isWhite: Bool {
        value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : kinds.contains(.white)
    }

    var isLetterOrDigit: Bool { kinds.contains(.letterOrDigit) }

    var isASCIILetter: Bool { (0x61...0x7A).contains(value | 0x20) }

    var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

    var isUpper: Bool { kinds.contains(.upper) }

    var isLower: Bool { kinds.contains(.lower) }

    /// An accent or a sign that stands on the scalar before it.
    var isMark: Bool { value >= 0x300 && kinds.contains(.mark) }

    /// A letter that is a word, or the part of one, by itself.
    var isIdeograph: Bool { kinds.contains(.ideograph) }

    /// A letter of a script that puts no spaces between words: kana, Thai, Lao, Khmer, Burmese.
    var isUnspaced: Bool { kinds.contains(.unspaced) }

    /// A mark that ends a sentence, if what surrounds it allows.
    var isStop: Bool { kinds.contains(.stop) }

    /// A mark that ends a sentence wherever it stands: it has no other use.
    var isHardStop: Bool { kinds.contains(.hardStop) }

    private var kinds: ScalarKinds { ScalarKinds.of(self) }

    /// A quotation mark or bracket that can only close.
    var isCloser: Bool {
        switch self {
        case "\"", "'", "”", "’", "»", "›", ")", "]", "}", "」", "』", "）", "】", "》", "〉", "＂", "＇": true
        default: false
        }
    }

    /// A quotation mark that opens in one language and closes in another.
    var isAmbiguousQuote: Bool { self == "“" || self == "‘" || self == "«" || self == "‹" }

    /// What may stand before the first letter of a sentence.
    var isOpener: Bool {
        switch self {
        case "\"", "'", "“", "‘", "„", "‚", "«", "‹", "»", "›", "(", "[", "{", "「", "『", "（", "【", "《", "¿",
            "¡", "-", "–", "—", "•", "*", "_", "`":
            true
        default: false
        }
    }
}
