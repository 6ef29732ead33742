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

    /// - Parameter maximumWords: From 1; more than ``longestSummary`` counts as that.
    public init(maximumWords: Int) {
        self.maximumWords = min(max(maximumWords, 1), Self.longestSummary)
    }

    /// The summary of these comments.
    ///
    /// - Parameters:
    ///   - comments: In the order in which they were made; removed ones are counted, not read.
    ///   - statement: The words of what they are about, paragraphs on lines of their own; may be empty.
    public func summary(of comments: [Comment], about statement: String) -> Summary {
        let reading = Reading(comments, about: statement)
        let passages = reading.passages
        let sentences = rows(of: reading).map { reading.chosenSentence(at: $0) }
        let shortest = passages.map(\.words).min()
        return Summary(
            sentences: sentences,
            readComments: reading.comments.count,
            people: reading.people,
            unnamedComments: reading.unnamed,
            removed: reading.removed,
            wordless: reading.wordless,
            withheldSentences: reading.withheld,
            wordsNeeded: sentences.isEmpty ? shortest : nil
        )
    }

    private func rows(of reading: Reading) -> [Int] {
        let vectors = SentenceVectors(
            of: reading.candidates.map(\.stems),
            vocabulary: reading.vocabulary.count
        )
        let scores = FeatureTable(of: reading, vectors: vectors).scores(by: Feature.weights)
        var selection = Selection(of: reading, vectors: vectors, scores: scores, maximumWords: maximumWords)
        return selection.rows()
    }

    /// The features of every sentence that can be chosen, for those who fit the weights.
    package static func features(
        of comments: [Comment],
        about statement: String
    ) -> [(text: String, values: [Double])] {
        let reading = Reading(comments, about: statement)
        let vectors = SentenceVectors(
            of: reading.candidates.map(\.stems),
            vocabulary: reading.vocabulary.count
        )
        let table = FeatureTable(of: reading, vectors: vectors)
        return reading.candidates.indices.map { row in
            (reading.candidates[row].sentence.text, Feature.allCases.map { table[$0][row] })
        }
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
