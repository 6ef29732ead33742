/// A line of a page.
struct PageLine {
    /// From 1.
    let number: Int
    /// Without its line break.
    let scalars: ArraySlice<Unicode.Scalar>
    /// Whether the line before it was blank, or it is the first.
    let isAfterBlank: Bool
    /// The column of its first scalar that is not white, from 0.
    let indent: Int
    /// That scalar's place in ``scalars``; their end for a blank line.
    let start: Int

    /// A tab goes to the next multiple of this, as terminals do it.
    static let tabWidth = 8

    var isBlank: Bool { start == scalars.endIndex }

    private init(number: Int, scalars: ArraySlice<Unicode.Scalar>, isAfterBlank: Bool) {
        self.number = number
        self.scalars = scalars
        self.isAfterBlank = isAfterBlank
        (start, indent) = Self.skippingWhite(from: scalars.startIndex, column: 0, in: scalars)
    }

    /// The next place and column that are not white.
    static func skippingWhite(
        from start: Int,
        column: Int,
        in scalars: ArraySlice<Unicode.Scalar>
    ) -> (start: Int, column: Int) {
        var (start, column) = (start, column)
        while start < scalars.endIndex && scalars[start].isWhite {
            column = scalars[start] == "\t" ? (column / tabWidth + 1) * tabWidth : column + 1
            start += 1
        }
        return (start, column)
    }

    /// The lines of a text, ended by LF, CR LF or CR.
    static func lines(of text: [Unicode.Scalar]) -> [PageLine] {
        var lines: [PageLine] = []
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex { $0 == "\n" || $0 == "\r" } ?? text.count
            let isAfterBlank = lines.last?.isBlank ?? true
            lines.append(
                PageLine(number: lines.count + 1, scalars: text[start..<end], isAfterBlank: isAfterBlank)
            )
            start = end + 1
            if start < text.count && text[end] == "\r" && text[start] == "\n" { start += 1 }
        }
        return lines
    }
}
