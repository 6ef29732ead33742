internal import PluginAPI

extension Page {
    /// A text that is looked into: the statement, or one comment.
    struct Passage {
        /// The comment; nil for the statement.
        let comment: Comment?
        /// The statement, or the comment's paragraphs as if they were one, so that both are searched alike.
        let text: Statement

        /// A comment.
        init(_ comment: Comment) {
            self.comment = comment
            text = Statement(paragraphsOf: comment)
        }

        /// The statement.
        init(_ statement: Statement) {
            comment = nil
            text = statement
        }

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
    }

    /// A place, quoted. Of a comment only the sentence, with the source line of the comment.
    func message(of place: Place) throws(PassageError) -> Message {
        let quotation = try place.passage.text.quotation(of: place.reference)
        guard let comment = place.passage.comment else { return message(of: quotation) }
        return Message(
            [.quotation(quotation.paragraphs), .text(comment.quotation(in: statement).sourceLine)],
            shown: [place.address],
            sources: [comment].sources
        )
    }

    /// A passage of the statement, quoted; where a revision was asked for, with its name in the source line.
    func message(of quotation: Quotation) -> Message {
        guard let edition else { return Message(quotation) }
        return Message(
            [
                .quotation(quotation.paragraphs),
                .text("— \(quotation.source), \(edition.words) · \(quotation.reference)"),
            ],
            shown: [quotation.reference],
            revision: edition.revision.number
        )
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
