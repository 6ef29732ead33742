extension FragmentPage {
    /// The first words of a piece, as many as there are.
    func firstWords(_ count: Int, of piece: Piece) -> Piece {
        var (end, rest) = (piece.range.lowerBound, count)
        while rest > 0 && end < piece.range.upperBound {
            end = wordEnd(from: end, piece)
            rest -= 1
        }
        return Piece(block: piece.block, range: piece.range.lowerBound..<end)
    }

    /// The last words of a piece, as many as there are.
    func lastWords(_ count: Int, of piece: Piece) -> Piece {
        var (start, rest) = (piece.range.upperBound, count)
        while rest > 0 && start > piece.range.lowerBound {
            start = wordStart(from: start, piece)
            rest -= 1
        }
        return Piece(block: piece.block, range: start..<piece.range.upperBound)
    }

    /// The words before a piece in its block; where it begins the block, the last ones of the block before.
    func words(before piece: Piece) -> Piece? {
        let own = trimmed(piece.block, 0..<piece.range.lowerBound)
        return own ?? (piece.block > 0 ? whole(piece.block - 1) : nil)
    }

    /// The words behind a piece in its block; where it ends the block, the first ones of the next.
    func words(behind piece: Piece) -> Piece? {
        let own = trimmed(piece.block, piece.range.upperBound..<scalars(of: piece.block).count)
        return own ?? (piece.block + 1 < blockCount ? whole(piece.block + 1) : nil)
    }

    private func whole(_ block: Int) -> Piece? { trimmed(block, 0..<scalars(of: block).count) }

    private func trimmed(_ block: Int, _ range: Range<Int>) -> Piece? {
        let scalars = scalars(of: block)
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end && scalars[start].isWhite { start += 1 }
        while start < end && scalars[end - 1].isWhite { end -= 1 }
        return start < end ? Piece(block: block, range: start..<end) : nil
    }

    private func wordEnd(from start: Int, _ piece: Piece) -> Int {
        let scalars = scalars(of: piece.block)
        var end = start
        while end < piece.range.upperBound && scalars[end].isWhite { end += 1 }
        repeat { end += 1 } while end < piece.range.upperBound && !isCut(end, scalars)
        return min(end, piece.range.upperBound)
    }

    private func wordStart(from end: Int, _ piece: Piece) -> Int {
        let scalars = scalars(of: piece.block)
        var start = end
        while start > piece.range.lowerBound && scalars[start - 1].isWhite { start -= 1 }
        repeat { start -= 1 } while start > piece.range.lowerBound && !isCut(start, scalars)
        return max(start, piece.range.lowerBound)
    }

    /// Where words end for every browser: at white space, and behind the marks of scripts that set none.
    private func isCut(_ position: Int, _ scalars: [Unicode.Scalar]) -> Bool {
        let (before, behind) = (scalars[position - 1], scalars[position])
        if before.isWhite || behind.isWhite { return true }
        return before.endsClause && !behind.endsClause && !behind.isCloser
            && WordBreakKind.of(behind) != .extender
    }
}

extension Unicode.Scalar {
    fileprivate var endsClause: Bool {
        isHardStop || self == "、" || self == "，" || self == "；" || self == "："
    }
}
