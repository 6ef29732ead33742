internal import Discussion
internal import Summaries

/// What a language model wrote: `{"byline", "model", "parts": [{"comments", "prose"} or a passage]}`.
struct WrittenSummaryJSON: Encodable {
    enum Part: Encodable {
        case prose([Sentence])
        case passage(SummaryPassageJSON)

        struct Sentence: Encodable {
            let comments: [String]
            let text: String
        }

        private enum Key: String, CodingKey {
            case prose
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .passage(let passage): try passage.encode(to: encoder)
            case .prose(let sentences):
                var container = encoder.container(keyedBy: Key.self)
                try container.encode(sentences, forKey: .prose)
            }
        }
    }

    let model: String
    let byline: String
    let parts: [Part]

    init(_ written: WrittenSummary) {
        model = written.model
        byline = written.byline
        parts = written.parts.map { part in
            switch part {
            case .passage(let passage): .passage(SummaryPassageJSON(passage))
            case .prose(let sentences):
                .prose(sentences.map { .init(comments: $0.comments.map(\.rawValue), text: $0.text) })
            }
        }
    }
}
