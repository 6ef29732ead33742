/// The part of a link that makes a browser find and mark a passage: `#:~:text=…`.
///
/// Browsers take the first match and only whole words, and fold case, accents and quotation marks when they
/// compare. So the passage is widened to whole words, and words around it are added until
/// nothing else on the page is like it; one long passage is named by its first and last words.
public struct TextFragment: Hashable, Sendable {
    /// The directive, percent-encoded: `text=Russian%20imperialism`.
    public let directive: String

    /// Exact words up to this many scalars; more are named by their ends.
    private static let longestExact = 300
    private static let edgeWords = 3...12
    private static let mostContextWords = 12

    /// The fragment for a passage; nil where nothing tells it from another on the page.
    init?(of place: BlockRange, in blocks: [String]) {
        let page = FragmentPage(blocks)
        let first = page.widened(place.start..<page.count(of: place.firstBlock), in: place.firstBlock)
        let last = page.widened(0..<place.end, in: place.lastBlock)
        guard first.lowerBound < last.upperBound || place.firstBlock < place.lastBlock else { return nil }
        if place.firstBlock == place.lastBlock {
            let range = first.lowerBound..<last.upperBound
            if range.count > Self.longestExact, let ends = Self.ends(of: range, range, place, page) {
                directive = ends
                return
            }
            guard let exact = Self.exact(range, place.firstBlock, page) else { return nil }
            directive = exact
            return
        }
        guard let ends = Self.ends(of: first, last, place, page) else { return nil }
        directive = ends
    }

    /// A page's address with a fragment behind it; without one, the page itself.
    static func link(to url: String, fragment: TextFragment?) -> String {
        guard let fragment else { return url }
        return url + (url.contains("#") ? "" : "#") + ":~:" + fragment.directive
    }

    private static func exact(_ range: Range<Int>, _ block: Int, _ page: FragmentPage) -> String? {
        for count in 0...mostContextWords {
            let before = page.words(count, before: range.lowerBound, in: block)
            let after = page.words(count, after: range.upperBound, in: block)
            for (prefix, suffix) in [(before, nil), (nil, after), (before, after)] {
                let start = prefix?.lowerBound ?? range.lowerBound
                let end = suffix?.upperBound ?? range.upperBound
                guard page.isUnique(start..<end, in: block) else { continue }
                return directive(prefix: prefix, texts: [range], suffix: suffix, blocks: (block, block), page)
            }
        }
        let isFirst = page.isFirst(range, in: block)
        return isFirst
            ? directive(prefix: nil, texts: [range], suffix: nil, blocks: (block, block), page) : nil
    }

    /// The first words of `first` and the last of `last`, each found nowhere else.
    private static func ends(
        of first: Range<Int>,
        _ last: Range<Int>,
        _ place: BlockRange,
        _ page: FragmentPage
    )
        -> String?
    {
        let isOneBlock = place.firstBlock == place.lastBlock
        var opening: (text: Range<Int>, prefix: Range<Int>?)?
        var closing: (text: Range<Int>, suffix: Range<Int>?)?
        for (words, context) in edgeWords.map({ ($0, 0) })
            + (1...mostContextWords).map({ (edgeWords.upperBound, $0) })
        {
            let head = page.firstWords(words, of: first, in: place.firstBlock)
            let before = page.words(context, before: head.lowerBound, in: place.firstBlock)
            if opening == nil,
                page.isUnique((before ?? head).lowerBound..<head.upperBound, in: place.firstBlock)
            {
                opening = (head, before)
            }
            let tail = page.lastWords(words, of: last, in: place.lastBlock)
            let after = page.words(context, after: tail.upperBound, in: place.lastBlock)
            if closing == nil,
                page.isUnique(tail.lowerBound..<(after ?? tail).upperBound, in: place.lastBlock)
            {
                closing = (tail, after)
            }
        }
        guard let opening, let closing else { return nil }
        if isOneBlock && opening.text.upperBound > closing.text.lowerBound { return nil }
        return directive(
            prefix: opening.prefix,
            texts: [opening.text, closing.text],
            suffix: closing.suffix,
            blocks: (place.firstBlock, place.lastBlock),
            page
        )
    }

    private static func directive(
        prefix: Range<Int>?,
        texts: [Range<Int>],
        suffix: Range<Int>?,
        blocks: (first: Int, last: Int),
        _ page: FragmentPage
    ) -> String {
        var parts: [String] = []
        if let prefix { parts.append(encoded(page.text(prefix, in: blocks.first)) + "-") }
        for (number, text) in texts.enumerated() {
            parts.append(encoded(page.text(text, in: number == 0 ? blocks.first : blocks.last)))
        }
        if let suffix { parts.append("-" + encoded(page.text(suffix, in: blocks.last))) }
        return "text=" + parts.joined(separator: ",")
    }

    /// Percent-encoded but for letters, digits and `._~`: a hyphen or comma would be read as grammar.
    private static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            let scalar = Unicode.Scalar(byte)
            if scalar.isASCIILetter && byte < 0x80 || scalar.isASCIIDigit || byte == 0x2E || byte == 0x5F
                || byte == 0x7E
            {
                encoded.unicodeScalars.append(scalar)
            } else {
                let hex = String(byte, radix: 16, uppercase: true)
                encoded += hex.count == 1 ? "%0\(hex)" : "%\(hex)"
            }
        }
        return encoded
    }
}
