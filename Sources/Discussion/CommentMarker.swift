/// What stands before a comment: a number, or a bullet before a reply.
struct CommentMarker {
    enum Kind: Hashable {
        case number(Int, NumberStyle)
        case bullet
    }

    /// How a number is written; all of a thread are written alike.
    struct NumberStyle: Hashable {
        let opening: Unicode.Scalar?
        let closing: Unicode.Scalar
        let isLetter: Bool
    }

    let kind: Kind
    /// Where the marker stands.
    let column: Int
    /// Where the words behind it begin; one column behind the marker where there are none.
    let contentColumn: Int
    /// The first scalar of those words.
    let contentStart: Int

    private static let bullets: Set<Unicode.Scalar> = ["•", "-", "*", "◦", "‣", "▪", "○"]
    private static let mostDigits = 6

    /// The marker at the beginning of an indented line, with white space or nothing behind it.
    init?(_ line: PageLine) {
        let scalars = line.scalars
        guard line.indent > 0, let (kind, end) = Self.kind(from: line.start, in: scalars) else { return nil }
        guard end == scalars.endIndex || scalars[end].isWhite else { return nil }
        self.kind = kind
        column = line.indent
        let behind = column + end - line.start
        let content = PageLine.skippingWhite(from: end, column: behind, in: scalars)
        contentStart = content.start
        contentColumn = content.start == scalars.endIndex ? behind + 1 : content.column
    }

    private static func kind(from start: Int, in scalars: ArraySlice<Unicode.Scalar>) -> (Kind, end: Int)? {
        guard start < scalars.endIndex else { return nil }
        if bullets.contains(scalars[start]) { return (.bullet, start + 1) }
        let opening: Unicode.Scalar? = scalars[start] == "(" ? "(" : nil
        let name = start + (opening == nil ? 0 : 1)
        let digits = scalars[name...].prefix(mostDigits).prefix { $0.isASCIIDigit }
        let isLetter = digits.isEmpty && name < scalars.endIndex && scalars[name].isASCIILetter
        let end = isLetter ? name + 1 : digits.endIndex
        guard end > name, end < scalars.endIndex else { return nil }
        let closing = scalars[end]
        guard closing == ")" || closing == "." && opening == nil else { return nil }
        let number = isLetter ? Int(scalars[name].value | 0x20) - 0x60 : Int(String(digits)) ?? 0
        return (.number(number, NumberStyle(opening: opening, closing: closing, isLetter: isLetter)), end + 1)
    }
}
