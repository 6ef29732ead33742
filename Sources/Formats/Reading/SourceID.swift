/// What a comment is called, in whichever format it comes.
enum SourceID {
    /// A longer one is as good as none.
    static let longest = 1000

    /// WordPress's comment 12 is `comment-12`, whether it stands as a number, in a link or in an element's id; any other
    /// name stays as it is.
    ///
    /// - Returns: nil where there is no name.
    static func named(_ name: String?) -> String? {
        guard let name = name?.foldedLine, name.utf8.count <= longest else { return nil }
        let fragment = name.lastIndex(of: "#").map { String(name[name.index(after: $0)...]) } ?? name
        return number(inElementID: fragment).map { "comment-\($0)" } ?? name
    }

    /// The number of WordPress's comment whose element has this id: `comment-12`, `li-comment-12`, `div-comment-12`.
    static func number(inElementID id: String) -> String? {
        guard let name = ["comment-", "li-comment-", "div-comment-"].first(where: { id.hasPrefix($0) }) else {
            return nil
        }
        let number = id.dropFirst(name.count)
        let isNumber =
            !number.isEmpty && number.utf8.count <= 20
            && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return isNumber ? String(number) : nil
    }
}
