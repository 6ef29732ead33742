/// A statement as one text, a line feed between each block and the next, to look for words in.
struct SearchedText {
    let scalars: [Unicode.Scalar]
    private let paragraphs: [Paragraph]
    private let blocks: Statement.Blocks
    private let borders: WordBorders
    /// Where each block begins; one more at the end, behind a line feed that is not there.
    private let starts: [Int]

    init(_ statement: Statement) {
        paragraphs = statement.paragraphs
        blocks = statement.blocks
        var scalars: [Unicode.Scalar] = []
        var starts = [0]
        for text in blocks.texts {
            if starts.count > 1 { scalars.append("\n") }
            scalars += text.unicodeScalars
            starts.append(scalars.count + 1)
        }
        self.scalars = scalars
        self.starts = starts
        borders = WordBorders(scalars)
    }

    /// Where these words stand and cut no word, in order.
    func places(of words: [Unicode.Scalar]) -> [Range<Int>] {
        Needle(words).places(in: scalars).map { $0..<$0 + words.count }
            .filter { !cutsWord($0.lowerBound) && !cutsWord($0.upperBound) }
    }

    /// The place of an address; nil where no words have it.
    func place(of reference: PassageReference) -> Range<Int>? {
        do {
            guard let found = try blocks.place(of: reference) else { return nil }
            let place = starts[found.firstBlock] + found.start..<starts[found.lastBlock] + found.end
            return place.isEmpty ? nil : place
        } catch {
            return nil
        }
    }

    /// The fewest sentences that hold a place, or its edge; nil where it runs from an edge into the body.
    func sentences(around place: Range<Int>) -> PassageReference? {
        let (first, last) = (block(at: place.lowerBound), block(at: place.upperBound - 1))
        if first < blocks.edges.count { return first == last ? blocks.edges[first] : nil }
        guard let start = sentence(in: first, endingBehind: place.lowerBound + 1),
            let end = sentence(in: last, endingBehind: place.upperBound)
        else { return nil }
        return .statement(PassageRange(start, through: end))
    }

    /// The paragraphs that are a place, or its edge; nil where it is not all of them.
    func paragraphs(at place: Range<Int>) -> PassageReference? {
        let (first, last) = (block(at: place.lowerBound), block(at: place.upperBound - 1))
        if first < blocks.edges.count { return first == last ? blocks.edges[first] : nil }
        guard place == starts[first]..<starts[last + 1] - 1 else { return nil }
        return .statement(PassageRange(number(of: first), through: number(of: last)))
    }

    private func number(of block: Int) -> PassagePlace {
        PassagePlace(paragraph: block - blocks.edges.count + 1)
    }

    private func block(at position: Int) -> Int { starts.firstPlace { $0 > position } - 1 }

    private func sentence(in block: Int, endingBehind position: Int) -> PassagePlace? {
        let paragraph = number(of: block).paragraph
        let sentences = paragraphs[paragraph - 1].sentences
        let index = sentences.firstPlace { $0.end >= position - starts[block] }
        return index < sentences.count ? PassagePlace(paragraph: paragraph, sentence: index + 1) : nil
    }

    /// A place where a sentence of this text begins or ends cuts nothing: `class.Campism` are two sentences.
    private func cutsWord(_ position: Int) -> Bool {
        guard position > 0, position < scalars.count else { return false }
        let (before, behind) = (scalars[position - 1], scalars[position])
        let areLetters = before.isWordly && behind.isWordly
        return (areLetters || !borders.isBorder(position)) && !isSentenceEdge(position)
    }

    private func isSentenceEdge(_ position: Int) -> Bool {
        let block = block(at: position)
        guard block >= blocks.edges.count else {
            return position == starts[block] || position == starts[block + 1] - 1
        }
        guard let place = sentence(in: block, endingBehind: position), let number = place.sentence else {
            return true
        }
        let sentences = paragraphs[place.paragraph - 1].sentences
        let offset = position - starts[block]
        return sentences[number - 1].end == offset || sentences[number - 1].start == offset
    }
}

extension Unicode.Scalar {
    fileprivate var isWordly: Bool { isLetterOrDigit || isMark }
}
