import Discussion

/// Tells whether a sentence that a language model wrote is one that its comments bear.
///
/// Strict, and blind to meaning: it compares words. What is struck wrongly is only shown as its authors wrote it.
struct ProseCheck {
    private let sources: [CommentLabel: ProseSource]
    private let statement: [ProseWords]
    private let statementText: String
    private let rules: [ProseFault]

    /// At least this share of a sentence's words must stand in the comments that it names.
    static let leastShare = 0.6
    static let longestSentence = 60

    /// - Parameter rules: What is looked for.
    init(of summary: Summary, about statement: Statement?, rules: [ProseFault] = ProseFault.allCases) {
        sources = Dictionary(grouping: summary.passages, by: \.comment)
            .reduce(into: [:]) { $0[$1.key] = ProseSource($1.key, $1.value) }
        let texts = statement?.everyParagraph.map(\.text) ?? []
        self.statement = texts.map { ProseWords($0) }
        statementText = texts.joined(separator: "\n")
        self.rules = rules
    }

    /// The first thing that is wrong with a sentence; nil where nothing is.
    ///
    /// - Parameter labels: The comments that it names; nil for a name that no chosen comment has.
    func fault(of sentence: ProseSentence, naming labels: [CommentLabel?]) -> ProseFault? {
        let prose = Prepared(sentence, sources: labels.compactMap { $0.flatMap { sources[$0] } })
        return rules.first { rule in
            switch rule {
            case .namesNone: labels.isEmpty
            case .namesAnother: labels.contains { $0.flatMap { sources[$0] } == nil }
            // The whole is for whoever takes one sentence after another.
            case .isTooLong: prose.words.words.count > Self.longestSentence || sentence.text.utf8.count > 1000
            case .isRepeated: false
            case .isMarkedUp: ProseLeak.isMarkedUp(sentence.words)
            case .speaksOfInstructions: ProseLeak.speaksOfInstructions(prose.words)
            case .leads: ProseLeak.leads(sentence.words, sources: prose.sources.map(\.text) + [statementText])
            case .misquotes: misquotes(prose)
            case .speaksForItself: ProseWords(prose.quotations.outside).has(ProseVocabulary.speakers)
            default: isUnlikeItsSources(prose, rule)
            }
        }
    }

    private func isUnlikeItsSources(_ prose: Prepared, _ rule: ProseFault) -> Bool {
        switch rule {
        case .counts: counts(prose)
        case .namesSomebody: namesSomebody(prose)
        case .takesSides: takesSides(prose)
        case .strays: strays(prose)
        case .borrowsNames: borrowsNames(prose)
        case .negates: prose.negates
        case .asserts: prose.asserts
        case .changesForce: prose.changesForce
        case .turnsRound: prose.turnsRound
        default: false
        }
    }

    private func misquotes(_ prose: Prepared) -> Bool {
        prose.quotations.isOpen
            || prose.quotations.texts.contains { text in
                var quotation = ProseQuotations.folded(text)[...]
                while quotation.first == " " { quotation.removeFirst() }
                // A stop inside the marks belongs to the sentence around them, in American print.
                while let last = quotation.last, [",", ".", ";", " "].contains(last) {
                    quotation.removeLast()
                }
                guard quotation.contains(where: \.isPartOfWord) else { return true }
                return !prose.sources.contains { $0.says(Array(quotation)) }
            }
    }

    private func counts(_ prose: Prepared) -> Bool {
        let known = prose.sourceWords.union(statementWords(for: prose))
        let numbers = ProseLeak.numbers(in: prose.text)
        let texts = prose.sources.map(\.text) + (prose.isAboutStatement ? [statementText] : [])
        let knownNumbers = Set(texts.flatMap(ProseLeak.numbers))
        return !numbers.allSatisfy(knownNumbers.contains)
            || prose.words.words.contains {
                ProseVocabulary.counts.contains($0.folded) && !known.contains($0.folded)
            }
    }

    /// A word with a capital is a name, but for the first: that is one where nobody else uses it.
    private func namesSomebody(_ prose: Prepared) -> Bool {
        let known = prose.sourceWords.union(statementWords(for: prose))
        return prose.words.words.enumerated().contains { position, word in
            guard word.isCapital, !known.contains(word.folded) else { return false }
            if position > 0 { return true }
            return word.isContent && !prose.sourceStems.contains(word.stem)
                && !ProseVocabulary.counts.contains(word.folded)
        }
    }

    /// The words of the statement, for a comment that is about one of its passages.
    private func statementWords(for prose: Prepared) -> Set<String> {
        prose.isAboutStatement ? statement.reduce(into: []) { $0.formUnion($1.folded) } : []
    }

    private func takesSides(_ prose: Prepared) -> Bool {
        let stances = prose.sources.reduce(into: Set<Stance.Kind>()) { $0.formUnion($1.stances) }
        let stems = Set(prose.sources.flatMap { $0.sentences.flatMap { $0.words.map(\.stem) } })
        return prose.words.words.contains { word in
            guard ProseVocabulary.sides.contains(word.folded), !stems.contains(word.stem) else {
                return false
            }
            if stances.contains(.agrees), ProseVocabulary.agreeing.contains(word.folded) { return false }
            if stances.contains(.disagrees), ProseVocabulary.disagreeing.contains(word.folded) {
                return false
            }
            return true
        }
    }

    private func strays(_ prose: Prepared) -> Bool {
        let content = prose.words.words.filter(\.isContent)
        let found = content.count { prose.sourceStems.contains($0.stem) }
        // One word alone says nothing that could be checked.
        return found < 2 || Double(found) < Self.leastShare * Double(content.count)
    }

    private func borrowsNames(_ prose: Prepared) -> Bool {
        let stems = prose.words.contentStems
        return prose.sources.contains { source in
            source.sentences.allSatisfy { $0.contentStems.isDisjoint(with: stems) }
        }
    }
}
