internal import Markup

/// The elements of an export of WordPress that are read.
enum WXRField: Hashable {
    case item, title, link, content, excerpt
    case postType, status, password
    case comment, commentID, author, date, dateGMT, words, approved, type, parent
    case commentMeta, postMeta, metaKey, metaValue
    case other

    init(_ name: MarkupName) {
        switch name.namespace {
        case nil: self = Self.plain[name.local] ?? .other
        case "http://purl.org/rss/1.0/modules/content/": self = name.local == "encoded" ? .content : .other
        case let namespace? where namespace.hasPrefix("http://wordpress.org/export/"):
            self = Self.ofWordPress[name.local] ?? .other
        default: self = .other
        }
    }

    private static let plain: [String: Self] = ["item": .item, "title": .title, "link": .link]

    private static let ofWordPress: [String: Self] = [
        "post_type": .postType, "status": .status, "post_password": .password, "comment": .comment,
        "comment_id": .commentID, "comment_author": .author, "comment_date": .date,
        "comment_date_gmt": .dateGMT,
        "comment_content": .words, "comment_approved": .approved, "comment_type": .type,
        "comment_parent": .parent,
        "encoded": .excerpt, "postmeta": .postMeta, "commentmeta": .commentMeta, "meta_key": .metaKey,
        "meta_value": .metaValue,
    ]
}
