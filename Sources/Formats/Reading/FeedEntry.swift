internal import Discussion
internal import Markup

/// One entry of a feed, as far as it was read.
struct FeedEntry {
    private var names: [String: String] = [:]
    private var link: String?
    private var title: String?
    private var author: String?
    private var inlineContent: [String]?
    private var content: FeedText?
    private var summary: FeedText?
    private var reference: String?
    private var referenceLink: String?
    var isTooLong = false

    /// About as much as it takes in memory.
    var bytes: Int {
        let texts = (content?.bytes ?? 0) + (summary?.bytes ?? 0)
        return 500 + (inlineContent ?? []).reduce(texts) { $0 + $1.utf8.count }
    }

    mutating func take(content paragraphs: [String]) { inlineContent = paragraphs }

    /// - Parameter parent: The name of what the element stands in.
    mutating func take(_ element: MarkupElement, in parent: String, _ text: String, isTooLong: Bool) {
        let name = element.name.local
        switch name {
        case "guid", "id", "published", "updated", "pubDate", "date", "issued":
            names[name] = names[name] ?? text.foldedLine
        case "link": link = link ?? FeedLink(element, text)?.address
        case "title": title = FeedText(text, of: element).line
        case "creator": author = HTMLFragment(html: text).line ?? author
        case "name" where parent == "author": author = author ?? text.foldedLine
        case "author": author = author ?? Self.nameBesideAddress(text)
        case "encoded", "content": content = take(text, of: element, isTooLong)
        case "description", "summary": summary = take(text, of: element, isTooLong && content == nil)
        case "in-reply-to":
            reference = element["ref"]?.foldedLine
            referenceLink = element["href"]?.foldedLine
        default: break
        }
    }

    private mutating func take(_ text: String, of element: MarkupElement, _ isTooLong: Bool) -> FeedText {
        self.isTooLong = self.isTooLong || isTooLong
        return FeedText(text, of: element)
    }

    /// RSS has an address for mail and then, perhaps, a name. The address is nobody's business.
    private static func nameBesideAddress(_ text: String) -> String? {
        guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close else {
            return text.contains("@") ? nil : text.foldedLine
        }
        return String(text[text.index(after: open)..<close]).foldedLine
    }

    /// The comment, or why there is none.
    func pieces(about subject: FeedSubject) -> [SourcePiece] {
        guard let id = SourceID.named(ownName) else {
            return [.remark(SourceRemark(.commentWithoutID, at: title ?? author ?? ""))]
        }
        let paragraphs = inlineContent ?? content.map(\.paragraphs) ?? summary.map(\.paragraphs) ?? []
        guard let paragraphs, !isTooLong else { return [.remark(SourceRemark(.commentTooLong, at: id))] }
        if paragraphs.isEmpty { return [.remark(SourceRemark(.commentWithoutWords, at: id))] }
        let date =
            names["published"] ?? names["pubDate"] ?? names["date"] ?? names["issued"] ?? names["updated"]
        let written = SourceDate.reading(date, at: id)
        return written.remarks + [
            .comment(
                SourceComment(
                    id: id,
                    parent: parent(in: subject),
                    author: author,
                    paragraphs: paragraphs,
                    writtenAt: written.instant
                )
            )
        ]
    }

    /// The name by which it is known in other formats too, if it has one.
    private var ownName: String? {
        let candidates = [names["guid"], names["id"], link].compactMap(\.self)
        return candidates.first { $0.contains("#comment-") } ?? candidates.first
    }

    private func parent(in subject: FeedSubject) -> String? {
        let references = [reference, referenceLink].compactMap(\.self)
        if let comment = references.first(where: { $0.contains("#comment-") }) {
            return SourceID.named(comment)
        }
        let pages = [names["guid"], names["id"], link].compactMap { $0?.prefix { $0 != "#" } }
        let isAboutText = references.contains { reference in
            subject.isNamed(reference) || pages.contains { $0 == reference && $0 != ownName ?? "" }
        }
        return isAboutText ? nil : SourceID.named(reference)
    }
}
