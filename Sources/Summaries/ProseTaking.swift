import Discussion

/// Takes prose sentence by sentence, and puts chosen sentences where it cannot be taken.
struct ProseTaking {
    let check: ProseCheck
    let names: ProseNames
    /// How many words all sentences may have together.
    let maximumWords: Int

    private var seen: Set<String> = []
    private var wordsTaken = 0

    init(check: ProseCheck, names: ProseNames, maximumWords: Int) {
        self.check = check
        self.names = names
        self.maximumWords = maximumWords
    }

    private enum Piece {
        case taken(WrittenSentence)
        case struck(StruckSentence, about: [CommentLabel])
    }

    /// What is longer was written by nobody who read the instructions.
    private static let longestProse = 32_768

    /// - Returns: nil where no sentence of the prose is taken.
    mutating func summary(of prose: String, from summary: Summary, by model: String) -> WrittenSummary? {
        guard prose.utf8.count <= Self.longestProse else { return nil }
        var pieces: [Piece] = []
        for sentence in ProseSentence.sentences(of: prose) { pieces.append(piece(of: sentence)) }
        var struck: [StruckSentence] = []
        var told: Set<CommentLabel> = []
        for piece in pieces {
            switch piece {
            case .taken(let sentence): told.formUnion(sentence.comments)
            case .struck(let sentence, _): struck.append(sentence)
            }
        }
        guard !told.isEmpty else { return nil }
        return WrittenSummary(
            parts: Self.parts(of: pieces, told: told, summary.passages),
            model: model,
            sentencesGiven: summary.sentences.count,
            struck: struck
        )
    }

    private mutating func piece(of sentence: ProseSentence) -> Piece {
        let labels = sentence.names.map { names.label($0) }
        let known = labels.compactMap(\.self)
        var fault = check.fault(of: sentence, naming: labels)
        let words = Words.count(in: sentence.words)
        if fault == nil, wordsTaken + words > maximumWords { fault = .isTooLong }
        if fault == nil, !seen.insert(Folding.folded(sentence.words)).inserted { fault = .isRepeated }
        if let fault { return .struck(StruckSentence(text: sentence.text, fault: fault), about: known) }
        wordsTaken += words
        var named: Set<CommentLabel> = []
        let comments = known.filter { named.insert($0).inserted }
        return .taken(WrittenSentence(text: sentence.words, comments: comments))
    }

    /// The prose in its order. A struck sentence gives its place to the chosen sentences of the comments that it
    /// names; what no sentence of the prose tells of comes at the end, so that nobody falls silent.
    private static func parts(of pieces: [Piece], told: Set<CommentLabel>, _ passages: [ChosenPassage])
        -> [WrittenSummary.Part]
    {
        var parts: [WrittenSummary.Part] = []
        var shown: Set<CommentLabel> = []
        func show(_ labels: Set<CommentLabel>) {
            let new = labels.subtracting(shown)
            shown.formUnion(new)
            parts += passages.filter { new.contains($0.comment) }.map { .passage($0) }
        }
        var isInParagraph = false
        for piece in pieces {
            switch piece {
            case .taken(let sentence):
                if isInParagraph, case .prose(let sentences)? = parts.last {
                    parts[parts.count - 1] = .prose(sentences + [sentence])
                } else {
                    parts.append(.prose([sentence]))
                }
                isInParagraph = true
            case .struck(_, let labels):
                let count = parts.count
                show(Set(labels))
                if parts.count > count { isInParagraph = false }
            }
        }
        show(Set(passages.map(\.comment)).subtracting(told))
        return parts
    }
}
