internal import PluginAPI

extension Page {
    /// A text that is looked into: the statement, or one comment.
    struct Passage {
        /// The comment; nil for the statement.
        let comment: Comment?
        /// The statement, or the comment's paragraphs as if they were one, so that both are searched alike.
        let text: Statement

        /// The address of a place in it: comments are addressed whole.
        func address(of place: PassageReference) -> PassageReference {
            comment.map { .comment($0.label) } ?? place
        }
    }

    /// A place in one of these texts.
    struct Place {
        let passage: Passage
        /// Within the passage's own text.
        let reference: PassageReference

        var address: PassageReference { passage.address(of: reference) }

        /// The place, quoted. Of a comment only the sentence, with the source line of the comment.
        func message(in statement: Statement) throws(PassageError) -> Message {
            let quotation = try passage.text.quotation(of: reference)
            guard let comment = passage.comment else { return Message(quotation) }
            return Message(
                [.quotation(quotation.paragraphs), .text(comment.quotation(in: statement).sourceLine)],
                shown: [address]
            )
        }
    }

    /// The statement first, then the comments in reading order.
    var passages: [Passage] {
        [Passage(comment: nil, text: statement)]
            + thread.entries.map { entry in
                Passage(comment: entry.comment, text: Statement(paragraphsOf: entry.comment))
            }
    }
}

extension Statement {
    fileprivate init(paragraphsOf comment: Comment) {
        self.init(
            title: "",
            standfirst: nil,
            caption: nil,
            paragraphs: comment.paragraphs,
            publisher: nil,
            sourceURL: nil
        )
    }
}
