/// Follows quotation marks through the sentences of a paragraph.
struct QuotationMarks {
    private var open: Unicode.Scalar?
    private var before: Unicode.Scalar = " "

    /// Whether the next sentence stands in quotation marks for the most part, or cuts a quotation in two.
    mutating func encloses(_ text: String) -> Bool {
        let wasOpen = open != nil
        guard wasOpen || text.unicodeScalars.contains(where: Self.isMark) else { return false }
        var own = Share()
        var quoted = Share()
        before = " "
        for scalar in text.unicodeScalars {
            read(scalar)
            if open == nil { own.read(scalar) } else { quoted.read(scalar) }
        }
        if wasOpen || open != nil { return true }
        return own.words < 6 ? quoted.letters * 2 > own.letters * 3 : quoted.letters > own.letters * 4
    }

    /// Whether a text begins and ends with quotation marks.
    func isQuotation(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, Self.isMark(first) else { return false }
        return text.unicodeScalars.suffix(3).contains(where: Self.isMark)
    }

    private mutating func read(_ scalar: Unicode.Scalar) {
        defer { before = scalar }
        guard Self.isMark(scalar) else { return }
        if let opened = open {
            if Self.closes(scalar, opened) { open = nil }
        } else if Self.opens(scalar), !(scalar == "\"" && before.isDigit) {
            // A mark right after a digit is one of inches.
            open = scalar
        }
    }

    private static func opens(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "“", "„", "«", "»", "\"", "「", "『", "‟": true
        default: false
        }
    }

    private static func closes(_ scalar: Unicode.Scalar, _ opened: Unicode.Scalar) -> Bool {
        switch opened {
        case "“": scalar == "”" || scalar == "\""
        case "„": scalar == "“" || scalar == "”" || scalar == "\""
        case "«": scalar == "»"
        case "»": scalar == "«"
        case "「": scalar == "」"
        case "『": scalar == "』"
        default: scalar == "\"" || scalar == "”"
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "“", "”", "„", "«", "»", "\"", "「", "」", "『", "』", "‟": true
        default: false
        }
    }

    /// How much of a sentence is of one kind.
    private struct Share {
        var letters = 0
        var words = 0
        private var isInWord = false

        mutating func read(_ scalar: Unicode.Scalar) {
            let isLetter = scalar.isLetter || scalar.isAnyDigit
            if isLetter {
                letters += 1
                if !isInWord { words += 1 }
            }
            isInWord = isLetter || isInWord && (scalar == "'" || scalar == "’" || scalar == "-")
        }
    }
}
