public import Discussion

/// Chooses the sentences that stand for a discussion, each exactly as somebody wrote it.
///
/// Sentences are scored by what speaks for them (``Feature``), then chosen one after another, so that each says
/// something new and no voice drowns the others. The same comments always give the same summary, in a time
/// in proportion to their words.
public struct Summarizer: Sendable {
    /// No summary is longer: what is longer is a selection of quotations.
    public static let longestSummary = 2000

    /// How many words the sentences may have together.
    public let maximumWords: Int
    private let weights: [Feature: FeatureWeight]

    /// - Parameter maximumWords: From 1; more than ``longestSummary`` counts as that.
    public init(maximumWords: Int) {
        self.init(maximumWords: maximumWords, weights: Feature.weights)
    }

    /// With weights that are being tried.
    package init(maximumWords: Int, weights: [Feature: FeatureWeight]) {
        self.maximumWords = min(max(maximumWords, 1), Self.longestSummary)
        self.weights = weights
    }

    /// The summary of these comments.
    ///
    /// - Parameters:
    ///   - comments: In the order in which they were made; removed ones are counted, not read.
    ///   - statement: What they are about; nil where that is not known.
    ///   - leftOut: Comments that are counted, not read, and why.
    public func summary(
        of comments: [Comment],
        about statement: Statement?,
        leavingOut leftOut: [CommentLabel: LeftOut]
    ) -> Summary {
        let reading = Reading(comments, about: statement, leavingOut: leftOut)
        let passages = reading.passages
        let sentences = rows(of: reading).map { reading.chosenSentence(at: $0) }
        let sources = SentenceSources(of: sentences, in: comments)
        let chosen = sentences.filter(sources.contain)
        let shortest = passages.map(\.words).min()
        return Summary(
            groups: reading.groups(of: chosen),
            counts: reading.counts,
            wordsNeeded: chosen.isEmpty ? shortest : nil
        )
    }

    private func rows(of reading: Reading) -> [Int] {
        let shape = Shape(of: reading)
        let vectors = SentenceVectors(of: reading)
        let scores = FeatureTable(of: reading, vectors: vectors).scores(by: weights, in: shape)
        var selection = Selection(
            of: reading,
            vectors: vectors,
            scores: scores,
            shape: shape,
            maximumWords: maximumWords
        )
        return selection.rows()
    }

    /// The features of every sentence that was read.
    package static func features(of comments: [Comment], about statement: Statement?) -> FeatureSheet {
        let reading = Reading(comments, about: statement, leavingOut: [:])
        let shape = Shape(of: reading)
        let table = FeatureTable(of: reading, vectors: SentenceVectors(of: reading))
        let columns = Feature.allCases.map { table[$0] }
        let rows = reading.candidates.enumerated().map { row, candidate in
            FeatureSheet.Row(text: candidate.sentence.text, values: columns.map { $0[row] })
        }
        return FeatureSheet(long: shape.length, flat: shape.flatness, rows: rows)
    }
}

extension SentenceVectors {
    fileprivate init(of reading: Reading) {
        self.init(of: reading.candidates.lazy.map(\.stems), vocabulary: reading.vocabulary.count)
    }
}

extension Reading {
    fileprivate func chosenSentence(at row: Int) -> ChosenSentence {
        let candidate = candidates[row]
        return ChosenSentence(
            comment: comments[candidate.comment].label,
            paragraph: candidate.paragraph,
            sentence: candidate.sentence.index,
            text: candidate.sentence.text
        )
    }
}
