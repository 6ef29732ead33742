internal import Discussion

/// One line of JSON Lines as it stands in the file.
struct DiscussionLine: Decodable {
    struct Entry: Decodable {
        let id: LooseID
        let parent: LooseID?
        let author: String?
        let text: String
    }

    let id: LooseID
    let document: String?
    let comments: [Entry]

    /// - Parameter progress: Called with how many comments are done, of how many.
    func discussion(_ progress: (Int, Int) -> Void) -> DiscussionLines.Discussion {
        let cut = comments.enumerated().map { position, entry in
            if position % 1000 == 999 { progress(position + 1, comments.count) }
            return comment(entry)
        }
        return DiscussionLines.Discussion(id: id.text, document: document ?? "", comments: cut)
    }

    private func comment(_ entry: Entry) -> Comment {
        Comment(
            label: CommentLabel(entry.id.text),
            parent: entry.parent.map { CommentLabel($0.text) },
            passage: nil,
            // Data without authors often has an empty text for each.
            author: entry.author.flatMap { $0.isEmpty ? nil : $0 },
            paragraphs: Paragraph.paragraphs(of: entry.text),
            origin: .page,
            writtenAt: nil,
            isEdited: false,
            isRemoved: false
        )
    }
}
