/// One way to say in the elements of a page what a comment is.
struct CommentVocabulary {
    /// What the element of a comment is called; nil for any other element. Elements in each other with the same name are
    /// one comment.
    let name: (PageNode) -> String?
    let isContent: (PageNode) -> Bool
    /// Whether all of it is the comment's words, where no element says which are, but for what is left out.
    let isAllContent: (PageNode) -> Bool
    let isAuthor: (PageNode) -> Bool
    /// Within the author's element, what is the name.
    let isName: (PageNode) -> Bool
    let isDate: (PageNode) -> Bool
    /// The comment's address.
    let address: (PageNode) -> String?

    /// From the one that says most to the one that says least.
    static var all: [Self] { [wordPress, microdata, microformats] }

    private static var wordPress: Self {
        Self(
            name: { $0.attributes["id"].flatMap(SourceID.number(inElementID:)) },
            isContent: { node in
                [
                    "comment-content", "comment-text", "comment_content", "comment_text", "commentcontent",
                    "comment__content",
                ]
                .contains(where: node.hasClass) || node.hasProperty("text")
                    || node.hasProperty("commentText") || node.hasClass("e-content")
            },
            isAllContent: { node in
                ["comment", "comment-body", "pingback", "trackback"].contains(where: node.hasClass)
            },
            isAuthor: {
                $0.hasClass("fn") || $0.hasClass("comment-author") || $0.hasClass("comment-author-link")
            },
            isName: { $0.hasClass("fn") },
            isDate: { $0.name == "time" || $0.hasClass("comment-date") },
            address: { _ in nil }
        )
    }

    private static var microdata: Self {
        Self(
            name: { node in
                let type = node.attributes["itemtype"] ?? ""
                let isComment =
                    type.hasSuffix("schema.org/Comment") || type.hasSuffix("schema.org/UserComments")
                return isComment ? "" : nil
            },
            isContent: { $0.hasProperty("text") || $0.hasProperty("commentText") },
            isAllContent: { _ in false },
            isAuthor: { $0.hasProperty("author") || $0.hasProperty("creator") },
            isName: { $0.hasProperty("name") },
            isDate: { node in
                ["dateCreated", "datePublished", "commentTime"].contains(where: node.hasProperty)
            },
            address: { $0.attributes["itemid"] ?? ($0.hasProperty("url") ? $0.attributes["href"] : nil) }
        )
    }

    private static var microformats: Self {
        Self(
            name: { $0.hasClass("u-comment") || $0.hasClass("p-comment") ? "" : nil },
            isContent: { $0.hasClass("e-content") || $0.hasClass("p-content") },
            isAllContent: { _ in false },
            isAuthor: { $0.hasClass("p-author") },
            isName: { $0.hasClass("p-name") },
            isDate: { $0.hasClass("dt-published") },
            address: { $0.hasClass("u-url") || $0.hasClass("u-uid") ? $0.attributes["href"] : nil }
        )
    }
}
