import Discussion

/// The nouns and pairs of words that can head a group: what at least two voices speak of.
struct Terms {
    /// One of them.
    struct Term {
        /// The numbers of its stems.
        let key: [Int]
        /// As people write it.
        let spelling: String
        let voices: Int
        let isInStatement: Bool
    }

    private let reading: Reading
    private var evidence: [[Int]: NounEvidence] = [:]
    private var opened: [[Int]: (always: Bool, count: Int)] = [:]
    private var interesting: Set<Int> = []

    /// What the sentences of the whole discussion show about the words of those that are chosen.
    static func terms(of sentences: [ChosenSentence], languages: [Language], in reading: Reading) -> [Term] {
        var terms = Terms(reading)
        for (sentence, language) in zip(sentences, languages) {
            for token in ChosenWords(sentence.text).tokens {
                terms.interesting.formUnion(terms.key(of: token, in: language) ?? [])
            }
        }
        terms.gather()
        return terms.fit
    }

    private init(_ reading: Reading) {
        self.reading = reading
    }

    /// The stems of a word; nil for one that says nothing by itself. "Anti-war" has two.
    private func key(of token: ChosenWords.Token, in language: Language) -> [Int]? {
        Self.key(of: token, in: language, of: reading)
    }

    private static func key(of token: ChosenWords.Token, in language: Language, of reading: Reading) -> [Int]?
    {
        let parts = token.folded.split(separator: "-")
        guard !parts.isEmpty, parts.count <= 3 else { return nil }
        let stems = parts.map { reading.vocabulary.number(known: String($0), in: language) }
        let known = stems.compactMap(\.self)
        return known.count == parts.count ? known : nil
    }

    /// Which of these terms a sentence has.
    static func found(in text: String, language: Language, of reading: Reading) -> Set<[Int]> {
        let tokens = ChosenWords(text).tokens
        let keys = tokens.map { key(of: $0, in: language, of: reading) }
        var found: Set<[Int]> = []
        for (position, key) in keys.enumerated() {
            guard let key else { continue }
            found.insert(key)
            if position + 1 < keys.count, !tokens[position].endsClause, let next = keys[position + 1] {
                found.insert(key + next)
            }
        }
        return found
    }

    /// Enough to know a word by: more would only take time.
    private static let sentencesOfStem = 25

    private mutating func gather() {
        var seen: [Int: Int] = [:]
        for candidate in reading.candidates {
            let known = candidate.stems.filter { interesting.contains($0) }
            guard known.contains(where: { seen[$0, default: 0] < Self.sentencesOfStem }) else { continue }
            for stem in known { seen[stem, default: 0] += 1 }
            let language = reading.languages[candidate.comment] ?? reading.commonLanguage
            read(candidate.sentence.text, in: language, by: (candidate.comment, candidate.voice))
        }
        for text in reading.statementSentences { read(text, in: reading.commonLanguage, by: nil) }
    }

    private mutating func read(_ text: String, in language: Language, by speaker: NounEvidence.Speaker) {
        guard text.utf8.count < 3000 else { return }
        let sentence = ChosenWords(text)
        let tokens = sentence.tokens
        let keys = tokens.map { key(of: $0, in: language) }
        let capitals = tokens.count { $0.written.unicodeScalars.first?.isCapital == true }
        // Where every word has a capital, they show nothing.
        guard language == .german || capitals * 2 < tokens.count || tokens.count < 4 else { return }
        for position in tokens.indices {
            guard let key = keys[position], key.contains(where: interesting.contains) else { continue }
            add(key, position..<position + 1, sentence, language, speaker)
            if position + 1 < tokens.count, !tokens[position].endsClause, let next = keys[position + 1] {
                add(key + next, position..<position + 2, sentence, language, speaker)
            }
        }
    }

    private mutating func add(
        _ key: [Int],
        _ range: Range<Int>,
        _ sentence: ChosenWords,
        _ language: Language,
        _ speaker: NounEvidence.Speaker
    ) {
        let place = NounPlace(of: range, in: sentence.tokens, language: language)
        evidence[key, default: NounEvidence()].add(place, spelling: sentence.written(range), by: speaker)
        let known = opened[key] ?? (true, 0)
        opened[key] = (known.always && place.isOpened, known.count + (place.isOpened ? 1 : 0))
    }

    /// Those that are nouns beyond doubt, that two voices use, and that judge nobody.
    private var fit: [Term] {
        evidence.compactMap { key, evidence in
            guard evidence.comments.count > 1, evidence.voices.count > 1, evidence.isNoun else { return nil }
            let spelling = evidence.spelling
            let words = spelling.split { $0 == " " || $0 == "-" }.map { Folding.folded(String($0)) }
            guard words.count <= 3, !words.contains(where: HeadingWords.isUnfit),
                isWellFormed(words, evidence)
            else {
                return nil
            }
            if spelling.contains(" "), !isPhrase(key) { return nil }
            return Term(
                key: key,
                spelling: spelling,
                voices: evidence.voices.count,
                isInStatement: evidence.isInStatement
            )
        }
        .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    }

    private func isWellFormed(_ words: [String], _ evidence: NounEvidence) -> Bool {
        guard let last = words.last,
            last.unicodeScalars.count > 2
                || last.unicodeScalars.count == 2 && evidence.spelling.unicodeScalars.allSatisfy(\.isCapital)
        else {
            return false
        }
        if words.contains(where: { $0.hasSuffix("ly") && $0.count > 4 || $0.contains { $0.isNumber } }) {
            return false
        }
        guard isClean(evidence.spelling), !last.hasSuffix("ed") else { return false }
        return !last.hasSuffix("ing") || evidence.asOther == 0 && evidence.asNoun >= 3
    }

    /// Whether nothing but letters, digits and what joins them stands in it.
    private func isClean(_ spelling: String) -> Bool {
        let isJoint = { (scalar: Unicode.Scalar) in "-'’&".unicodeScalars.contains(scalar) }
        return spelling.unicodeScalars.split(separator: " ").allSatisfy { word in
            word.allSatisfy {
                $0.isLetter || $0.isAnyDigit || isJoint($0)
                    || $0.properties.generalCategory == .nonspacingMark
            }
                && word.last.map { !isJoint($0) } == true && word.first.map { !isJoint($0) } == true
        }
    }

    /// "The anti-war movement", not "support Ukraine": the first word describes, or is a noun itself.
    private func isPhrase(_ key: [Int]) -> Bool {
        guard evidence[key]?.isClosed == true else { return false }
        if let opened = opened[key], opened.always, opened.count > 1 { return true }
        guard let first = key.first, let noun = evidence[[first]] else { return false }
        return noun.isNoun && (opened[key]?.count ?? 0) > 0
    }
}
