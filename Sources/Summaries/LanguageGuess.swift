internal import Discussion

/// Tells a language by what has been read of a text so far: its script, then its most frequent words.
///
/// Says nothing rather than something wrong. Looks at the first ``mostWords`` words only.
package struct LanguageGuess: Sendable {
    private var letters = [Int](repeating: 0, count: Script.allCases.count)
    private var evidence: [Evidence] = []
    private var wordCount = 0
    private var seen = [Bool](repeating: false, count: LanguageSigns.words.count)
    private var seenLetters: Set<Unicode.Scalar> = []
    private var hasForeignLetters = false

    package init() {}

    /// Reads a sentence or more.
    ///
    /// - Parameters:
    ///   - words: As `Words.folded(in:)` gives them.
    ///   - text: What they were taken from.
    package mutating func read(_ words: [String], writtenAs text: String) {
        guard wordCount < Self.mostWords else { return }
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            letters[Script.latin.rawValue] += words.reduce(0) { $0 + $1.utf8.count }
        } else {
            for scalar in text.unicodeScalars.prefix(Self.mostLetters) { read(scalar) }
        }
        for word in words.prefix(Self.mostWords - wordCount) { read(word) }
        wordCount += words.count
    }

    private static let mostWords = 80
    private static let mostLetters = 800

    private mutating func read(_ scalar: Unicode.Scalar) {
        if let script = Script(of: scalar) { letters[script.rawValue] += script.weight }
        guard scalar.value >= 0x80, let languages = LanguageSigns.letters[scalar],
            seenLetters.insert(scalar).inserted
        else {
            return
        }
        hasForeignLetters = hasForeignLetters || languages == 0
        let points = languages.nonzeroBitCount == 1 ? 4 : 2
        evidence.append(Evidence(languages: languages, points: points, isWord: false))
    }

    private mutating func read(_ word: String) {
        guard let sign = LanguageSigns.words[word] ?? sign(leaningIn: word) else { return }
        // "de de de" shows no more than "de".
        let points = seen[sign.number] ? 0 : Self.points(for: sign.languages, letters: word.utf8.count)
        seen[sign.number] = true
        evidence.append(Evidence(languages: sign.languages, points: points, isWord: true))
    }

    /// `l'accord`: the little word before the apostrophe tells.
    private func sign(leaningIn word: String) -> LanguageSigns.Word? {
        guard let apostrophe = word.utf8.firstIndex(of: UInt8(ascii: "'")) else { return nil }
        return LanguageSigns.words[String(word[..<apostrophe])]
    }

    /// The fewer languages have a word, the more it says; a single letter may be anything.
    private static func points(for languages: LanguageSigns.Languages, letters: Int) -> Int {
        if letters == 1 { return 1 }
        return switch languages.nonzeroBitCount {
        case 1: 6
        case 2: 4
        case 3: 3
        default: 2
        }
    }

    /// A word or letter that was found, and what it says.
    private struct Evidence {
        let languages: LanguageSigns.Languages
        let points: Int
        let isWord: Bool

        func speaks(for place: Int) -> Bool { languages & (1 << place) != 0 }
    }
}

extension LanguageGuess {
    /// The language; nil where too little was read, or what was read is of several.
    package var language: Language? {
        guard let script, !hasForeignLetters else { return nil }
        let candidates = script.languages
        guard candidates.count > 1 else { return candidates.first }
        let places = candidates.compactMap { Language.allCases.firstIndex(of: $0) }
        let points = places.map { place in evidence.reduce(0) { $0 + ($1.speaks(for: place) ? $1.points : 0) }
        }
        guard let most = points.max(), most >= 4, let winner = points.firstIndex(of: most) else { return nil }
        let best = places[winner]
        for (place, points) in zip(places, points) where place != best {
            // So few that nothing below could be.
            if most - points >= max(4, 2 * points) { continue }
            // Two languages that are alike, or both in one text.
            let lead = pointsFor(best, beside: place)
            guard lead >= 4, lead >= 2 * pointsFor(place, beside: best) else { return nil }
        }
        return script != .latin || isSure(of: best, points: most) ? Language.allCases[best] : nil
    }

    /// What speaks for one language, and not for another.
    private func pointsFor(_ place: Int, beside other: Int) -> Int {
        evidence.reduce(0) { $0 + ($1.speaks(for: place) && !$1.speaks(for: other) ? $1.points : 0) }
    }

    /// Many languages share the Latin letters, and any text has words that look like some language's.
    private func isSure(of place: Int, points: Int) -> Bool {
        let hits = evidence.count { $0.isWord && $0.speaks(for: place) }
        return wordCount >= 3 && hits >= 2 && points >= 8 && hits * 7 >= min(wordCount, Self.mostWords)
    }

    /// The script of nearly all letters; kana among ideographs are Japanese.
    private var script: Script? {
        let all = letters.reduce(0, +)
        guard let most = letters.max(), most >= 4 else { return nil }
        let (kana, han) = (letters[Script.kana.rawValue], letters[Script.han.rawValue])
        if (kana + han) * 4 >= all * 3 { return kana * 12 >= han ? .kana : .han }
        return most * 4 >= all * 3 ? letters.firstIndex(of: most).flatMap(Script.init) : nil
    }
}

extension Language {
    /// The language of a text; nil where nothing can be told: few words, code, names, several languages.
    ///
    /// - Parameters:
    ///   - words: As `Words.folded(in:)` gives them.
    ///   - text: What they were taken from.
    package static func detected(in words: [String], writtenAs text: String) -> Language? {
        var guess = LanguageGuess()
        guess.read(words, writtenAs: text)
        return guess.language
    }
}
