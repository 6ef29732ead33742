internal import Markup

/// A text of a feed: Atom says whether there is HTML in it, in RSS there always may be.
struct FeedText: Hashable {
    private let text: String
    private let isHTML: Bool

    init(_ text: String, of element: MarkupElement) {
        self.text = text
        let isAtom = element.name.namespace == "http://www.w3.org/2005/Atom"
        isHTML = !isAtom || element["type"]?.contains("html") == true
    }

    var bytes: Int { text.utf8.count }

    var line: String? { isHTML ? HTMLFragment(html: text).line : text.foldedLine }

    /// nil where it was made to do harm.
    var paragraphs: [String]? {
        if isHTML { return HTMLFragment(html: text).paragraphs(marksQuotes: true) }
        var builder = ParagraphBuilder(splitsAtBlankLines: true, marksQuotes: true)
        builder.add(text)
        return builder.finish()
    }
}
