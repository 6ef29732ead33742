extension Statement {
    /// The statement's texts in the order of the page: what a browser finds one after the other.
    struct Blocks {
        let texts: [String]
        private let references: [PassageReference?]

        init(_ statement: Statement) {
            var blocks: [(text: String, reference: PassageReference?)] = [(statement.title, .title)]
            if let standfirst = statement.standfirst { blocks.append((standfirst, .standfirst)) }
            if let caption = statement.caption { blocks.append((caption.text, .caption)) }
            blocks += statement.paragraphs.map { ($0.text, nil) }
            texts = blocks.map(\.text)
            references = blocks.map(\.reference)
        }

        /// All of the title, standfirst or caption.
        func whole(_ reference: PassageReference) -> TextFragment.Place? {
            guard let block = references.firstIndex(of: reference) else { return nil }
            let end = texts[block].unicodeScalars.count
            return TextFragment.Place(firstBlock: block, start: 0, lastBlock: block, end: end)
        }

        /// A part of the body: numbers of paragraphs, with offsets in Unicode scalars.
        func stretch(
            from first: (paragraph: Int, offset: Int),
            to last: (paragraph: Int, offset: Int)
        ) -> TextFragment.Place {
            let above = references.count { $0 != nil } - 1
            return TextFragment.Place(
                firstBlock: above + first.paragraph,
                start: first.offset,
                lastBlock: above + last.paragraph,
                end: last.offset
            )
        }
    }

    var blocks: Blocks { Blocks(self) }
}
