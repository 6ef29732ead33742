/// An element or a text of a page.
struct PageNode {
    /// Empty for a text.
    let name: String
    let attributes: [String: String]
    let text: String
    /// The element that it stands in; -1 at the top.
    let parent: Int
    /// The place behind its last descendant.
    var end: Int

    func hasClass(_ name: String) -> Bool { classes.contains { $0 == name } }

    func hasProperty(_ name: String) -> Bool {
        attributes["itemprop"]?.split(whereSeparator: \.isWhitespace).contains { $0 == name } ?? false
    }

    private var classes: [Substring] { attributes["class"]?.split(whereSeparator: \.isWhitespace) ?? [] }
}
