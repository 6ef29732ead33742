extension Statement {
    /// The statement's texts in the order of the page: what a browser finds one after the other.
    struct Blocks {
        let texts: [String]
        /// What the first texts are; behind them stand the paragraphs.
        let edges: [PassageReference]
        private let statement: Statement

        init(_ statement: Statement) {
            let edges: [(text: String?, reference: PassageReference)] = [
                (statement.title, .title), (statement.standfirst, .standfirst),
                (statement.caption?.text, .caption),
            ]
            let present = edges.filter { $0.text?.isEmpty == false }
            texts = present.compactMap(\.text) + statement.paragraphs.map(\.text)
            self.edges = present.map(\.reference)
            self.statement = statement
        }

        /// Where a passage stands; nil for a title, standfirst or caption without words.
        ///
        /// - Throws: ``PassageError`` where there is no such passage.
        func place(of reference: PassageReference) throws(PassageError) -> BlockRange? {
            switch reference {
            case .title: break
            case .standfirst: if statement.standfirst == nil { throw .noStandfirst }
            case .caption: if statement.caption == nil { throw .noCaption }
            case .statement(let range):
                try statement.check(range)
                return place(of: range)
            case .comment(let label): throw .isComment(label)
            }
            return edges.firstIndex(of: reference).map { block in
                let end = texts[block].unicodeScalars.count
                return BlockRange(firstBlock: block, start: 0, lastBlock: block, end: end)
            }
        }

        private func place(of range: PassageRange) -> BlockRange {
            let (first, last) = (range.first, range.last)
            let (opening, closing) = (
                statement.paragraphs[first.paragraph - 1], statement.paragraphs[last.paragraph - 1]
            )
            return BlockRange(
                firstBlock: edges.count + first.paragraph - 1,
                start: first.sentence.map { opening.sentences[$0 - 1].start } ?? 0,
                lastBlock: edges.count + last.paragraph - 1,
                end: last.sentence.map { closing.sentences[$0 - 1].end } ?? closing.text.unicodeScalars.count
            )
        }
    }

    var blocks: Blocks { Blocks(self) }
}
