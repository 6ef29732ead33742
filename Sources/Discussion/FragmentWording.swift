/// Chooses the words that name a passage on a page, and nothing else or nothing before it.
struct FragmentWording {
    private typealias Piece = FragmentPage.Piece

    /// Words of the page, and what is said about what stands around them.
    private struct Candidate {
        var prefix: Piece?
        let text: Piece
        var suffix: Piece?
        /// Whether it has more of a block than readers of a link would like.
        var isLong = false

        var isOfOneBlock: Bool { [prefix, suffix].allSatisfy { $0.map { $0.block == text.block } ?? true } }
    }

    private let page: FragmentPage
    private let first: Piece
    private let last: Piece

    /// Exact words up to this many scalars; more are named by their ends. A page may have within a sentence what its
    /// text has not: a second space, the sign of a note.
    private static let longestExact = 100
    private static let edgeWords = 3...12
    /// If so many are not enough, all that the block has.
    private static let contextWords = Array(1...12) + [.max]

    init(of passage: BlockRange, on page: FragmentPage) {
        self.page = page
        (first, last) = page.ends(of: passage)
    }

    /// The directive; nil where nothing tells the passage from another.
    var directive: String? {
        guard first.block == last.block else { return ends }
        return first.range.count <= Self.longestExact ? exact ?? ends : ends ?? exact
    }

    /// All the words.
    private var exact: String? {
        let candidates = [Candidate(text: first)] + contexts(first, before: true, behind: true)
        let found = choice(of: candidates, like: first) { $0.start < page.letters(of: first).lowerBound }
        return found.map { written($0.prefix, [$0.text], $0.suffix) }
    }

    /// The first words and the last ones.
    private var ends: String? {
        let heads = Self.edgeWords.map { Candidate(text: page.firstWords($0, of: first)) }
        let tails = Self.edgeWords.map { Candidate(text: page.lastWords($0, of: last)) }
        let (shortHead, longHead) = (heads[0].text, heads[heads.count - 1].text)
        let (shortTail, longTail) = (tails[0].text, tails[tails.count - 1].text)
        let openings = heads + contexts(longHead, before: true, behind: false)
        let start = page.letters(of: shortHead).lowerBound
        guard let opening = choice(of: openings, like: shortHead, before: { $0.start < start }) else {
            return nil
        }
        // From here on a browser looks for the last words.
        let from = page.letters(of: opening.text).upperBound
        let closings = (tails + contexts(longTail, before: false, behind: true)).filter {
            isReached($0, from: from)
        }
        let end = page.letters(of: shortTail).lowerBound
        let closing = choice(of: closings, like: shortTail) { $0.start >= from && $0.start < end }
        return closing.map { written(opening.prefix, [opening.text, $0.text], $0.suffix) }
    }

    /// The shortest that is like no other place of the page, or else like none before its own. What stands in the same
    /// block tells more than its neighbours, between which a page may have other things.
    ///
    /// - Parameter core: Words that all candidates have.
    private func choice(
        of candidates: [Candidate],
        like core: Piece,
        before isBefore: (FragmentPage.Rival) -> Bool
    ) -> Candidate? {
        let letters = page.letters(of: core)
        guard !letters.isEmpty else { return nil }
        let rivals = page.rivals(of: letters)
        let earlier = rivals.filter(isBefore)
        for isOwn in [true, false] {
            let own = candidates.filter { $0.isOfOneBlock == isOwn && isFindable($0) }
            let found =
                own.first { !$0.isLong && !isLike(rivals, $0, letters) }
                ?? own.first { !isLike(earlier, $0, letters) }
            if let found { return found }
        }
        return nil
    }

    /// Whether a browser comes from one piece to the next. It leaves out white space between them, but no sign that is
    /// not seen, and takes such a sign for a part of the word before it.
    private func isFindable(_ candidate: Candidate) -> Bool {
        let text = page.edges(of: candidate.text)
        if text.closesAttached { return false }
        if let prefix = candidate.prefix.map(page.edges),
            prefix.isEmpty || prefix.closesHidden || text.opensHidden
        {
            return false
        }
        guard let suffix = candidate.suffix.map(page.edges) else { return true }
        return !(suffix.isEmpty || suffix.opensHidden || suffix.closesAttached || text.closesHidden)
    }

    private func isLike(_ rivals: [FragmentPage.Rival], _ candidate: Candidate, _ core: Range<Int>) -> Bool {
        let letters = letters(of: candidate)
        return rivals.contains { fits($0, core, letters) }
    }

    private func letters(of candidate: Candidate) -> Range<Int> {
        let start = page.letters(of: candidate.prefix ?? candidate.text).lowerBound
        return start..<page.letters(of: candidate.suffix ?? candidate.text).upperBound
    }

    /// Whether a browser might take the rival for the passage.
    private func fits(_ rival: FragmentPage.Rival, _ core: Range<Int>, _ letters: Range<Int>) -> Bool {
        let (before, behind) = (core.lowerBound - letters.lowerBound, letters.upperBound - core.upperBound)
        // Beyond what was compared, everything might be the same.
        guard rival.before >= min(before, FragmentPage.mostContext) else { return false }
        guard rival.behind >= min(behind, FragmentPage.mostContext) else { return false }
        let start = rival.start - before
        return page.mayBeWhole(start..<start + letters.count)
    }

    /// Whether a browser comes to the last words: where what is behind them is wrong it goes on at the end of what it
    /// found, which must not lie within them.
    private func isReached(_ closing: Candidate, from start: Int) -> Bool {
        let tail = page.letters(of: closing.text)
        guard tail.lowerBound >= start, !tail.isEmpty else { return false }
        guard closing.suffix != nil else { return true }
        return !page.otherPlaces(of: tail).contains { place in
            place >= start && place < tail.lowerBound && place + tail.count > tail.lowerBound
        }
    }

    /// The text with more and more words around it.
    private func contexts(_ text: Piece, before: Bool, behind: Bool) -> [Candidate] {
        let above = before ? page.words(before: text) : nil
        let below = behind ? page.words(behind: text) : nil
        return Self.contextWords.flatMap { count -> [Candidate] in
            let prefix = above.map { page.lastWords(count, of: $0) }
            let suffix = below.map { page.firstWords(count, of: $0) }
            let isLong = count == .max
            let sides = [
                Candidate(prefix: prefix, text: text, isLong: isLong),
                Candidate(text: text, suffix: suffix, isLong: isLong),
                Candidate(prefix: prefix, text: text, suffix: suffix, isLong: isLong),
            ]
            return sides.filter { $0.prefix != nil || $0.suffix != nil }
        }
    }

    private func written(_ prefix: Piece?, _ texts: [Piece], _ suffix: Piece?) -> String {
        let words = { (piece: Piece) in TextFragment.encoded(page.text(of: piece)) }
        let parts = [prefix.map { words($0) + "-" }] + texts.map(words) + [suffix.map { "-" + words($0) }]
        return "text=" + parts.compactMap(\.self).joined(separator: ",")
    }
}
