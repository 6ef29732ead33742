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
    /// What stands above the text, for items of ours: WordPress's own authors write a summary there.
    private var excerpt: String?
    private var caption: String?
    private var publisher: String?
    private var isOurs = false

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
        case .excerpt: excerpt = text?.foldedLine
        default: break
        }
    }

    /// What WordPress keeps for others beside an item; we keep there what it has no place for.
    mutating func meta(_ key: String, is value: String) {
        switch key {
        case "rapporteur_statement": isOurs = true
        case "rapporteur_caption": caption = value.foldedLine
        case "rapporteur_publisher": publisher = value.foldedLine
        default: break
        }
    }

    func statement(publisher: String?) -> SourceStatement {
        SourceStatement(
            title: title ?? "",
            standfirst: isOurs ? excerpt : nil,
            caption: isOurs ? caption : nil,
            paragraphs: paragraphs,
            publisher: isOurs ? self.publisher : publisher,
            sourceURL: link
        )
    }
}
