/// Where a quotation stands in the text that it was taken from, in two ways that others can follow.
///
/// The text is that of the statement: title, standfirst, caption and paragraphs, as many as there are, with white
/// space folded and a line feed between each and the next. For a comment it is its own paragraphs, joined alike. Of
/// this text the code points from `position.start` to `position.end` are `quote.exact`.
public struct QuotationSelectors: Hashable, Sendable, Codable {
    /// Its words, and what stands around them.
    public let quote: TextQuoteSelector
    /// Its place.
    public let position: TextPositionSelector

    /// - Parameter passage: A place in the blocks; nil for a passage without words, which is no block.
    init(of passage: BlockRange?, in blocks: [String]) {
        guard let passage else {
            quote = TextQuoteSelector(exact: "", prefix: "", suffix: "")
            position = TextPositionSelector(start: 0, end: 0)
            return
        }
        let exact = passage.texts(in: blocks).joined(separator: "\n")
        let above = blocks[..<passage.firstBlock].reduce(0) { $0 + $1.unicodeScalars.count + 1 }
        let start = above + passage.start
        quote = TextQuoteSelector(
            exact: exact,
            prefix: Self.context(before: passage, in: blocks),
            suffix: Self.context(behind: passage, in: blocks)
        )
        position = TextPositionSelector(start: start, end: start + exact.unicodeScalars.count)
    }

    /// In Unicode scalars.
    static let mostContext = 32

    private static func context(before passage: BlockRange, in blocks: [String]) -> String {
        var context = Array(
            blocks[passage.firstBlock].unicodeScalars.prefix(passage.start).suffix(mostContext)
        )
        for block in blocks[..<passage.firstBlock].reversed() where context.count < mostContext {
            context.insert("\n", at: 0)
            context.insert(contentsOf: block.unicodeScalars.suffix(mostContext), at: 0)
        }
        return String(context.suffix(mostContext))
    }

    private static func context(behind passage: BlockRange, in blocks: [String]) -> String {
        var context = Array(
            blocks[passage.lastBlock].unicodeScalars.dropFirst(passage.end).prefix(mostContext)
        )
        for block in blocks[(passage.lastBlock + 1)...] where context.count < mostContext {
            context.append("\n")
            context += block.unicodeScalars.prefix(mostContext)
        }
        return String(context.prefix(mostContext))
    }
}
