import Discussion

extension ProseCheck {
    /// A sentence and the comments that it names, ready to be compared.
    struct Prepared {
        let text: String
        let words: ProseWords
        let quotations: ProseQuotations
        let sources: [ProseSource]
        let isAboutStatement: Bool
        let sourceWords: Set<String>
        let sourceStems: Set<String>

        init(_ sentence: ProseSentence, sources: [ProseSource]) {
            text = sentence.words
            words = ProseWords(sentence.words)
            quotations = ProseQuotations(in: sentence.words)
            self.sources = sources
            isAboutStatement = sources.contains(where: \.isAboutStatement)
            let said = sources.flatMap(\.sentences)
            sourceWords = said.reduce(into: []) { $0.formUnion($1.folded) }
            sourceStems = said.reduce(into: []) { $0.formUnion($1.contentStems) }
        }

        /// The sentences that it draws on: of each comment the one that shares most with it.
        private var nearest: [(words: ProseWords, isQuestion: Bool)] {
            sources.compactMap { source in
                source.nearest(to: words).map { (source.sentences[$0], source.questions[$0]) }
            }
        }

        /// Whether a word is denied here and never there, or the other way round.
        var negates: Bool {
            var known: [String: Set<Bool>] = [:]
            for sentence in sources.flatMap(\.sentences) {
                known.merge(sentence.polarities) { $0.union($1) }
            }
            let differs = words.polarities.contains { stem, polarities in
                known[stem].map { !polarities.isSubset(of: $0) } ?? false
            }
            return differs || words.hasDenial && !sources.flatMap(\.sentences).contains(where: \.hasDenial)
        }

        /// Whether what it draws on only asks.
        var asserts: Bool {
            guard !nearest.isEmpty, nearest.allSatisfy(\.isQuestion) else { return false }
            let isQuestion = text.unicodeScalars.suffix(3).contains { $0 == "?" || $0 == "？" || $0 == "؟" }
            return !isQuestion && !words.has(ProseVocabulary.questioning)
        }

        var changesForce: Bool {
            let isAdded = ProseVocabulary.forces.contains { force in
                words.has(force) && sourceWords.isDisjoint(with: force)
            }
            let isLost = ProseVocabulary.forcesToKeep.contains { force in
                !nearest.isEmpty && nearest.allSatisfy { $0.words.has(force) } && !words.has(force)
                    && !words.has(ProseVocabulary.forces[1])
            }
            return isAdded || isLost
        }

        /// Whether two neighbouring things of it stand in the other order in every sentence that has both.
        var turnsRound: Bool {
            words.clauses.contains { clause in
                let shared = clause.filter { $0.isContent && sourceStems.contains($0.stem) }.map(\.stem)
                return zip(shared, shared.dropFirst()).contains { first, second in
                    guard first != second else { return false }
                    let orders = sources.flatMap(\.sentences).compactMap { $0.isInOrder(first, second) }
                    return !orders.isEmpty && !orders.contains(true)
                }
            }
        }
    }
}

extension ProseWords {
    /// Its words from one mark or "but" to the next.
    fileprivate var clauses: [ArraySlice<Word>] {
        let starts = words.indices.filter { $0 > 0 && words[$0].beginsClause }
        return zip([0] + starts, starts + [words.count]).map { words[$0..<$1] }
    }

    /// Whether some `first` stands before some `second`; nil where one of them is not there.
    func isInOrder(_ first: String, _ second: String) -> Bool? {
        guard let earliest = words.firstIndex(where: { $0.stem == first }),
            let latest = words.lastIndex(where: { $0.stem == second })
        else { return nil }
        return earliest < latest
    }
}
