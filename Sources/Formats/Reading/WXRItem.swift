internal import Discussion

/// A post or page of WordPress, as far as it was read.
struct WXRItem {
    private var title: String?
    private var link: String?
    private var postType: String?
    private var status: String?
    private var isProtected = false
    private var hasContent = false
    private(set) var paragraphs: [String] = []

    /// Whether all is known that decides about its comments.
    var isComplete: Bool { hasContent && postType != nil && status != nil }

    /// Everybody may read it. What does not say so is no export of WordPress's own, and has nothing else.
    var isPublished: Bool {
        !isProtected && (status ?? "publish") == "publish" && ["post", "page"].contains(postType ?? "post")
    }

    /// What it is called in remarks.
    var place: String { title ?? link ?? "an item without a title" }

    /// - Parameter text: nil where it is too long.
    mutating func take(_ field: WXRField, _ text: String?) {
        switch field {
        case .title: title = text.flatMap { HTMLFragment(html: $0).line }
        case .link: link = text?.webAddress
        case .postType: postType = text?.foldedLine
        case .status: status = text?.foldedLine
        case .password: isProtected = text?.isEmpty == false
        case .content:
            hasContent = true
            paragraphs = text.flatMap { HTMLFragment(html: $0).paragraphs(marksQuotes: false) } ?? []
        default: break
        }
    }

    func statement(publisher: String?) -> SourceStatement {
        SourceStatement(title: title ?? "", paragraphs: paragraphs, publisher: publisher, sourceURL: link)
    }
}
