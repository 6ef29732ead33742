/// Words that somebody put in quotation marks, of whatever kind their keyboard has.
public struct QuotedPhrase: Hashable, Sendable {
    /// The words without their marks.
    public let text: String

    /// The phrase in `query`, where all of it stands in quotation marks: `"…"`, `“…”`, `‘…’`, `«…»`,
    /// `„…“`, `「…」`.
    ///
    /// The two marks need not match, since keyboards mix them, and a missing last one is forgiven where
    /// the first cannot be an apostrophe. Nil for anything else, and where nothing stands between them.
    public init?(_ query: String) {
        let scalars = Paragraph.foldingWhiteSpace(of: query.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last, Self.isMark(first) else { return nil }
        let isClosed = scalars.count > 1 && Self.isMark(last)
        guard isClosed || !Self.isApostrophe(first) else { return nil }
        let inside = Paragraph.foldingWhiteSpace(of: scalars.dropFirst().dropLast(isClosed ? 1 : 0))
        guard inside.contains(where: { !Self.isMark($0) }) else { return nil }
        text = String(inside)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "“", "”", "„", "‟", "«", "»", "‹", "›", "「", "」", "『", "』", "《", "》", "〝", "〞", "＂", "‘",
            "‚", "‛":
            true
        default: isApostrophe(scalar)
        }
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "’" || scalar == "＇"
    }
}
