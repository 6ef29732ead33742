/// The blocks of a page as a browser searches them.
struct FragmentPage {
    /// Some words of one block; the range in Unicode scalars.
    struct Piece: Hashable {
        let block: Int
        let range: Range<Int>
    }

    private let blocks: [[Unicode.Scalar]]
    private let borders: [WordBorders]
    /// All that a browser compares, one block after the other: folded, and without white space.
    private var letters: [Unicode.Scalar] = []
    /// For each letter the block that it is from, and where it stands there.
    private var origins: [(block: Int, offset: Int)] = []
    /// For each place of each block, how many letters stand before it on the page.
    private var counts: [[Int]] = []

    init(_ texts: [String]) {
        blocks = texts.map { Array($0.unicodeScalars) }
        borders = blocks.map(WordBorders.init)
        for (block, scalars) in blocks.enumerated() {
            var count = [letters.count]
            for (offset, scalar) in scalars.enumerated() {
                if !scalar.isWhite { BrowserFolding.append(scalar, to: &letters) }
                while origins.count < letters.count { origins.append((block, offset)) }
                count.append(letters.count)
            }
            counts.append(count)
        }
    }

    var blockCount: Int { blocks.count }

    func scalars(of block: Int) -> [Unicode.Scalar] { blocks[block] }

    func text(of piece: Piece) -> String { String(blocks[piece.block][piece.range]) }

    /// The letters of a piece.
    func letters(of piece: Piece) -> Range<Int> {
        counts[piece.block][piece.range.lowerBound]..<counts[piece.block][piece.range.upperBound]
    }

    func edges(of piece: Piece) -> PieceEdges {
        PieceEdges(blocks[piece.block][piece.range], hasLetters: !letters(of: piece).isEmpty)
    }

    /// The parts of a passage in its first and its last block, which may be the same, without white space at their ends,
    /// and with the rest of the words that they cut: `class.` becomes `class.Campism`.
    func ends(of passage: BlockRange) -> (first: Piece, last: Piece) {
        let isOne = passage.firstBlock == passage.lastBlock
        let first = passage.start..<(isOne ? passage.end : blocks[passage.firstBlock].count)
        let last = (isOne ? passage.start : 0)..<passage.end
        return (widened(first, in: passage.firstBlock), widened(last, in: passage.lastBlock))
    }

    private func widened(_ range: Range<Int>, in block: Int) -> Piece {
        let scalars = blocks[block]
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end && scalars[start].isWhite { start += 1 }
        while start < end && scalars[end - 1].isWhite { end -= 1 }
        while !borders[block].isBorder(start) { start -= 1 }
        while !borders[block].isBorder(end) { end += 1 }
        return Piece(block: block, range: start..<end)
    }

    /// Where else the same letters begin; no browser finds words over the border of a block.
    func otherPlaces(of core: Range<Int>) -> [Int] {
        Needle(Array(letters[core])).places(in: letters).filter { place in
            let isOfOneBlock = origins[place].block == origins[place + core.count - 1].block
            return isOfOneBlock && place != core.lowerBound
        }
    }

    /// Where else the same letters stand.
    func rivals(of core: Range<Int>) -> [Rival] {
        otherPlaces(of: core).map { place in
            Rival(
                start: place,
                before: commonCount(place - 1, core.lowerBound - 1, by: -1),
                behind: commonCount(place + core.count, core.upperBound, by: 1)
            )
        }
    }

    /// Other letters like those of a passage, and how far what is around both is the same, too.
    struct Rival {
        let start: Int
        let before: Int
        let behind: Int
    }

    /// More of what is around a passage is of no use in a link.
    static let mostContext = 250

    private func commonCount(_ one: Int, _ other: Int, by step: Int) -> Int {
        var count = 0
        var (one, other) = (one, other)
        while count < Self.mostContext, letters.indices.contains(one), letters.indices.contains(other),
            letters[one] == letters[other]
        {
            count += 1
            one += step
            other += step
        }
        return count
    }

    /// Whether a browser may take these letters for whole words; none does where a letter stands beside them.
    func mayBeWhole(_ range: Range<Int>) -> Bool {
        guard range.lowerBound >= 0, range.upperBound <= letters.count else { return true }
        let (start, last) = (origins[range.lowerBound], origins[range.upperBound - 1])
        var end = last.offset + 1
        while end < blocks[last.block].count && WordBreakKind.of(blocks[last.block][end]) == .extender {
            end += 1
        }
        return mayBeBorder(start.offset, in: start.block) && mayBeBorder(end, in: last.block)
    }

    private func mayBeBorder(_ offset: Int, in block: Int) -> Bool {
        let scalars = blocks[block]
        guard offset > 0, offset < scalars.count else { return true }
        let isBetweenLetters = scalars[offset - 1].isLetterOrDigit && scalars[offset].isLetterOrDigit
        return !isBetweenLetters || borders[block].isBorder(offset)
    }
}
