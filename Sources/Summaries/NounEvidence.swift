import Discussion

/// What the sentences of a discussion show about a word or a pair of words: whether it is a noun, who uses
/// it, and how it is written.
struct NounEvidence {
    private(set) var asNoun = 0
    private(set) var asOther = 0
    private(set) var comments: Set<Int> = []
    private(set) var voices: Set<Int> = []
    private(set) var isInStatement = false
    /// How often it stands at the end of a phrase, as a noun does.
    private var closings = 0
    private var spellings: [String: Int] = [:]
    private var order: [String] = []

    /// Who says a sentence; nil for the statement.
    typealias Speaker = (comment: Int, voice: Int)?

    /// Counts one place where it stands. Only comments say how it is written, and only where it is the noun.
    mutating func add(_ place: NounPlace, spelling: String, by speaker: Speaker) {
        asNoun += place.asNoun
        asOther += place.asOther
        closings += place.closes ? 1 : 0
        guard let speaker else {
            isInStatement = true
            return
        }
        // "Russian troops" says nothing of Russians.
        guard place.asNoun > 0 || place.closes && place.asOther == 0 else { return }
        comments.insert(speaker.comment)
        voices.insert(speaker.voice)
        // A capital at the beginning of a sentence says nothing of how the word is written.
        let weight = place.isInitial ? 1 : place.asNoun > 0 ? 1_000_000 : 1000
        if spellings[spelling] == nil { order.append(spelling) }
        spellings[spelling, default: 0] += weight
    }

    /// Whether it is a noun beyond doubt.
    var isNoun: Bool { asNoun >= 2 && asNoun >= 4 * asOther && closings > 0 }

    /// Whether a pair of words is a phrase by itself, not the beginning of a longer one.
    var isClosed: Bool { closings > 1 }

    /// The most frequent way in which people write it.
    var spelling: String {
        let most = spellings.values.max()
        let found = order.first { spellings[$0] == most } ?? ""
        for genitive in ["'s", "’s", "s'", "s’"] where found.hasSuffix(genitive) {
            return String(found.dropLast(genitive.first == "s" ? 1 : 2))
        }
        return found
    }
}

/// What one place in a sentence shows about the words that stand there.
struct NounPlace {
    private(set) var asNoun = 0
    private(set) var asOther = 0
    let isInitial: Bool
    /// Whether a phrase ends with it.
    let closes: Bool
    /// Whether an article or preposition stands before it.
    let isOpened: Bool

    /// - Parameter range: The tokens that are looked at: a word, or a word with the one that describes it.
    init(of range: Range<Int>, in tokens: [ChosenWords.Token], language: Language) {
        let first = tokens[range.lowerBound]
        let last = tokens[range.upperBound - 1]
        let before = range.lowerBound > 0 ? tokens[range.lowerBound - 1] : nil
        let previous = before.flatMap { $0.endsClause ? nil : $0.folded }
        let next = !last.endsClause && range.upperBound < tokens.count ? tokens[range.upperBound].folded : nil
        isInitial =
            before.map { ".!?:".unicodeScalars.contains($0.written.unicodeScalars.last ?? " ") } ?? true
        let isCapital = last.written.unicodeScalars.first(where: \.isLetter)?.isCapital ?? false
        let isDetermined = previous.map { HeadingWords.determiners.contains($0) } ?? false
        isOpened = isDetermined || previous.map { HeadingWords.prepositions.contains($0) } ?? false
        closes = next.map { language.kinds(of: $0).contains(.stopWord) || $0.isEmpty } ?? true
        if language == .german {
            if !isInitial || range.count > 1 { if isCapital { asNoun = 1 } else { asOther = 1 } }
            return
        }
        if isCapital, closes, !isInitial, !first.isMarked { asNoun += 1 }
        guard language == .english else {
            if isDetermined { asNoun += 1 }
            return
        }
        judgeEnglish(previous, next, tokens, range, isCapital: isCapital && !isInitial)
    }

    private mutating func judgeEnglish(
        _ previous: String?,
        _ next: String?,
        _ tokens: [ChosenWords.Token],
        _ range: Range<Int>,
        isCapital: Bool
    ) {
        let isDescribed =
            range.lowerBound > 1 && !(previous.map { isStop($0) } ?? true)
            && HeadingWords.determiners.contains(tokens[range.lowerBound - 2].folded)
        if !isCapital {
            if let previous, HeadingWords.verbMarkers.contains(previous) { asOther += 1 }
            if let next, HeadingWords.objects.contains(next), !isOpened, !isDescribed { asOther += 1 }
            if let previous, HeadingWords.adjectiveMarkers.contains(previous), closes { asOther += 1 }
        }
        if closes, isOpened || isDescribed { asNoun += 1 }
        if previous == nil, let next, HeadingWords.verbs.contains(next) { asNoun += 1 }
        let word = tokens[range.upperBound - 1].folded
        if Self.endings.contains(where: { word.hasSuffix($0) }) { asNoun += 1 }
    }

    private func isStop(_ word: String) -> Bool { Language.english.kinds(of: word).contains(.stopWord) }

    private static let endings = [
        "tion", "tions", "sion", "sions", "ment", "ments", "ity", "ities", "ship", "ance", "ence", "ences",
    ]
}
