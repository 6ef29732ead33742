import Discussion

/// The last look at every sentence before it is shown: does it stand, word for word, where it says it does?
///
/// Whatever was done to the words on the way, what is not in the comment is not quoted.
struct SentenceSources {
    private let comments: [CommentLabel: [Comment]]

    /// - Parameter comments: As they were given, not as they were read.
    init(of chosen: [ChosenSentence], in comments: [Comment]) {
        let labels = Set(chosen.map(\.comment))
        self.comments = Dictionary(grouping: comments.lazy.filter { labels.contains($0.label) }, by: \.label)
    }

    /// Whether the comment has these very words at this place.
    func contain(_ chosen: ChosenSentence) -> Bool {
        comments[chosen.comment, default: []].contains { comment in
            !comment.isRemoved && comment.paragraphs.contains { Self.has(chosen, $0) }
        }
    }

    private static func has(_ chosen: ChosenSentence, _ paragraph: Paragraph) -> Bool {
        guard paragraph.index == chosen.paragraph,
            let sentence = paragraph.sentences.first(where: { $0.index == chosen.sentence })
        else { return false }
        // Scalars, not characters: what only looks the same are other words.
        return paragraph.text.unicodeScalars.dropFirst(sentence.start).prefix(sentence.end - sentence.start)
            .elementsEqual(chosen.text.unicodeScalars)
    }
}
