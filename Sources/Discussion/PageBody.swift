/// The lines between title and comments.
struct PageBody {
    private(set) var standfirst: String?
    private(set) var caption: ParsedParagraph?
    private(set) var paragraphs: [ParsedParagraph] = []

    /// - Parameter lines: Without blank ones.
    init(_ lines: [PageLine]) {
        var rest = lines[...]
        if let found = Self.standfirst(in: rest) {
            standfirst = found
            rest.removeFirst()
        }
        if Self.hasCaption(rest) {
            caption = rest.popFirst().map { ParsedParagraph(index: 0, line: $0, from: $0.scalars.startIndex) }
        }
        for line in rest {
            paragraphs.append(
                ParsedParagraph(index: paragraphs.count + 1, line: line, from: line.scalars.startIndex)
            )
        }
    }

    private static func standfirst(in lines: ArraySlice<PageLine>) -> String? {
        guard let first = lines.first, let second = lines.dropFirst().first, second.isAfterBlank else {
            return nil
        }
        let paragraphs = [first, second].map { Paragraph(index: 1, segmenting: String($0.scalars)) }
        return Standfirst.isStandfirst(paragraphs[0], before: paragraphs[1]) ? paragraphs[0].text : nil
    }

    /// Whether only the second line is without a blank one before it. Needs a third, to see that
    /// blank lines do separate the paragraphs here.
    private static func hasCaption(_ lines: ArraySlice<PageLine>) -> Bool {
        let spaces = lines.dropFirst().map(\.isAfterBlank)
        return spaces.count > 1 && spaces[0] == false && spaces.dropFirst().allSatisfy { $0 }
    }
}
