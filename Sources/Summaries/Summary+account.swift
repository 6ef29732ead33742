extension Summary {
    /// One line that says what was read, what is quoted, and what was left out.
    ///
    /// `Read 41 comments by 17 people; quotes 6; 3 not read: deleted.`
    public var account: String {
        var parts = ["Read \(counted(counts.read, "comment"))\(authors)", "quotes \(quotedComments)"]
        parts += notQuoted + notRead
        return parts.joined(separator: "; ") + "."
    }

    /// What is said of those that were read.
    private var notQuoted: [String] {
        var parts: [String] = []
        if counts.repeating > 0 {
            parts.append(
                "\(counts.repeating) only \(counts.repeating == 1 ? "repeats" : "repeat") others word for word"
            )
        }
        if counts.wordless > 0 {
            let words = counts.wordless == 1 ? "words of its own" : "words of their own"
            parts.append("\(counts.wordless) without \(words)")
        }
        if counts.tooLong > 0 {
            let beginning = counts.tooLong == 1 ? "its beginning" : "their beginnings"
            parts.append("\(counts.tooLong) too long, only \(beginning) read")
        }
        if let languages { parts.append(languages) }
        if counts.withheldSentences > 0 {
            parts.append("\(counted(counts.withheldSentences, "sentence")) with contact details left out")
        }
        return parts
    }

    /// `3 in other languages: German, French`, the most frequent first.
    private var languages: String? {
        let ranked = counts.otherLanguages.filter { $0.value > 0 }
            .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        guard let first = ranked.first else { return nil }
        let all = ranked.reduce(0) { $0 + $1.value }
        guard ranked.count > 1 else { return "\(all) in another language: \(first.key)" }
        let named = ranked.prefix(Self.languagesNamed).map(\.key)
        let others = ranked.count > named.count ? " and others" : ""
        return "\(all) in other languages: \(named.joined(separator: ", "))\(others)"
    }

    private static let languagesNamed = 4

    /// What was not read, and why: `3 not read: deleted`.
    private var notRead: [String] {
        let reasons: [(count: Int, reason: String)] = [
            (counts.removed, "deleted"),
            (counts.leftOut[.hidden] ?? 0, "hidden"),
            (counts.leftOut[.banned] ?? 0, "by people banned since"),
        ]
        let recent = counts.leftOut[.recent] ?? 0
        return reasons.filter { $0.count > 0 }.map { "\($0.count) not read: \($0.reason)" }
            + (recent > 0 ? ["\(recent) not read yet: too recent"] : [])
    }

    private var authors: String {
        guard counts.read > 0 else { return "" }
        guard let people = counts.people else {
            return counts.read == 1 ? ", author unknown" : ", authors unknown"
        }
        let known = people == 1 ? "1 person" : "\(people) people"
        guard counts.unnamed > 0 else { return " by \(known)" }
        let others = counts.unnamed == 1 ? "1 by an unknown author" : "\(counts.unnamed) by unknown authors"
        return ", \(counts.read - counts.unnamed) by \(known), \(others)"
    }

    private func counted(_ number: Int, _ noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }
}
