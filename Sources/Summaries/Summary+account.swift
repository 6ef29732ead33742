extension Summary {
    /// One line that says what was read, what is quoted, and what was left out.
    ///
    /// `Read 41 comments by 17 people; quotes 6; 3 not read: removed.`
    public var account: String {
        var parts = ["Read \(counted(readComments, "comment"))\(authors)", "quotes \(quotedComments)"]
        if wordless > 0 { parts.append("\(wordless) without words of their own") }
        if withheldSentences > 0 {
            parts.append("\(counted(withheldSentences, "sentence")) with contact details left out")
        }
        if removed > 0 { parts.append("\(removed) not read: removed") }
        return parts.joined(separator: "; ") + "."
    }

    private var authors: String {
        guard readComments > 0 else { return "" }
        guard let people else { return readComments == 1 ? ", author unknown" : ", authors unknown" }
        let known = people == 1 ? "1 person" : "\(people) people"
        guard unnamedComments > 0 else { return " by \(known)" }
        return ", \(readComments - unnamedComments) by \(known), \(unnamedComments) by unknown authors"
    }

    private func counted(_ number: Int, _ noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }
}
