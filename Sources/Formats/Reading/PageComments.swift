internal import Discussion

/// All comments of a page, each once.
struct PageComments {
    /// The outermost elements of comments.
    private(set) var nodes: Set<Int> = []
    private(set) var pieces: [SourcePiece] = []
    private var ids: Set<String> = []
    private var wordings: Set<[String]> = []

    /// The way that says most comes first.
    init(in tree: PageTree) {
        for vocabulary in CommentVocabulary.all {
            let finder = CommentFinder(tree, vocabulary)
            let known = nodes
            for (node, comment) in finder.comments where !isKnown(node, known, in: tree, finder) {
                nodes.insert(node)
                add(comment)
            }
        }
        for comment in LinkedDataComments(in: tree).comments where !wordings.contains(comment.wording) {
            add(comment)
        }
    }

    /// Whether it is another way's element for a comment that is known, around it or inside.
    private func isKnown(_ node: Int, _ known: Set<Int>, in tree: PageTree, _ finder: CommentFinder) -> Bool {
        if known.isEmpty { return false }
        if known.contains(node) || tree.ancestors(of: node).contains(where: known.contains) { return true }
        return finder.ownNodes(of: node).contains(where: known.contains)
    }

    private mutating func add(_ comment: PageComment) {
        if let id = comment.id, !ids.insert(id).inserted { return }
        wordings.insert(comment.wording)
        pieces += comment.pieces
    }
}
