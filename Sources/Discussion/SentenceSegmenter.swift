/// Cuts a paragraph into sentences.
///
/// The rules are our own, because ICU's split after "Dr." and "J.", at "?" inside of web addresses and
/// never in "class.Campism", and a system library for that would need merge rules as long as these:
///
/// - A sentence ends at `.`, `!`, `?` or `…` before white space, with the quotation marks, brackets and
///   footnote numbers that close there. `。！？؟۔।` and their like end one anywhere.
/// - A quotation or bracket that ends goes on before a small letter: `“Why?” she asked.` An ellipsis too.
/// - A full stop ends nothing after titles, initials, "e.g." and "vs."; after "etc.", months and "Inc."
///   only before a capital letter; after "No." and "p." unless a number follows; after dotted letters
///   ("U.S.") only before a word that begins sentences; never after the number of a list entry.
/// - Without white space it ends one between a small letter or digit and a capitalised word, where people
///   forgot the space, unless that is part of a web address, a mail address or a file name.
/// - Thai, Lao, Khmer and Burmese have no stop; a space ends one where it has become long.
/// - A sentence has a letter or digit: "..." and "👍" belong to their neighbours.
///
/// Looks back and ahead a bounded number of scalars: takes time in proportion to the text.
struct SentenceSegmenter {
    private let scalars: [Unicode.Scalar]

    /// A segmenter for the scalars of one paragraph.
    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    /// The sentences' places, in order; between them is only white space.
    func ranges() -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var chunk = Chunk()
        var start = skippingWhite(from: 0)
        var position = start
        var hasWord = false
        while position < scalars.count {
            let kinds = ScalarKinds.of(scalars[position])
            guard kinds.contains(.stop) else {
                hasWord = hasWord || kinds.contains(.letterOrDigit)
                position += 1
                if kinds.contains(.white) && endsAtSpace(before: position, sentenceStart: start) {
                    ranges.append(start..<position - 1)
                    start = position
                    hasWord = false
                }
                continue
            }
            let stop = SentenceStop(at: position, in: scalars)
            if hasWord && ends(at: stop, sentenceStart: start, chunk: &chunk) {
                ranges.append(start..<stop.end)
                start = skippingWhite(from: stop.end)
                position = start
                hasWord = false
            } else {
                position = stop.end
            }
        }
        return closing(ranges, with: start, hasWord: hasWord)
    }

    /// The rest after the last stop: a sentence of its own, or, without a word, part of the one before.
    private func closing(_ ranges: [Range<Int>], with start: Int, hasWord: Bool) -> [Range<Int>] {
        var end = scalars.count
        while end > start && scalars[end - 1].isWhite { end -= 1 }
        guard start < end else { return ranges }
        guard !hasWord, let last = ranges.last else { return ranges + [start..<end] }
        return ranges.dropLast() + [last.lowerBound..<end]
    }

    /// Between letters of a script without spaces between words a space stands where others have a comma.
    private func endsAtSpace(before position: Int, sentenceStart: Int) -> Bool {
        guard position - sentenceStart > Self.longUnspaced, position < scalars.count else { return false }
        let before = scalars[position - 2]
        return (before.isUnspaced || before.isMark) && scalars[position].isUnspaced
    }

    /// In scalars; as much as thirty words.
    private static let longUnspaced = 150

    private func skippingWhite(from position: Int) -> Int {
        var position = position
        while position < scalars.count && scalars[position].isWhite { position += 1 }
        return position
    }

    private func ends(at stop: SentenceStop, sentenceStart: Int, chunk: inout Chunk) -> Bool {
        if stop.end == scalars.count || stop.isHard { return true }
        let next = WordAfterStop(from: stop.end, in: scalars)
        let token = WordBeforeStop(at: stop.marks.lowerBound, from: sentenceStart, in: scalars)
        guard scalars[stop.end].isWhite else {
            return endsWithoutSpace(at: stop, token: token, next: next, chunk: &chunk)
        }
        if stop.closes && next.isLower { return false }
        if stop.isEmphatic { return true }
        if stop.isEllipsis { return !next.isLower }
        return !token.isAbbreviation(before: next, closes: stop.closes)
    }

    private func endsWithoutSpace(
        at stop: SentenceStop,
        token: WordBeforeStop,
        next: WordAfterStop,
        chunk: inout Chunk
    ) -> Bool {
        guard next.isCapitalised, stop.marks.lowerBound > 0, !Abbreviations.endings.contains(next.word),
            !token.isAbbreviation(before: next, closes: stop.closes),
            !chunk.isAddress(at: stop.marks.lowerBound, in: scalars)
        else { return false }
        let before = scalars[stop.marks.lowerBound - 1]
        if before.isUpper { return Abbreviations.starters.contains(next.word) }
        return before.isLetterOrDigit || before.isMark || before.isCloser
    }
}

extension SentenceSegmenter {
    /// The stretch without white space that was looked at last, so that each is looked at once.
    struct Chunk {
        private var range = 0..<0
        private var isAddress = false

        /// Whether the scalar at `position` is part of a web address, mail address or path.
        mutating func isAddress(at position: Int, in scalars: [Unicode.Scalar]) -> Bool {
            if !range.contains(position) { look(at: position, in: scalars) }
            return isAddress
        }

        private mutating func look(at position: Int, in scalars: [Unicode.Scalar]) {
            var start = position
            while start > 0 && !scalars[start - 1].isWhite { start -= 1 }
            var end = position
            while end < scalars.count && !scalars[end].isWhite { end += 1 }
            range = start..<end
            isAddress = Self.isAddress(scalars[range])
        }

        private static func isAddress(_ chunk: ArraySlice<Unicode.Scalar>) -> Bool {
            if chunk.starts(with: "www.".unicodeScalars) || chunk.contains("@") { return true }
            guard let slash = chunk.firstIndex(of: "/") else { return false }
            return chunk[slash...].starts(with: "//".unicodeScalars) || chunk[..<slash].contains(".")
        }
    }
}
