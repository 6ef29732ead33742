import Discussion

/// Tells sentences from what only stands among them: names below a mail, headings, code, lists of links,
/// greetings.
enum SentenceForm {
    /// Whether a text can be read as a sentence by itself.
    ///
    /// - Parameters:
    ///   - words: Its words, folded.
    ///   - shape: What it looks like.
    ///   - wordCount: How many words it has, as a reader counts them.
    ///   - language: What it is written in; nil where that cannot be told.
    static func isSentence(
        _ text: String,
        _ words: [String],
        shape: SentenceShape,
        wordCount: Int,
        language: Language?
    ) -> Bool {
        guard shape.letters <= longestInLetters, wordCount <= longestInWords else { return false }
        guard isLongEnough(shape, wordCount: wordCount, language: language) else { return false }
        guard shape.signs < 0.05, !isGreeting(words), !isMostlyLink(text, wordCount: wordCount) else {
            return false
        }
        guard !shape.isCutInBrackets else { return false }
        if endsWithStop(text) { return true }
        guard !isTitle(shape), !endsInMiddle(words) else { return false }
        // Names and headings have many capitals and few of the words that join others.
        let stopWords = words.contains { (language ?? .english).kinds(of: $0).contains(.stopWord) }
        return stopWords || shape.capitalised * 2 < shape.words || wordCount >= 8 || shape.script != .spaced
    }

    /// What is longer has no sentence ends, or is too long to be quoted by itself.
    private static let longestInLetters = 1200
    private static let longestInWords = 150

    private static func isLongEnough(_ shape: SentenceShape, wordCount: Int, language: Language?) -> Bool {
        switch shape.script {
        case .ideographs: return shape.letters >= 8
        case .unspaced: return shape.letters >= 15
        case .spaced:
            // Where endings do what English needs words for, three words can say as much as five.
            let isDense = language.map { $0 != .english } ?? shape.isInAnotherScript
            return wordCount >= 5 || isDense && wordCount >= 3 && shape.letters >= 14
        }
    }

    /// `Hi Mark`, `Thanks for reading this.`, `Dear all`.
    private static func isGreeting(_ words: [String]) -> Bool {
        guard let first = words.first, words.count <= 10 else { return false }
        return greetings.contains(first) && words.count <= 6 || thanks.contains(first)
    }

    private static let greetings: Set<String> = [
        "hi", "hello", "hey", "dear", "greetings", "welcome", "cheers", "regards", "congratulations", "hallo",
        "liebe", "lieber", "bonjour", "salut", "hola", "buenos", "ciao", "ola", "hej", "привет",
    ]
    private static let thanks: Set<String> = [
        "thanks", "thank", "thx", "danke", "merci", "gracias", "grazie", "obrigado", "bedankt", "tack",
        "спасибо",
    ]

    /// Whether little is left of it without its web addresses.
    private static func isMostlyLink(_ text: String, wordCount: Int) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "/")) else { return false }
        let links = text.unicodeScalars.split(separator: " ").count {
            MachineText.isLink($0.drop { !$0.isLetter })
        }
        return links > 0 && wordCount - links < 5
    }

    /// `Senior Product Architect, Software Development Team`: capitals, and no stop.
    private static func isTitle(_ shape: SentenceShape) -> Bool {
        shape.words >= 2 && shape.capitalised * 10 >= shape.words * 7 && !shape.isInCapitals
    }

    /// Whether it breaks off: "… then the Host header field must".
    private static func endsInMiddle(_ words: [String]) -> Bool {
        words.last.map(openWords.contains) ?? false
    }

    /// Whether a line ends with a word behind which something must come: "… approve a".
    static func breaksOff(_ words: [String]) -> Bool {
        words.last.map { openWords.contains($0) || hangingWords.contains($0) } ?? false
    }

    private static let hangingWords: Set<String> = [
        "to", "from", "with", "by", "at", "into", "which", "that", "is", "are", "was", "were", "be", "as",
    ]
    private static let openWords: Set<String> = [
        "the", "a", "an", "of", "and", "or", "but", "than", "if", "because", "my", "your", "our", "their",
        "i", "we", "whose", "eg", "der", "und", "oder", "dass", "weil", "et", "que", "y",
    ]

    /// Whether it begins like a piece cut out of a line.
    static func beginsSmall(_ text: String) -> Bool {
        text.unicodeScalars.first { $0.isLetter }?.properties.isLowercase ?? false
    }

    /// Whether it begins like an entry of a list: `- `, `* `, `2. `, `a) `.
    static func beginsList(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        if "-*•·–+o".unicodeScalars.contains(first) {
            return text.unicodeScalars.dropFirst().first == " "
        }
        let mark = text.unicodeScalars.prefix(4).drop { $0.isDigit || $0.isLetter }.first
        return (first.isDigit || first.isLetter) && (mark == "." || mark == ")")
    }

    /// Whether it has an end: a stop, perhaps with what closes there.
    static func endsWithStop(_ text: String) -> Bool {
        text.unicodeScalars.suffix(3).contains { scalar in
            switch scalar {
            case ".", "!", "?", "…", "。", "！", "？", "｡", "؟", "۔", "।", "॥", "።", "։", "။", "។": true
            default: false
            }
        }
    }
}
