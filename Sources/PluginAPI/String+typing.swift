extension String {
    /// Without white space at both ends.
    var trimmed: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }

    /// The first word, and what follows it, trimmed.
    var splitAtFirstSpace: (word: String, rest: String) {
        guard let space = firstIndex(where: \.isWhitespace) else { return (self, "") }
        return (String(self[..<space]), String(self[space...]).trimmed)
    }

    /// What follows the prefix; nil where there is another beginning.
    func dropping(prefix: String, ignoringCase: Bool = false) -> String? {
        let beginning = self.prefix(prefix.count)
        let isSame = ignoringCase ? beginning.lowercased() == prefix.lowercased() : beginning == prefix
        return isSame ? String(dropFirst(prefix.count)) : nil
    }

    /// At most this many Unicode scalars, with `…` where some were left out: for repeating what somebody typed.
    ///
    /// A single Character can hold 100,000 combining marks, so scalars are counted.
    public func shortened(to limit: Int) -> String {
        guard unicodeScalars.count > limit else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.prefix(limit))) + "…"
    }

    /// The text as a bot may repeat it inside a sentence: one line, at most `limit` Unicode scalars, and nothing
    /// that would turn the sentence around, hide a part of it, or look like code.
    public func repeated(upTo limit: Int = 40) -> String {
        var kept = String.UnicodeScalarView()
        var marks = 0
        // What is dropped must not count, or a word after 10,000 invisible characters would be lost.
        for scalar in unicodeScalars where !scalar.isInvisible {
            marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
            guard marks <= Self.marksOnOneLetter else { continue }
            if scalar.properties.isWhitespace {
                if let last = kept.last, last != " " { kept.append(" ") }
            } else {
                kept.append(scalar == "`" ? "’" : scalar)
            }
            if kept.count > limit { break }
        }
        return String(kept).trimmed.shortened(to: limit)
    }

    /// More than any writing needs; a letter with thousands would cover the lines around it.
    private static let marksOnOneLetter = 4
}

extension Unicode.Scalar {
    /// Control characters other than white space, and those that change the direction of writing.
    fileprivate var isInvisible: Bool {
        guard !properties.isWhitespace else { return false }
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: return true
        // Joiners belong to words of Persian and to emoji; the rest of the formatting characters do not.
        case .format: return value != 0x200C && value != 0x200D
        default: return false
        }
    }
}
