internal import Markup

/// Text with HTML in it, as it stands in a field of another format.
struct HTMLFragment {
    let html: String

    /// Its paragraphs without markup; nil where elements are nested so deep that it was made to do harm.
    ///
    /// - Parameter marksQuotes: Whether quoted paragraphs begin with `> `.
    func paragraphs(marksQuotes: Bool) -> [String]? {
        var builder = ParagraphBuilder(splitsAtBlankLines: true, marksQuotes: marksQuotes)
        if html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) {
            var bytes = Array(html.utf8)
            var reader = MarkupReader(.html, charset: "utf-8", longestText: bytes.count * 4) {
                defer { bytes = [] }
                return bytes
            }
            do {
                while let event = try reader.next() { builder.add(event) }
            } catch {
                return nil
            }
        } else {
            builder.add(html)
        }
        return builder.finish()
    }

    /// All of it on one line, for titles and names; nil where nothing is left.
    var line: String? { paragraphs(marksQuotes: false)?.joined(separator: " ").foldedLine }
}
