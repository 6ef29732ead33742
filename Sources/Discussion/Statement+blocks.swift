extension Statement {
    /// The statement's texts in the order of the page: what a browser finds one after the other.
    struct Blocks {
        let texts: [String]
        private let references: [PassageReference?]

        init(_ statement: Statement) {
            let edges: [(text: String?, reference: PassageReference?)] = [
                (statement.title, .title), (statement.standfirst, .standfirst),
                (statement.caption?.text, .caption),
            ]
            let present = edges.filter { $0.text?.isEmpty == false }
            texts = present.compactMap(\.text) + statement.paragraphs.map(\.text)
            references = present.map(\.reference) + statement.paragraphs.map { _ in nil }
        }

        /// All of the title, standfirst or caption; nil where it has no words.
        func whole(_ reference: PassageReference) -> BlockRange? {
            guard let block = references.firstIndex(of: reference) else { return nil }
            let end = texts[block].unicodeScalars.count
            return BlockRange(firstBlock: block, start: 0, lastBlock: block, end: end)
        }

        /// A part of the body: numbers of paragraphs, with offsets in Unicode scalars.
        func stretch(
            from first: (paragraph: Int, offset: Int),
            to last: (paragraph: Int, offset: Int)
        ) -> BlockRange {
            let above = references.count { $0 != nil } - 1
            return BlockRange(
                firstBlock: above + first.paragraph,
                start: first.offset,
                lastBlock: above + last.paragraph,
                end: last.offset
            )
        }
    }

    var blocks: Blocks { Blocks(self) }
}
