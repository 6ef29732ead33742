import Discussion

/// Tells whether a sentence leans on the one before it.
///
/// It does where it begins with a word that takes up what was said ("but", "so", "yes"), or where something
/// like "they" or "this" comes before any word that it could stand for.
enum Leaning {
    /// - Parameters:
    ///   - words: The sentence's words, folded.
    ///   - language: What they are written in.
    ///   - isKnown: Whether the reader knows what a word means without the sentence before: it stands in
    ///     the statement, so that "this war" needs no explanation.
    static func leans(_ words: [String], in language: Language, isKnown: (String) -> Bool) -> Bool {
        guard language == .english else { return leans(words, in: language) }
        let words = Array(words.drop(while: fillers.contains))
        guard let first = words.first else { return false }
        if takesUp(words, in: language) || words.prefix(8).contains("latter") { return true }
        if words.last == "that" || words.last == "this" { return true }
        if alone.contains(first), words.count < 2 || isStopWord(words[1]) { return true }
        for (position, word) in words.prefix(8).enumerated() {
            if pronouns.contains(word) { return !Expletives.begin(words[position...]) }
            if determiners.contains(word), position == 0 || word != "that" {
                return !isExplained(words, after: position, isKnown)
            }
            guard isStopWord(word) else {
                // Anything that says something may be what a later pronoun stands for.
                return isVerbWithObject(words, at: position, isKnown)
            }
        }
        return false
    }

    /// Whether a sentence begins with a word that takes up what was said: "But", "However".
    static func takesUp(_ words: [String], in language: Language) -> Bool {
        guard language == .english else {
            return words.first.map { language.kinds(of: $0).contains(.link) } ?? false
        }
        let words = Array(words.drop(while: fillers.contains))
        guard let first = words.first else { return false }
        return links.contains(first) || opensWithPhrase(words, first) || isAnswer(words, first)
    }

    /// Of other languages we know the words, not the exceptions.
    private static func leans(_ words: [String], in language: Language) -> Bool {
        for (position, word) in words.prefix(6).enumerated() {
            let kinds = language.kinds(of: word)
            if position == 0, kinds.contains(.link) { return true }
            if kinds.contains(.pronoun) { return true }
            guard kinds.contains(.stopWord) else { return false }
        }
        return false
    }

    /// "No, it …", "True, but …", but not "no doctor" or "true friends".
    private static func isAnswer(_ words: [String], _ first: String) -> Bool {
        guard answers.contains(first), words.count > 1 else { return false }
        let counted = ["one", "more", "longer", "matter", "such", "other", "less", "sure"]
        return isStopWord(words[1]) && !counted.contains(words[1])
    }

    private static let answers: Set<String> = ["no", "not", "true", "still", "same", "again"]

    private static func isStopWord(_ word: String) -> Bool {
        !Language.english.kinds(of: word).isDisjoint(with: [.stopWord, .courtesy])
    }

    /// "This war", where the statement speaks of the war; "these days".
    private static func isExplained(_ words: [String], after position: Int, _ isKnown: (String) -> Bool)
        -> Bool
    {
        guard position + 1 < words.count else { return false }
        let next = words[position + 1]
        // "Those who live here" are named by that.
        if words[position] == "those", ["who", "that", "with", "of", "whose", "which", "in"].contains(next) {
            return true
        }
        return isKnown(next) || selfExplaining.contains(next)
    }

