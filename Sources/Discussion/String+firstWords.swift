extension String {
    /// Its first words, cut between two words and ended with `…` where something is left out.
    ///
    /// - Parameter maximumScalars: The bound of the result in Unicode scalars, the `…` included; one or more.
    ///   A first word that is longer is cut.
    public func firstWords(maximumScalars: Int) -> String {
        precondition(maximumScalars > 0, "there must be room for the ellipsis")
        let scalars = Paragraph.foldingWhiteSpace(of: unicodeScalars)
        guard scalars.count > maximumScalars else { return String(scalars) }
        var kept = scalars[..<(maximumScalars - 1)]
        if scalars[kept.endIndex] != " ", let space = kept.lastIndex(of: " ") { kept = kept[..<space] }
        while let last = kept.last, last.isWhite || Self.leftHanging.contains(last) { kept.removeLast() }
        return String(kept) + "…"
    }

    /// What reads badly before an ellipsis.
    private static let leftHanging: Set<Unicode.Scalar> = [",", ";", ":", "–", "—", "-", ".", "…", "("]
}

extension Statement {
    /// The first words of a paragraph, for an overview; nil where there is no such paragraph.
    ///
    /// - Parameters:
    ///   - number: Of the paragraph, from 1.
    ///   - maximumScalars: See ``Swift/String/firstWords(maximumScalars:)``.
    public func firstWords(of number: Int, maximumScalars: Int) -> String? {
        guard paragraphs.indices.contains(number - 1) else { return nil }
        return paragraphs[number - 1].text.firstWords(maximumScalars: maximumScalars)
    }
}
