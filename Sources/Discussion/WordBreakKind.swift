/// What a scalar is to Unicode's rules for the borders of words (UAX #29).
enum WordBreakKind {
    case letter
    case hebrew
    case digit
    /// A letter that sticks to its like only.
    case hangul
    /// A letter of a script without spaces that sticks to letters of others: Thai, Lao, Khmer, Burmese.
    case unspaced
    /// An ideograph or kana; which of them make a word only a dictionary knows.
    case ideograph
    /// `_` and its like.
    case connector
    /// Holds two letters together.
    case midLetter
    /// Holds two digits together.
    case midNumber
    /// Holds letters or digits together.
    case midWord
    case singleQuote
    case doubleQuote
    /// Half of a flag.
    case regional
    /// Belongs to what it follows: accents, signs that are not seen.
    case extender
    case space
    case lineEnd
    case other

    var isLetter: Bool { self == .letter || self == .hebrew || self == .unspaced }

    var joinsLetters: Bool { self == .midLetter || self == .midWord || self == .singleQuote }

    var joinsDigits: Bool { self == .midNumber || self == .midWord || self == .singleQuote }

    var isPartOfWord: Bool { isLetter || self == .digit || self == .connector }

    static func of(_ scalar: Unicode.Scalar) -> WordBreakKind {
        if let sign = signs[scalar] { return sign }
        if let kind = kind(of: scalar.properties.generalCategory) { return kind }
        if scalar.properties.isEmojiModifier { return .extender }
        switch scalar.value {
        case 0x1F1E6...0x1F1FF: return .regional
        case 0x05D0...0x05F2, 0xFB1D...0xFB4F: return .hebrew
        // Signs that look like punctuation and are written within words.
        case 0xB8, 0x2C2...0x2D7, 0x2DE...0x2FF, 0x55A...0x55C, 0x55E, 0x58A: return .letter
        case 0x1100...0x11FF, 0x3131...0x318E, 0xA960...0xA97C, 0xAC00...0xD7FB, 0xFFA0...0xFFDC:
            return .hangul
        case 0x3031...0x3035, 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: return .ideograph
        default: break
        }
        if scalar.isIdeograph || scalar.properties.isIdeographic { return .ideograph }
        if scalar.isUnspaced { return .unspaced }
        return scalar.properties.isAlphabetic ? .letter : .other
    }

    private static func kind(of category: Unicode.GeneralCategory) -> WordBreakKind? {
        switch category {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: .extender
        case .decimalNumber: .digit
        case .connectorPunctuation: .connector
        case .spaceSeparator: .space
        case .lineSeparator, .paragraphSeparator: .lineEnd
        default: nil
        }
    }

    /// Not the colon, which joins letters in Swedish only.
    private static let signs: [Unicode.Scalar: WordBreakKind] = {
        var signs: [Unicode.Scalar: WordBreakKind] = ["'": .singleQuote, "\"": .doubleQuote]
        let rows: [(WordBreakKind, String)] = [
            (.midWord, ".‘’․﹒＇．"), (.midLetter, "\u{B7}\u{387}\u{55F}\u{5F4}\u{2027}\u{FE13}"),
            (.midNumber, ",;\u{37E}\u{589}\u{60C}\u{60D}\u{66C}\u{7F8}\u{2044}﹐﹔，；"),
            (.connector, "\u{202F}"), (.letter, "\u{5F3}"),
            (.digit, "\u{66B}"), (.lineEnd, "\n\r\u{B}\u{C}\u{85}"), (.extender, "\u{FF9E}\u{FF9F}"),
            // Spaces that keep a line together, and one that has no width.
            (.other, "\u{A0}\u{2007}\u{200B}"),
        ]
        for (kind, scalars) in rows { for scalar in scalars.unicodeScalars { signs[scalar] = kind } }
        return signs
    }()
}
