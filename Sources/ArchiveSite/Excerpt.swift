internal import Discussion

/// The beginning of a comment, where the whole is elsewhere.
enum Excerpt {
    static let short = 110
    static let long = 220

    /// At most so many scalars, in whole words; `…` where something is left out.
    static func of(_ paragraphs: [Paragraph], most: Int) -> String {
        var text = String.UnicodeScalarView()
        var end = text.startIndex
        for (index, paragraph) in paragraphs.enumerated() {
            if index > 0 { text.append(" ") }
            for scalar in paragraph.text.unicodeScalars {
                if scalar == " " { end = text.endIndex }
                guard text.count < most else {
                    // A word longer than an excerpt is cut.
                    let kept = end > text.startIndex ? text[..<end] : text[...]
                    return String(kept) + " …"
                }
                text.append(scalar)
            }
        }
        return String(text)
    }
}
