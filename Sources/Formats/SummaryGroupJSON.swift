internal import Discussion
internal import Summaries

/// Passages below a heading: `{"heading", "passages": [{"about", "comment", "sentences", "stance"}]}`.
struct SummaryGroupJSON: Encodable {
    let heading: OrNull<String>
    let passages: [SummaryPassageJSON]

    init(_ group: SummaryGroup) {
        heading = OrNull(group.heading)
        passages = group.passages.map(SummaryPassageJSON.init)
    }
}

/// Sentences of one comment, and where each stands in it.
struct SummaryPassageJSON: Encodable {
    struct Place: Encodable {
        let paragraph: Int
        let sentence: Int
        let text: String
    }

    struct StanceJSON: Encodable {
        let kind: String
        let words: String
    }

    let comment: String
    let about: OrNull<String>
    let stance: OrNull<StanceJSON>
    let sentences: [Place]

    init(_ passage: ChosenPassage) {
        comment = passage.comment.rawValue
        about = OrNull(passage.about.map { "\($0)" })
        stance = OrNull(passage.stance.map { StanceJSON(kind: $0.kind.rawValue, words: $0.words) })
        sentences = passage.sentences.map {
            Place(paragraph: $0.paragraph, sentence: $0.sentence, text: $0.text)
        }
    }
}
