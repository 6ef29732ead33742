internal import Discussion
internal import Markup

/// What a feed of comments says of the text that they are about.
struct FeedSubject {
    private var title: String?
    private var link: String?
    private var id: String?

    var isKnown: Bool { title != nil && link != nil }

    /// nil where the feed says nothing of it.
    var statement: SourceStatement? {
        guard title != nil || link != nil else { return nil }
        return SourceStatement(title: title ?? "", paragraphs: [], sourceURL: link)
    }

    /// - Parameter element: One directly in the feed.
    mutating func take(_ element: MarkupElement, _ text: String) {
        switch element.name.local {
        case "title": title = title ?? FeedText(text, of: element).line.map(Self.withoutPrefix)
        case "id": id = text.foldedLine
        case "link": link = link ?? FeedLink(element, text)?.address
        default: break
        }
    }

    /// Whether a reference is to the text itself and not to one of its comments.
    func isNamed(_ reference: String) -> Bool { reference == link || reference == id }

    /// What WordPress and others put before the title of a text.
    private static let prefixes = [
        "Comments on: ", "Comments on ", "Comments for: ", "Comments for ", "Kommentare zu: ",
        "Kommentare zu ",
        "Kommentare für ", "Commentaires sur : ", "Commentaires sur\u{A0}: ", "Commentaires pour ",
        "Comentarios en: ", "Comentarios en ", "Comentários sobre: ", "Comentários em: ", "Commenti a: ",
        "Commenti su: ",
        "Reacties op: ", "Komentarze do: ", "Комментарии: ", "Комментарии к: ", "Коментарі до: ",
    ]

    private static func withoutPrefix(_ title: String) -> String {
        guard let prefix = prefixes.first(where: { title.hasPrefix($0) }) else { return title }
        return String(title.dropFirst(prefix.count)).foldedLine ?? title
    }
}
