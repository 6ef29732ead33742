internal import Discussion
internal import Foundation

/// Comments as WordPress has them: each with a number of its own in the whole file, larger than that of the comment
/// which it answers. A comment that is too long for WordPress goes on in answers to itself.
struct WordPressComments {
    /// Those that the next comment in reading order may answer.
    private var open: [(key: String, id: Int)] = []
    /// The number of the statement's first comment is one more.
    private var base = 0
    private var lastID = 0

    /// Goes on with the next statement.
    ///
    /// - Parameter bound: One more than the highest number of its comments.
    mutating func begin(withNumbersBelow bound: Int) {
        base = lastID
        lastID += bound
        open = []
    }

    /// - Parameter published: The next in reading order.
    mutating func elements(of published: PublishedComment) -> [String] {
        while let last = open.last, last.key != published.parent { open.removeLast() }
        let parent = open.last?.id ?? 0
        let id = base + published.number + 1
        open.append((published.key, id))

        // One whose words were removed has one piece too, without words: any that we put there would be somebody's.
        let pieces = WordPressPiece.pieces(of: published.paragraphs)
        return pieces.enumerated().map { position, piece in
            if position == 0 {
                return element(published, id, parent, piece.content, published.wordPressFields)
            }
            lastID += 1
            let fields = [
                WordPressField("part_of", published.key), WordPressField("joined_by", piece.joint.rawValue),
            ]
            return element(published, lastID, id, piece.content, fields.compactMap(\.self))
        }
    }

    private func element(
        _ published: PublishedComment,
        _ id: Int,
        _ parent: Int,
        _ content: String,
        _ fields: [WordPressField]
    ) -> String {
        let date = (published.comment.writtenAt?.sqlText ?? "0000-00-00 00:00:00").cdata
        // WordPress asks those who comment for an address; of others it has none that anybody reads.
        return """
            <wp:comment>
            <wp:comment_id>\(id)</wp:comment_id>
            <wp:comment_author>\((published.author ?? "").inOneLine.html().cdata)</wp:comment_author>
            <wp:comment_author_email>\("noreply@example.invalid".cdata)</wp:comment_author_email>
            <wp:comment_author_url></wp:comment_author_url>
            <wp:comment_author_IP></wp:comment_author_IP>
            <wp:comment_date>\(date)</wp:comment_date>
            <wp:comment_date_gmt>\(date)</wp:comment_date_gmt>
            <wp:comment_content>\(content.cdata)</wp:comment_content>
            <wp:comment_approved>1</wp:comment_approved>
            <wp:comment_type>comment</wp:comment_type>
            <wp:comment_parent>\(parent)</wp:comment_parent>
            <wp:comment_user_id>0</wp:comment_user_id>

            """ + fields.map { $0.element("wp:commentmeta") }.joined() + "</wp:comment>\n"
    }
}

extension PublishedComment {
    fileprivate var wordPressFields: [WordPressField] {
        let label = comment.label.rawValue
        let instant = comment.writtenAt.flatMap { $0.hasMilliseconds ? $0.rfc3339 : nil }
        return [
            WordPressField("id", key),
            WordPressField("label", label == key ? nil : label),
            WordPressField("origin", comment.origin.rawValue),
            WordPressField("passage", comment.passage?.description),
            WordPressField("revision", comment.revision.map { "\($0)" }),
            WordPressField("written_at", instant),
            WordPressField("edited", comment.isEdited),
            WordPressField("removed", comment.isRemoved),
            WordPressField("pseudonym", isPseudonym),
        ]
        .compactMap(\.self)
    }
}
