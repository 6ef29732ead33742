/// Tells sentences from what only stands among them: names below a mail, headings, code, lists of links.
enum Prose {
    /// Whether a text can be read as a sentence by itself.
    static func isSentence(_ text: String, wordCount: Int, stopWords: Int) -> Bool {
        guard wordCount >= 5, signs(in: text) < 0.05 else { return false }
        // The stop words are English: in another script their absence says nothing.
        return stopWords > 0 || endsWithStop(text) || wordCount >= 8 || isInAnotherScript(text)
    }

    /// Whether most letters are none that English is written with.
    private static func isInAnotherScript(_ text: String) -> Bool {
        let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
        return letters.count(where: { $0.value > 0x24F }) * 2 > letters.count
    }

    /// Whether it begins like a piece cut out of a line.
    static func beginsSmall(_ text: String) -> Bool {
        text.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isLowercase ?? false
    }

    /// Whether it has an end: a stop, perhaps with what closes there.
    static func endsWithStop(_ text: String) -> Bool {
        text.unicodeScalars.suffix(3).contains { scalar in
            switch scalar {
            case ".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।": true
            default: false
            }
        }
    }

    /// The share of signs that are rare in prose.
    static func signs(in text: String) -> Double {
        var signs = 0
        var all = 0
        for scalar in text.unicodeScalars {
            all += 1
            switch scalar {
            case "/", "\\", "_", "=", "<", ">", "{", "}", "[", "]", "|", "#", "$", "^", "*", "~", "+", ":":
                signs += 1
            default: break
            }
        }
        return Double(signs) / Double(max(all, 1))
    }
}
