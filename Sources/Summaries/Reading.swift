import Discussion

/// What a summary is chosen from: the comments' sentences, prepared for counting.
struct Reading {
    private(set) var candidates: [Candidate] = []
    private(set) var vocabulary = Vocabulary()
    private var wordNumbers = WordNumbers()
    private var copied = CopiedWords()
    private var beginnings = Beginnings()
    /// The statement's stems, for likeness to it.
    private(set) var statementStems: [Int] = []
    /// What the comments are about, if that is known.
    let statement: Statement?
    /// The comments that were read, in the order of the thread.
    private(set) var comments: [Comment] = []
    /// The position of the comment that each one answers, among those that were read.
    private(set) var parents: [Int?] = []
    /// The number of whoever wrote each comment: the author, or where that is unknown the comment itself.
    private(set) var voicesOfComments: [Int] = []
    /// How many voices there are.
    private(set) var voices = 0
    private(set) var counts = Summary.Counts()

    private var voiceOfAuthor: [String: Int] = [:]
    private var knownStems: Set<Int> = []
    /// Sentences that somebody has said: whoever says the very same is quoting, marked or not.
    private var said: Set<[String]> = []
    /// The language of most comments.
    private(set) var commonLanguage = Language.english
    /// The language of each comment that was read; nil where too little shows it.
    private(set) var languages: [Language?] = []

    /// Reads comments, given in any order, about a statement, which may be empty.
    init(_ comments: [Comment], about statement: Statement?, leavingOut leftOut: [CommentLabel: LeftOut]) {
        self.statement = statement
        var positions: [CommentLabel: Int] = [:]
        var entries: [[OwnWords.Entry]] = []
        for entry in CommentThread(comments).entries {
            guard !entry.comment.isRemoved else {
                counts.removed += 1
                continue
            }
            if let reason = leftOut[entry.comment.label] {
                counts.leftOut[reason, default: 0] += 1
                remember(entry.comment)
                continue
            }
            positions[entry.comment.label] = self.comments.count
            parents.append(entry.comment.parent.flatMap { positions[$0] })
            self.comments.append(entry.comment)
            voicesOfComments.append(voice(of: entry.comment))
            entries.append(OwnWords.entries(of: beginning(of: entry.comment)))
        }
        languages = entries.map(Self.language)
        commonLanguage = Language.common(of: languages)
        countOtherLanguages()
        if let statement { read(statement) }
        for (position, entries) in entries.enumerated() {
            beginnings.read(entries, by: voicesOfComments[position])
        }
        for (position, entries) in entries.enumerated() {
            read(entries, at: position)
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
                said.insert(words)
            }
        }
        knownStems = Set(statementStems)
    }

    /// The sentences of the statement.
    var statementSentences: [String] {
        statement?.everyParagraph.flatMap { $0.sentences.map(\.text) } ?? []
    }

    /// What a comment that is left out says is not said by those who repeat it.
    private mutating func remember(_ comment: Comment) {
        for sentence in beginning(of: comment).flatMap(\.sentences) {
            let words = Words.folded(in: sentence.text)
            if words.count > Self.wordsOfAnyone { said.insert(words) }
        }
    }

    /// What is read of a comment: as much as ``CommentBeginning`` allows.
    private mutating func beginning(of comment: Comment) -> [Paragraph] {
        let beginning = CommentBeginning(of: comment)
        if beginning.isCut, !comment.isRemoved { counts.tooLong += 1 }
        return beginning.paragraphs
    }

    private mutating func countOtherLanguages() {
        for case let language? in languages where language != commonLanguage {
            counts.otherLanguages[language.name, default: 0] += 1
        }
    }

    private mutating func read(_ entries: [OwnWords.Entry], at position: Int) {
        let voice = voicesOfComments[position]
        countWords(of: entries)
        var lastKept: Int?
        for (number, entry) in entries.enumerated() where !entry.words.isEmpty {
            guard !ContactDetails.areFound(in: entry.sentence.text) else {
                if entry.isOwn { counts.withheldSentences += 1 }
                continue
            }
            let follows = lastKept.map { $0 == number - 1 } ?? false
            candidates.append(
                candidate(
                    of: entry,
                    in: position,
                    voice: voice,
                    at: number,
                    follows: follows
                )
            )
            lastKept = number
        }
    }

    /// Counts a comment that has no words of its own, or only what somebody else has said before.
    private mutating func countWords(of entries: [OwnWords.Entry]) {
        let own = entries.filter { $0.isOwn && !$0.words.isEmpty }
        if own.isEmpty {
            counts.wordless += 1
        } else if own.allSatisfy({ $0.words.count > Self.wordsOfAnyone && said.contains($0.words) }) {
            counts.repeating += 1
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
        follows: Bool
    ) -> Candidate {
        let language = languages[comment] ?? commonLanguage
        let known = vocabulary.entries(of: entry.words, writtenAs: entry.sentence.text, in: language)
        let stems = known.compactMap(\.stem)
        let leans = Leaning.leans(entry.words, in: language) { word in
            vocabulary.number(known: word, in: language).map(knownStems.contains) ?? false
        }
        let isReply = comments[comment].parent != nil
        // What a first sentence leans on is the statement, which everybody has read, or somebody's comment.
        let isAboutStatement = position == 0 && !isReply && !Leaning.takesUp(entry.words, in: language)
        let standsAlone = !leans || follows || isAboutStatement
        let words = wordNumbers.numbers(of: entry.words)
        // In a heap of opinions on one question many say the same in the same words.
        let isCopied = entry.isOwn && copied.areFound(in: words, of: voice) && isReply
        let isPiece = beginnings.isPiece(entry.sentence.text, of: voice)
        let counts = Candidate.Counts(entry.words, kinds: known.lazy.map(\.kinds))
        let wordCount = Words.count(in: entry.sentence.text)
        let shape = SentenceShape(of: entry.sentence.text)
        let isSentence = SentenceForm.isSentence(
            entry.sentence.text,
            entry.words,
            shape: shape,
            wordCount: wordCount,
            language: languages[comment] ?? (commonLanguage == .english ? nil : commonLanguage)
        )
        let isQuotable = entry.isOwn && isNew(entry.words) && stems.count >= 2 && isSentence
        return Candidate(
            comment: comment,
            voice: voice,
            paragraph: entry.paragraph,
            sentence: entry.sentence,
            wordCount: wordCount,
            stems: stems,
            words: words,
            counts: counts,
            signs: shape.signs,
            position: position,
            leans: leans,
            followsItsNeighbour: follows,
            isQuotable: isQuotable && standsAlone && !isCopied && !isPiece
                && !entry.sentence.text.hasSuffix(":")
        )
    }

    /// False where the very same has been said: by somebody else, then it is a quotation, or by the same.
    private mutating func isNew(_ words: [String]) -> Bool {
        words.count <= Self.wordsOfAnyone || said.insert(words).inserted
    }

    /// Sentences as short as this are nobody's: "I agree with you".
    private static let wordsOfAnyone = 3
}
