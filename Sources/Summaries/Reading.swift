import Discussion

/// What a summary is chosen from: the comments' sentences, prepared for counting.
struct Reading {
    private(set) var candidates: [Candidate] = []
    private(set) var vocabulary = Vocabulary()
    private var wordNumbers = WordNumbers()
    /// The statement's stems, for likeness to it.
    private(set) var statementStems: [Int] = []
    /// The comments that were read, in the order of the thread.
    private(set) var comments: [Comment] = []
    /// The position of the comment that each one answers, among those that were read.
    private(set) var parents: [Int?] = []
    /// How many voices there are: authors, and comments whose author is unknown.
    private(set) var voices = 0
    private(set) var counts = Summary.Counts()

    private var voiceOfAuthor: [String: Int] = [:]
    private var knownStems: Set<Int> = []
    private var firstVoice: [[String]: Int] = [:]
    private var commonLanguage = Language.english

    /// Reads comments, given in any order, about a statement, which may be empty.
    init(_ comments: [Comment], about statement: Statement?, leavingOut leftOut: [CommentLabel: LeftOut]) {
        var positions: [CommentLabel: Int] = [:]
        var entries: [[OwnWords.Entry]] = []
        for entry in CommentThread(comments).entries {
            guard !entry.comment.isRemoved else {
                counts.removed += 1
                continue
            }
            if let reason = leftOut[entry.comment.label] {
                counts.leftOut[reason, default: 0] += 1
                continue
            }
            positions[entry.comment.label] = self.comments.count
            parents.append(entry.comment.parent.flatMap { positions[$0] })
            self.comments.append(entry.comment)
            entries.append(OwnWords.entries(of: entry.comment.paragraphs))
        }
        let languages = entries.map(Self.language)
        commonLanguage = Language.common(of: languages)
        if let statement { read(statement) }
        for (position, entries) in entries.enumerated() {
            read(entries, at: position, in: languages[position] ?? commonLanguage)
        }
        counts.read = self.comments.count
        counts.people = voiceOfAuthor.isEmpty ? nil : voiceOfAuthor.count
    }

    private static func language(of entries: [OwnWords.Entry]) -> Language? {
        var guess = LanguageGuess()
        for entry in entries { guess.read(entry.words, writtenAs: entry.sentence.text) }
        return guess.language
    }

    private mutating func read(_ statement: Statement) {
        var guess = LanguageGuess()
        for sentence in statement.everyParagraph.flatMap(\.sentences) {
            guess.read(Words.folded(in: sentence.text), writtenAs: sentence.text)
        }
        let language = guess.language ?? commonLanguage
        for paragraph in statement.everyParagraph {
            for sentence in paragraph.sentences {
                let words = Words.folded(in: sentence.text)
                statementStems += vocabulary.stems(of: words, writtenAs: sentence.text, in: language)
                firstVoice[words] = Self.statementVoice
            }
        }
        knownStems = Set(statementStems)
    }

    private static let statementVoice = -1

    private mutating func read(_ entries: [OwnWords.Entry], at position: Int, in language: Language) {
        let voice = voice(of: comments[position])
        if !entries.contains(where: { $0.isOwn && !$0.words.isEmpty }) { counts.wordless += 1 }
        var lastKept: Int?
        for (number, entry) in entries.enumerated() where !entry.words.isEmpty {
            guard !ContactDetails.areFound(in: entry.sentence.text) else {
                counts.withheldSentences += 1
                continue
            }
            let follows = lastKept.map { $0 == number - 1 } ?? false
            candidates.append(
                candidate(
                    of: entry,
                    in: position,
                    voice: voice,
                    at: number,
                    follows: follows,
                    language: language
                )
            )
            lastKept = number
        }
    }

    private mutating func voice(of comment: Comment) -> Int {
        // A name without letters names nobody.
        let author = comment.author.flatMap { $0.isEmpty ? nil : $0 }
        if author == nil { counts.unnamed += 1 }
        if let known = author.flatMap({ voiceOfAuthor[$0] }) { return known }
        if let author { voiceOfAuthor[author] = voices }
        voices += 1
        return voices - 1
    }

    private mutating func candidate(
        of entry: OwnWords.Entry,
        in comment: Int,
        voice: Int,
        at position: Int,
        follows: Bool,
        language: Language
    ) -> Candidate {
        let known = vocabulary.entries(of: entry.words, writtenAs: entry.sentence.text, in: language)
        let stems = known.compactMap(\.stem)
        let leans = Leaning.leans(entry.words) { word in
            vocabulary.number(known: word, in: language).map(knownStems.contains) ?? false
        }
        let isReply = parents[comment] != nil
        // What a first sentence leans on is the statement, which everybody has read, or somebody's comment.
        let standsAlone = !leans || follows || (position == 0 && !isReply)
        let counts = Candidate.Counts(entry.words, kinds: known.lazy.map(\.kinds))
        let wordCount = Words.count(in: entry.sentence.text)
        let isSentence = Prose.isSentence(
            entry.sentence.text,
            wordCount: wordCount,
            stopWords: counts.stopWords
        )
        let isQuotable = entry.isOwn && isNew(entry.words, of: voice) && stems.count >= 2 && isSentence
        return Candidate(
            comment: comment,
            voice: voice,
            paragraph: entry.paragraph,
            sentence: entry.sentence,
            wordCount: wordCount,
            stems: stems,
            words: wordNumbers.numbers(of: entry.words),
            counts: counts,
            position: position,
            leans: leans,
            followsItsNeighbour: follows,
            isQuotable: isQuotable && standsAlone && !entry.sentence.text.hasSuffix(":")
        )
    }

    /// False where somebody else has said the very same: then it is a quotation, marked or not.
    private mutating func isNew(_ words: [String], of voice: Int) -> Bool {
        guard words.count > 3 else { return true }
        if let first = firstVoice[words] { return first == voice }
        firstVoice[words] = voice
        return true
    }
}