    /// "We discussed it", "I like them": what is spoken of was named before.
    private static func isVerbWithObject(
        _ words: [String],
        at position: Int,
        _ isKnown: (String) -> Bool
    ) -> Bool {
        let subject: Set<String> = ["i", "we", "you", "i've", "we've", "i'd", "we'd", "i'll", "we'll"]
        guard position > 0, words[..<position].contains(where: subject.contains), position + 1 < words.count
        else {
            return false
        }
        let isJoined = ["about", "on", "with", "for", "in", "into", "at", "of", "through"].contains(
            words[position + 1]
        )
        let position = isJoined ? position + 1 : position
        guard position + 1 < words.count else { return false }
        let object = words[position + 1]
        if object == "it" { return !Expletives.opens(behind: words[(position + 2)...]) }
        if ["them", "him", "her"].contains(object) { return true }
        guard ["this", "these", "those"].contains(object) else {
            guard object == "that", position + 2 < words.count else { return object == "that" }
            return ["but", "and", "so", "because", "too", "as"].contains(words[position + 2])
        }
        return !isExplained(words, after: position + 1, isKnown)
    }

    private static func opensWithPhrase(_ words: [String], _ first: String) -> Bool {
        phrases[first]?.contains { words.starts(with: $0) } ?? false
    }

    private static let links: Set<String> = [
        "but", "so", "and", "or", "however", "then", "yet", "also", "therefore", "thus", "hence", "nor",
        "moreover", "furthermore", "otherwise", "instead", "similarly", "likewise", "nevertheless", "besides",
        "consequently", "accordingly", "additionally", "finally", "secondly", "thirdly", "conversely",
        "nonetheless", "meanwhile", "because", "which", "too", "else", "firstly", "lastly",
        "yes", "yeah", "yep", "nope", "exactly", "agreed", "indeed", "ditto", "though",
        "anyway", "namely", "eg", "ie", "plus", "worse", "except", "alternatively", "hopefully",
        "him", "afterwards",
    ]
    /// Said while thinking: the sentence begins behind them.
    private static let fillers: Set<String> = [
        "um", "uh", "eh", "er", "hmm", "mm", "ah", "oh", "well", "see", "like", "look", "right", "ok", "okay",
        "sure", "actually", "basically",
    ]
    private static let pronouns: Set<String> = [
        "he", "he's", "she", "she's", "it", "it's", "its", "they", "they're", "they've", "they'd", "they'll",
        "them", "their", "theirs", "him", "his", "her", "hers", "that's", "it'll", "it'd", "that'll",
        "that'd",
        "he'd", "he'll", "she'd", "she'll", "themselves", "itself", "himself", "herself",
    ]
    private static let determiners: Set<String> = ["this", "that", "these", "those", "such"]
    /// Words that stand for something unless what they count follows: "both sides".
    private static let alone: Set<String> = [
        "both", "neither", "either", "none", "others", "some", "most", "many", "few", "one", "ones", "each",
        "all",
    ]
    /// What "this" before it points at is where the reader is.
    private static let selfExplaining: Set<String> = [
        "year", "week", "month", "morning", "evening", "afternoon", "day", "days", "summer", "winter", "time",
        "century", "country", "world", "list", "site", "thread", "discussion", "forum", "group", "statement",
        "page", "room", "town", "city", "side",
    ]
    private static let phrases: [String: [[String]]] = Dictionary(
        grouping: [
            "for example", "for instance", "for that", "for this", "for these", "in addition",
            "in other words", "in particular", "on the other hand", "on the contrary", "most importantly",
            "more importantly", "as a result", "as a consequence", "after all", "at the same time",
            "in contrast", "by contrast", "by comparison", "as opposed to", "of course", "in fact", "even so",
            "not only", "the former",
            "even more", "even worse", "the same", "the other", "another", "what is more", "that said",
            "having said", "in that", "in this", "in these", "in those", "in either", "in any case",
            "in any event", "either way", "above all", "since then", "until then", "by then", "at that",
            "as such", "to that end", "on that", "on top of", "if so", "if not", "doing so", "in short",
            "in summary", "the only exception", "the reason is", "the answer is", "with that", "with this",
            "apart from that", "other than that", "the first one", "the second", "the third", "me too",
            "why not", "how so", "what about", "how about", "good point", "good idea",
        ].map { $0.split(separator: " ").map(String.init) },
        by: { $0[0] }
    )
}
