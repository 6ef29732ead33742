extension Feature {
    /// How much each one counts; only their proportions matter.
    ///
    /// Rounded from a ridge regression of the ROUGE precision of single sentences, standardised within each
    /// thread, over public threads of mail, arguments, opinions and meetings; then adjusted by hand on the same.
    static let weights: [Feature: Double] = [
        .centrality: 0.45, .support: 0.10, .pairSupport: 0.06, .likenessToStatement: 0.08,
        .likenessToFirstComment: 0.03, .stopWords: 0.12, .length: 0.02, .excess: -0.08, .earliness: 0.15,
        .firstComment: 0.03, .firstPerson: -0.15, .secondPerson: -0.13, .courtesies: -0.10, .digits: -0.06,
        .question: -0.02, .signs: -0.15, .leaning: -0.03,
    ]
}
