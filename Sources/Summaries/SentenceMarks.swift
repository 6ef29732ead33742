/// What can be seen of a sentence without knowing its words, counted in one pass.
struct SentenceMarks {
    private(set) var isQuestion = false
    private(set) var isExclamation = false
    private(set) var hasAside = false
    private(set) var hasEllipsis = false
    /// Commas and semicolons.
    private(set) var commas = 0
    /// Words with a capital, but for the first.
    private(set) var capitals = 0

    init(of text: String) {
        var isAfterSpace = false
        var before: Unicode.Scalar = " "
        var beforeThat: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "?", "？", "؟": isQuestion = true
            case "!", "！": isExclamation = true
            case "(", "\"", "“", "„", "«": hasAside = true
            case ",", ";", "،", "、", "，": commas += 1
            case "…": hasEllipsis = true
            case ".": if before == ".", beforeThat == "." { hasEllipsis = true }
            case "-": if before == "-" { hasEllipsis = true }
            default:
                if isAfterSpace, Self.isCapital(scalar) { capitals += 1 }
            }
            isAfterSpace = scalar == " "
            (beforeThat, before) = (before, scalar)
        }
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase
    }
}
