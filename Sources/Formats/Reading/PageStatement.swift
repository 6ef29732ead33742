internal import Discussion

/// The main text of a page, without its comments and what surrounds it.
struct PageStatement {
    private let tree: PageTree
    private let comments: Set<Int>

    /// - Parameter comments: The elements of comments.
    init(in tree: PageTree, comments: Set<Int>) {
        self.tree = tree
        self.comments = comments
    }

    var pieces: [SourcePiece] {
        let (root, paragraphs) = body
        let title = title(of: root)
        var text = paragraphs
        if let title, text.first == title { text.removeFirst() }
        guard !text.isEmpty else {
            let remark = SourcePiece.remark(
                SourceRemark(.statementWithoutText, at: title ?? address ?? "the page")
            )
            return title == nil && address == nil ? [remark] : [remark, .statement(statement(title, []))]
        }
        return [.statement(statement(title, text))]
    }

    private func statement(_ title: String?, _ paragraphs: [String]) -> SourceStatement {
        SourceStatement(
            title: title ?? "",
            paragraphs: paragraphs,
            publisher: meta("og:site_name"),
            sourceURL: address
        )
    }

    /// The first of these that has words, and its paragraphs.
    private var body: (root: Int?, paragraphs: [String]) {
        let signs: [(PageNode) -> Bool] = [
            { $0.hasProperty("articleBody") },
            { $0.hasClass("e-content") },
            { $0.hasClass("entry-content") || $0.hasClass("post-content") || $0.hasClass("article-content") },
            { $0.name == "article" },
            { $0.name == "main" || $0.attributes["role"] == "main" },
            { $0.name == "body" },
        ]
        for sign in signs {
            var skipped = 0..<0
            for place in tree.nodes.indices where sign(tree.nodes[place]) && !skipped.contains(place) {
                guard !isInComment(place) else { continue }
                let paragraphs = tree.paragraphs(of: place, marksQuotes: false) { isBeside($0, root: place) }
                if !paragraphs.isEmpty { return (place, paragraphs) }
                skipped = place..<tree.nodes[place].end
            }
        }
        return (nil, [])
    }

    private func isInComment(_ place: Int) -> Bool {
        comments.contains(place) || tree.ancestors(of: place).contains(where: comments.contains)
    }

    /// Whether it is not the text: menus, forms, comments, what a page repeats everywhere.
    private func isBeside(_ place: Int, root: Int) -> Bool {
        let node = tree.nodes[place]
        if place == root || node.name.isEmpty { return false }
        if comments.contains(place) { return true }
        // What is quoted may say in its footer by whom it is.
        if Self.besides.contains(node.name) {
            return node.parent < 0 || tree.nodes[node.parent].name != "blockquote"
        }
        return Self.areas.contains { node.attributes["id"] == $0 || node.hasClass($0) }
    }

    private static let besides: Set<String> = ["nav", "aside", "header", "footer", "form"]

    private static let areas = [
        "comments", "comments-area", "comment-list", "commentlist", "comments-title", "respond", "sharedaddy",
        "jp-relatedposts", "screen-reader-text", "post-navigation", "entry-meta", "entry-footer",
        "site-header", "site-footer", "sidebar",
    ]

    /// The heading of the text, or what the page calls itself.
    private func title(of root: Int?) -> String? {
        let frame = root.flatMap { root in
            ([root] + Array(tree.ancestors(of: root))).first { Self.isArticle(tree.nodes[$0]) }
        }
        return frame.flatMap { heading(in: tree.inside($0), besides: nil) }
            ?? root.flatMap { heading(in: tree.inside($0), besides: $0) } ?? meta("og:title")
            ?? heading(in: tree.nodes.indices, besides: nil) ?? element("title")
    }

    private static func isArticle(_ node: PageNode) -> Bool {
        node.name == "article" || node.hasClass("h-entry") || node.hasClass("hentry")
            || ["Article", "BlogPosting"].contains { node.attributes["itemtype"]?.hasSuffix($0) == true }
    }

    /// - Parameter root: What is beside its text is left out.
    private func heading(in range: Range<Int>, besides root: Int?) -> String? {
        let signs: [(PageNode) -> Bool] = [
            { $0.hasClass("entry-title") || $0.hasClass("p-name") || $0.hasProperty("headline") },
            { $0.name == "h1" },
        ]
        return signs.lazy.compactMap { sign in
            // A card is of a person, whose name it has.
            tree.first(
                in: range,
                without: { place in
                    comments.contains(place) || tree.nodes[place].hasClass("h-card")
                        || root.map { isBeside(place, root: $0) } ?? false
                },
                where: sign
            )
        }
        .compactMap { tree.line(of: $0) ?? tree.nodes[$0].attributes["content"]?.foldedLine }.first
    }

    private func element(_ name: String) -> String? {
        tree.nodes.firstIndex { $0.name == name }.flatMap { tree.line(of: $0) }
    }

    private func meta(_ property: String) -> String? {
        tree.nodes.first { $0.name == "meta" && $0.attributes["property"] == property }?
            .attributes["content"]?.foldedLine
    }

    private var address: String? {
        let link = tree.nodes.first { $0.name == "link" && $0.attributes["rel"]?.lowercased() == "canonical" }
        return link?.attributes["href"]?.webAddress ?? meta("og:url")?.webAddress
    }
}
