extension StatementChanges {
    /// A run as it is shown: what was kept may be left out.
    public enum ShownRun: Hashable, Sendable {
        case kept(String)
        case removed(String)
        case added(String)
        /// Words that were kept and are not shown; a renderer sets `…` in their place, which is none of the text's own
        /// words.
        case leftOut(String)
    }
}

extension [StatementChanges.Run] {
    /// The runs with long kept ones shortened to their first and last words; what is between them is left out, and
    /// white space around it stays with what is shown.
    ///
    /// All texts in order, left out ones too, are those of the runs.
    public func elided(wordsAtEachEnd: Int = 8) -> [StatementChanges.ShownRun] {
        flatMap { run -> [StatementChanges.ShownRun] in
            switch run {
            case .kept(let text): Self.shortened(text, wordsAtEachEnd)
            case .removed(let text): [.removed(text)]
            case .added(let text): [.added(text)]
            }
        }
    }

    private static func shortened(_ text: String, _ wordsAtEachEnd: Int) -> [StatementChanges.ShownRun] {
        let scalars = [Unicode.Scalar](text.unicodeScalars)
        let tokens = TextToken.tokens(in: scalars)
        let words = tokens.indices.filter { tokens[$0].isWord }
        guard words.count > 2 * wordsAtEachEnd, wordsAtEachEnd > 0 else { return [.kept(text)] }
        var head = words[wordsAtEachEnd - 1] + 1
        while !tokens[head].isWord && !tokens[head].isWhite { head += 1 }
        if tokens[head].isWhite { head += 1 }
        var tail = words[words.count - wordsAtEachEnd]
        while tail > head && !tokens[tail - 1].isWord && !tokens[tail - 1].isWhite { tail -= 1 }
        if tail > head && tokens[tail - 1].isWhite { tail -= 1 }
        guard head < tail else { return [.kept(text)] }
        let (start, end) = (tokens[head].range.lowerBound, tokens[tail].range.lowerBound)
        return [
            .kept(String(scalars[..<start])), .leftOut(String(scalars[start..<end])),
            .kept(String(scalars[end...])),
        ]
    }
}
