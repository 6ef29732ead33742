/// The blocks of a page as a browser searches them.
struct FragmentPage {
    private let blocks: [[Unicode.Scalar]]
    private let folded: [FoldedText]

    init(_ texts: [String]) {
        blocks = texts.map { Array($0.unicodeScalars) }
        folded = texts.map(FoldedText.init)
    }

    func count(of block: Int) -> Int { blocks[block].count }

    func text(_ range: Range<Int>, in block: Int) -> String { String(blocks[block][range]) }

    /// Without white space at its ends, and with the rest of the words that it cuts: `class.` becomes
    /// `class.Campism`.
    func widened(_ range: Range<Int>, in block: Int) -> Range<Int> {
        let scalars = blocks[block]
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end && scalars[start].isWhite { start += 1 }
        while start < end && scalars[end - 1].isWhite { end -= 1 }
        while isInsideWord(start, scalars) { start -= 1 }
        while isInsideWord(end, scalars) { end += 1 }
        return start..<end
    }

    /// Whether the words at this place stand nowhere else on the page.
    func isUnique(_ range: Range<Int>, in block: Int) -> Bool {
        let needle = FoldedText(text(range, in: block))
        var count = 0
        for text in folded {
            count += text.occurrences(of: needle).count { text.isWhole($0) }
            if count > 1 { return false }
        }
        return count == 1
    }

    /// Whether a browser that looks for these words comes to this place first.
    func isFirst(_ range: Range<Int>, in block: Int) -> Bool {
        let needle = FoldedText(text(range, in: block))
        for (number, text) in folded.enumerated() {
            guard let found = text.occurrences(of: needle).first(where: text.isWhole) else { continue }
            return number == block && text.origin(of: found).lowerBound == range.lowerBound
        }
        return false
    }

    func firstWords(_ count: Int, of range: Range<Int>, in block: Int) -> Range<Int> {
        words(count, after: range.lowerBound, in: block).map {
            range.lowerBound..<min($0.upperBound, range.upperBound)
        }
            ?? range
    }

    func lastWords(_ count: Int, of range: Range<Int>, in block: Int) -> Range<Int> {
        words(count, before: range.upperBound, in: block).map {
            max($0.lowerBound, range.lowerBound)..<range.upperBound
        }
            ?? range
    }

    /// The next words from a place on, as many as there are; nil for none.
    func words(_ count: Int, after start: Int, in block: Int) -> Range<Int>? {
        let scalars = blocks[block]
        var (begin, end) = (start, start)
        while begin < scalars.count && scalars[begin].isWhite { begin += 1 }
        end = begin
        for _ in 0..<count {
            while end < scalars.count && scalars[end].isWhite { end += 1 }
            while end < scalars.count && !scalars[end].isWhite { end += 1 }
        }
        while end > begin && scalars[end - 1].isWhite { end -= 1 }
        return begin < end ? begin..<end : nil
    }

    /// The words that end before a place, as many as there are; nil for none.
    func words(_ count: Int, before end: Int, in block: Int) -> Range<Int>? {
        let scalars = blocks[block]
        var finish = end
        while finish > 0 && scalars[finish - 1].isWhite { finish -= 1 }
        var start = finish
        for _ in 0..<count {
            while start > 0 && scalars[start - 1].isWhite { start -= 1 }
            while start > 0 && !scalars[start - 1].isWhite { start -= 1 }
        }
        while start < finish && scalars[start].isWhite { start += 1 }
        return start < finish ? start..<finish : nil
    }

    /// Browsers split words where Unicode does, which keeps letters together over a single `.`, `:` or
    /// apostrophe.
    private func isInsideWord(_ position: Int, _ scalars: [Unicode.Scalar]) -> Bool {
        guard position > 0, position < scalars.count else { return false }
        let (before, after) = (scalars[position - 1], scalars[position])
        if isPart(before) && isPart(after) { return true }
        if isJoint(before) && isPart(after) { return position > 1 && isPart(scalars[position - 2]) }
        return isPart(before) && isJoint(after) && position + 1 < scalars.count
            && isPart(scalars[position + 1])
    }

    private func isPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isLetterOrDigit || scalar.isMark || scalar == "_"
    }

    private func isJoint(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." || scalar == ":" || scalar == "'" || scalar == "’" || scalar == "·" || scalar == ","
    }
}
