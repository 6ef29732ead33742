import Discussion

/// The chosen words of one comment, as prose about it is compared with them.
struct ProseSource {
    let label: CommentLabel
    /// Each passage, as quotations are looked up.
    let passages: [[Unicode.Scalar]]
    let sentences: [ProseWords]
    /// Whether each of ``sentences`` asks.
    let questions: [Bool]
    let text: String
    let stances: Set<Stance.Kind>
    /// Whether it is about a passage of the statement, whose names and numbers are then at hand.
    let isAboutStatement: Bool

    init(_ label: CommentLabel, _ passages: [ChosenPassage]) {
        self.label = label
        let stanceWords = passages.compactMap { $0.stance?.words }
        let texts = passages.map { $0.sentences.map(\.text).joined(separator: " ") } + stanceWords
        self.passages = texts.map(ProseQuotations.folded)
        let sentenceTexts = passages.flatMap { $0.sentences.map(\.text) } + stanceWords
        sentences = sentenceTexts.map { ProseWords($0) }
        questions = sentenceTexts.map {
            $0.unicodeScalars.suffix(3).contains { $0 == "?" || $0 == "？" || $0 == "؟" }
        }
        text = texts.joined(separator: "\n")
        isAboutStatement = passages.contains { $0.about != nil }
        stances = Set(passages.compactMap { $0.stance?.kind })
    }

    /// Whether it has these words, whole and one after another.
    func says(_ quotation: [Unicode.Scalar]) -> Bool {
        passages.contains { passage in
            guard passage.count >= quotation.count else { return false }
            return (0...(passage.count - quotation.count)).contains { start in
                let end = start + quotation.count
                guard passage[start] == quotation[0], passage[start..<end].elementsEqual(quotation) else {
                    return false
                }
                let isCutBefore = start > 0 && passage[start - 1].isPartOfWord && quotation[0].isPartOfWord
                let isCutAfter =
                    end < passage.count && passage[end].isPartOfWord
                    && quotation[quotation.count - 1].isPartOfWord
                return !isCutBefore && !isCutAfter
            }
        }
    }

    /// The sentence that shares most content words with the prose; nil where none shares any.
    func nearest(to prose: ProseWords) -> Int? {
        let shared = sentences.map { $0.contentStems.intersection(prose.contentStems).count }
        return sentences.indices.filter { shared[$0] > 0 }.max { (shared[$0], $1) < (shared[$1], $0) }
    }
}
