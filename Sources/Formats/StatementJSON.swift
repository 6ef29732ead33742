package import Discussion

/// A statement and the comments on it, as the chat page reads them. Every sentence of the statement has
/// its address.
package struct StatementJSON: Encodable {
    /// A paragraph of the body; a caption has index 0, and its sentences the address `caption`.
    struct ParagraphJSON: Encodable {
        struct SentenceJSON: Encodable {
            let address: String
            let text: String
        }

        let index: Int
        /// The whole paragraph: what stands between its sentences is part of it.
        let text: String
        let sentences: [SentenceJSON]

        init(_ paragraph: Paragraph, address: (Sentence) -> PassageReference) {
            index = paragraph.index
            text = paragraph.text
            sentences = paragraph.sentences.map {
                SentenceJSON(address: address($0).description, text: $0.text)
            }
        }
    }

    let title: String
    let standfirst: OrNull<String>
    let caption: OrNull<ParagraphJSON>
    let publisher: OrNull<String>
    let sourceURL: OrNull<String>
    let paragraphs: [ParagraphJSON]
    let comments: [CommentJSON]

    enum CodingKeys: String, CodingKey {
        case title, standfirst, caption, publisher
        case sourceURL = "source_url"
        case paragraphs, comments
    }

    package init(_ statement: Statement, comments: [Comment]) {
        title = statement.title
        standfirst = OrNull(statement.standfirst)
        caption = OrNull(statement.caption.map { ParagraphJSON($0) { _ in .caption } })
        publisher = OrNull(statement.publisher)
        sourceURL = OrNull(statement.sourceURL)
        paragraphs = statement.paragraphs.map { paragraph in
            ParagraphJSON(paragraph) { sentence in
                let place = PassagePlace(paragraph: paragraph.index, sentence: sentence.index)
                return .statement(PassageRange(place))
            }
        }
        self.comments = comments.map(CommentJSON.init)
    }
}
