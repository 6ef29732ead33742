public import Discussion

/// A summary of which a language model wrote parts: prose where it bore the check, chosen sentences elsewhere.
public struct WrittenSummary: Hashable, Sendable, Codable {
    /// A part of it, from which it is shown.
    public enum Part: Hashable, Sendable, Codable {
        /// A paragraph of the model's own sentences.
        case prose([WrittenSentence])
        /// Sentences of a comment, word for word.
        case passage(ChosenPassage)
    }

    /// In the order in which they are read; at least one is prose.
    public let parts: [Part]
    /// The model's name.
    public let model: String
    /// From how many sentences of the comments it wrote.
    public let sentencesGiven: Int
    /// Sentences of the model that did not bear the check, with the reason; not for readers.
    public let struck: [StruckSentence]

    /// `Written by MODEL from 6 sentences; 2 of its sentences were struck.`
    public var byline: String {
        let given = sentencesGiven == 1 ? "1 sentence" : "\(sentencesGiven) sentences"
        let rest =
            switch struck.count {
            case 0: ""
            case 1: "; 1 of its sentences was struck"
            default: "; \(struck.count) of its sentences were struck"
            }
        return "Written by \(model) from \(given)\(rest)."
    }
}

/// A sentence that a model wrote, and the comments that it names for it.
public struct WrittenSentence: Hashable, Sendable, Codable {
    /// Its words, without the names of the comments.
    public let text: String
    /// At least one.
    public let comments: [CommentLabel]

    /// The sentence with its comments: `The harbour is closed. [#1, #1.1]`
    public var line: String { "\(text) [\(comments.map(\.description).joined(separator: ", "))]" }
}

/// A sentence that a model wrote and nobody is shown.
public struct StruckSentence: Hashable, Sendable, Codable {
    /// As the model wrote it.
    public let text: String
    /// What is wrong with it.
    public let fault: ProseFault
}
