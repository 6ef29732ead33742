import Discussion

/// Finds which sentences of a comment are the commenter's own.
///
/// Not their own are lines that begin with `>`, a signature and what stands below it, what is in quotation
/// marks as a whole, and what is introduced as somebody else's ("The leaflet continues:").
struct OwnWords {
    /// One sentence of a comment, and whether it may be shown as the commenter's.
    struct Entry {
        let paragraph: Int
        let sentence: Sentence
        let words: [String]
        /// False for words of somebody else, and for those that only introduce them.
        let isOwn: Bool
    }

    private var entries: [Entry] = []
    private var isQuoting = false
    private var isSigned = false

    /// The sentences of these paragraphs in order; quoted lines and signatures are left out.
    static func entries(of paragraphs: [Paragraph]) -> [Entry] {
        var reader = OwnWords()
        for (position, paragraph) in paragraphs.enumerated() where !reader.isSigned {
            let next = position + 1 < paragraphs.count ? paragraphs[position + 1] : nil
            reader.read(paragraph, before: next)
        }
        return reader.entries
    }

    private mutating func read(_ paragraph: Paragraph, before next: Paragraph?) {
        guard !Self.isMailHeader(paragraph.text) else { return }
        guard !Self.isQuotedLine(paragraph.text) else {
            // Marked lines end by themselves: what follows them needs no other sign.
            isQuoting = false
            return
        }
        if Self.isSignature(paragraph.text) {
            isSigned = true
            return
        }
        let words = paragraph.sentences.map { Words.folded(in: $0.text) }
        if isQuoting, words.joined().contains(where: StopWords.firstPerson.contains) { isQuoting = false }
        var marks = QuotationMarks()
        for (sentence, words) in zip(paragraph.sentences, words) {
            let isInMarks = marks.encloses(sentence.text)
            let introduces =
                next != nil && sentence.index == paragraph.sentences.count
                && Self.introduces(words, sentence.text)
            entries.append(
                Entry(
                    paragraph: paragraph.index,
                    sentence: sentence,
                    words: words,
                    isOwn: !isQuoting && !isInMarks && !introduces
                )
            )
            if introduces { isQuoting = true }
        }
    }

    private static func isQuotedLine(_ text: String) -> Bool {
        text.hasPrefix(">") || text.hasPrefix("&gt;") || text.hasPrefix("|")
    }

    /// `Subject: …`: what mail programs put above a mail that is passed on.
    private static func isMailHeader(_ text: String) -> Bool {
        mailHeaders.contains { text.hasPrefix($0) }
    }

    private static let mailHeaders = [
        "Subject:", "From:", "To:", "CC:", "Cc:", "Date:", "Sent:", "Sender:", "Reply-To:", "Message-ID:",
    ]

    /// `--`, `____`, `====`: what mail programs put above a name.
    private static func isSignature(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, "-_=*".unicodeScalars.contains(first) else { return false }
        return scalars.count >= 2 && scalars.prefix(40).allSatisfy { $0 == first || $0 == " " || $0 == "," }
    }

    /// A paragraph's last sentence that announces words of another: "The leaflet continues", "From a leaflet:".
    private static func introduces(_ words: [String], _ text: String) -> Bool {
        guard let last = text.unicodeScalars.last, !words.contains(where: StopWords.firstPerson.contains)
        else {
            return false
        }
        if last == ":" { return words.contains { verbs.contains($0) || nouns.contains($0) } }
        return last.properties.isAlphabetic && words.count <= 8 && words.contains(where: verbs.contains)
    }

    private static let verbs: Set<String> = [
        "follows", "continues", "continued", "concludes", "concluded", "says", "said", "writes", "wrote",
        "reads",
        "states", "stated", "argues", "argued", "adds", "added", "quoting", "declares", "asked", "replied",
    ]
    private static let nouns: Set<String> = [
        "following", "quote", "quotes", "leaflet", "article", "statement", "according", "message", "extract",
    ]
}
