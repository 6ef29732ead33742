/// What a scalar is to the rules of segmentation.
///
/// Scalars, not Characters: one Character can hold 100,000 combining marks.
extension Unicode.Scalar {
    /// White space of any kind, no-break spaces included.
    var isWhite: Bool {
        value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
    }

    var isLetterOrDigit: Bool {
        value < 0x80
            ? isASCIILetter || isASCIIDigit
            : properties.isAlphabetic || properties.numericType != nil
    }

    var isASCIILetter: Bool { (0x61...0x7A).contains(value | 0x20) }

    var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

    var isUpper: Bool { value < 0x80 ? (0x41...0x5A).contains(value) : properties.isUppercase }

    var isLower: Bool { value < 0x80 ? (0x61...0x7A).contains(value) : properties.isLowercase }

    /// An accent or a sign that stands on the scalar before it.
    var isMark: Bool {
        guard value >= 0x300 else { return false }
        return switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    /// A letter of a script that puts no spaces between words: each stands for itself.
    var isIdeograph: Bool {
        switch value {
        case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// A mark that ends a sentence, if what surrounds it allows.
    var isStop: Bool { self == "." || self == "!" || self == "?" || self == "…" || isHardStop }

    /// A mark that ends a sentence wherever it stands: it has no other use.
    var isHardStop: Bool {
        switch self {
        case "。", "！", "？", "｡", "؟", "۔", "।", "॥", "։", "።": true
        default: false
        }
    }

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
