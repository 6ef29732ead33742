extension Comment {
    /// The comment, whole, as a contribution to the discussion of `statement`.
    ///
    /// Only a comment of the page has a link: what was said in a room stands nowhere on the web. Where comments before it
    /// may have its words, ``CommentThread/quotation(of:in:)`` makes a better one.
    public func quotation(in statement: Statement) -> Quotation { quotation(in: statement, among: [self]) }

    /// - Parameter comments: All that stand on the page, in its order.
    fileprivate func quotation(in statement: Statement, among comments: [Comment]) -> Quotation {
        Quotation(
            reference: .comment(label),
            paragraphs: paragraphs.map(\.text),
            source: "\(statement.heading): \(sourceWords)",
            link: statement.sourceURL.flatMap { link(on: $0, below: statement, among: comments) },
            wordSource: source,
            selectors: QuotationSelectors(of: whole(after: 0), in: paragraphs.map(\.text)),
            revision: statement.revision
        )
    }

    private var sourceWords: String {
        if isRemoved { return "comment \(label.rawValue), removed" }
        let words = "comment \(label.rawValue)" + (author.map { " by \($0)" } ?? ", author not named")
        return isEdited ? words + ", edited" : words
    }

    private func link(on url: String, below statement: Statement, among comments: [Comment]) -> String? {
        guard origin == .page else { return nil }
        let page = comments.filter { $0.origin == .page }
        guard !isRemoved, let own = page.lastIndex(of: self) else { return url }
        let texts = page.map { $0.paragraphs.map(\.text) }
        let above = statement.blocks.texts + texts[..<own].joined()
        guard let whole = whole(after: above.count) else { return url }
        return TextFragment.link(
            to: url,
            fragment: TextFragment(of: whole, in: above + texts[own...].joined())
        )
    }

    /// All of it, behind other blocks; nil where it has no words.
    private func whole(after above: Int) -> BlockRange? {
        paragraphs.last.map { last in
            BlockRange(
                firstBlock: above,
                start: 0,
                lastBlock: above + paragraphs.count - 1,
                end: last.text.unicodeScalars.count
            )
        }
    }
}

extension CommentThread {
    /// The comment with this label, whole.
    ///
    /// - Throws: ``PassageError/noComment(_:count:nearest:)``, which suggests the nearest comment above: the
    ///   one that `#1.9` would have answered, or else the last at the top.
    public func quotation(of label: CommentLabel, in statement: Statement) throws(PassageError) -> Quotation {
        if let comment = self[label] { return comment.quotation(in: statement, among: comments) }
        throw .noComment(label, count: comments.count, nearest: nearest(to: label).map { .comment($0) })
    }

    private func nearest(to label: CommentLabel) -> CommentLabel? {
        var parts = label.rawValue.split(separator: ".").dropLast()
        while !parts.isEmpty {
            let above = CommentLabel(parts.joined(separator: "."))
            if self[above] != nil { return above }
            parts = parts.dropLast()
        }
        let isChat = label.rawValue.hasPrefix("c")
        return comments.last { ($0.origin == .chat) == isChat && $0.parent == nil }?.label
            ?? comments.last?.label
    }
}
