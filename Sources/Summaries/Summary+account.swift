extension Summary {
    /// One line that says what was read, what is quoted, and what was left out.
    ///
    /// `Read 41 comments by 17 people; quotes 6; 3 not read: removed.`
    public var account: String {
        var parts = ["Read \(counted(counts.read, "comment"))\(authors)", "quotes \(quotedComments)"]
        if counts.wordless > 0 { parts.append("\(counts.wordless) without words of their own") }
        if counts.withheldSentences > 0 {
            parts.append("\(counted(counts.withheldSentences, "sentence")) with contact details left out")
        }
        if counts.removed > 0 { parts.append("\(counts.removed) not read: removed") }
        return parts.joined(separator: "; ") + "."
    }

    private var authors: String {
        guard counts.read > 0 else { return "" }
        guard let people = counts.people else {
            return counts.read == 1 ? ", author unknown" : ", authors unknown"
        }
        let known = people == 1 ? "1 person" : "\(people) people"
        guard counts.unnamed > 0 else { return " by \(known)" }
        return ", \(counts.read - counts.unnamed) by \(known), \(counts.unnamed) by unknown authors"
    }

    private func counted(_ number: Int, _ noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }
}
