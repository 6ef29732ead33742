/// Follows quotation marks through the sentences of a paragraph.
struct QuotationMarks {
    private var isOpen = false

    /// Whether the next sentence stands in quotation marks as a whole, or cuts a quotation in two.
    mutating func encloses(_ text: String) -> Bool {
        let wasOpen = isOpen
        guard wasOpen || text.unicodeScalars.contains(where: Self.isMark) else { return false }
        var hasOwnWords = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "“", "„", "«": isOpen = true
            case "”", "»": isOpen = false
            case "\"": isOpen.toggle()
            default: hasOwnWords = hasOwnWords || !isOpen && scalar.properties.isAlphabetic
            }
        }
        return wasOpen || isOpen || !hasOwnWords
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "“", "”", "„", "«", "»", "\"": true
        default: false
        }
    }
}
