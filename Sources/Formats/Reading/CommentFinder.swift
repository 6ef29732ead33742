/// Finds the comments of a page by one vocabulary.
struct CommentFinder {
    private let tree: PageTree
    private let vocabulary: CommentVocabulary
    /// The outermost elements of comments, in order, and what each is called.
    private var names: [Int: String] = [:]
    private var places: [Int] = []
    /// For each comment's element that of the comment in which it stands.
    private var parents: [Int: Int] = [:]

    init(_ tree: PageTree, _ vocabulary: CommentVocabulary) {
        self.tree = tree
        self.vocabulary = vocabulary
        var open: [Int] = []
        for place in tree.nodes.indices {
            while let last = open.last, tree.nodes[last].end <= place { open.removeLast() }
            guard let name = vocabulary.name(tree.nodes[place]) else { continue }
            if !name.isEmpty, let last = open.last, names[last] == name { continue }
            names[place] = name
            places.append(place)
            parents[place] = open.last
            open.append(place)
        }
    }

    /// Each with its outermost element. What is called like a comment but has no words anywhere is none.
    var comments: [(node: Int, comment: PageComment)] {
        var ids: [Int: String] = [:]
        return places.compactMap { place in
            guard let paragraphs = paragraphs(of: place) else { return nil }
            var comment = PageComment()
            comment.id = id(of: place)
            ids[place] = comment.id
            comment.parent = parents[place].flatMap { ids[$0] }
            comment.author = author(of: place)
            comment.date = date(of: place)
            comment.paragraphs = paragraphs
            comment.isPing = ["pingback", "trackback"].contains(where: tree.nodes[place].hasClass)
            comment.isApproved = first(of: place) { $0.hasClass("comment-awaiting-moderation") } == nil
            return (place, comment)
        }
    }

    /// What stands in a comment and in none of those below it.
    func ownNodes(of place: Int) -> [Int] {
        var own: [Int] = []
        tree.walk(tree.inside(place), without: { isOther($0, than: place) }) {
            own.append($0)
            return true
        }
        return own
    }

    private func isOther(_ node: Int, than place: Int) -> Bool { node != place && names[node] != nil }

    private func first(of place: Int, where isIt: (PageNode) -> Bool) -> Int? {
        tree.first(in: place..<tree.nodes[place].end, without: { isOther($0, than: place) }, where: isIt)
    }

    private func id(of place: Int) -> String? {
        if let name = names[place], !name.isEmpty { return "comment-\(name)" }
        // What stands in the author's element is an address of theirs.
        let own = tree.first(
            in: place..<tree.nodes[place].end,
            without: { isOther($0, than: place) || vocabulary.isAuthor(tree.nodes[$0]) },
            where: { vocabulary.address($0) != nil }
        )
        let address = own.flatMap { vocabulary.address(tree.nodes[$0]) }
        return SourceID.named(address ?? tree.nodes[place].attributes["id"])
    }

    private func paragraphs(of place: Int) -> [String]? {
        if let content = first(of: place, where: vocabulary.isContent) {
            let paragraphs = tree.paragraphs(of: content, marksQuotes: true) { isOther($0, than: place) }
            let value = tree.nodes[content].attributes["content"]?.foldedLine
            return paragraphs.isEmpty ? value.map { [$0] } ?? [] : paragraphs
        }
        guard first(of: place, where: vocabulary.isAllContent) != nil else { return nil }
        return tree.paragraphs(of: place, marksQuotes: true) { node in
            isOther(node, than: place) || vocabulary.isAuthor(tree.nodes[node])
                || vocabulary.isDate(tree.nodes[node]) || Self.isAround(tree.nodes[node])
        }
    }

    /// Whether it stands around the words of a comment in WordPress's older themes.
    private static func isAround(_ node: PageNode) -> Bool {
        [
            "comment-meta", "commentmetadata", "comment-metadata", "reply", "says", "children",
            "comment-edit-link",
            "comment-awaiting-moderation", "screen-reader-text",
        ]
        .contains(where: node.hasClass) || node.name == "form"
    }

    private func author(of place: Int) -> String? {
        // A name, where there is one anywhere: WordPress's `comment-author` also has "says:" in it.
        let isWithName = { (node: PageNode) in vocabulary.isAuthor(node) && vocabulary.isName(node) }
        guard let author = first(of: place, where: isWithName) ?? first(of: place, where: vocabulary.isAuthor)
        else {
            return nil
        }
        let name = tree.first(
            in: tree.inside(author),
            without: { isOther($0, than: place) },
            where: vocabulary.isName
        )
        let node = name ?? author
        return tree.line(of: node) ?? tree.nodes[node].attributes["content"]?.foldedLine
    }

    private func date(of place: Int) -> String? {
        guard let date = first(of: place, where: vocabulary.isDate) else { return nil }
        let node = tree.nodes[date]
        return node.attributes["datetime"] ?? node.attributes["content"] ?? node.attributes["title"]
            ?? tree.line(of: date)
    }
}
