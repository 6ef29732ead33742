import Discussion

/// Tells whether a sentence leans on the one before it.
///
/// It does where it begins with a word that takes up what was said ("but", "so"), or where something like
/// "they" or "this" comes before any word that it could stand for.
enum Leaning {
    /// - Parameters:
    ///   - words: The sentence's words, folded.
    ///   - isKnown: Whether the reader knows what a word means without the sentence before: it stands in
    ///     the statement, so that "this war" needs no explanation.
    static func leans(_ words: [String], isKnown: (String) -> Bool) -> Bool {
        guard let first = words.first else { return false }
        if links.contains(first) { return true }
        if opensWithPhrase(words) { return true }
        for (position, word) in words.prefix(8).enumerated() {
            if pronouns.contains(word) {
                return !isExpletive(words[position...])
            }
            // Behind a verb "that" only joins: "I believe that the harbour …".
            if determiners.contains(word), word != "that" || position == 0 {
                let next = position + 1 < words.count ? words[position + 1] : ""
                return !isKnown(next)
            }
            // Anything that says something may be what a later pronoun stands for.
            if !StopWords.english.contains(word), !StopWords.courtesies.contains(word) { return false }
        }
        return false
    }

    /// "It is hard to say" and "it turns out that" mean nothing by "it".
    private static func isExpletive(_ words: ArraySlice<String>) -> Bool {
        guard words.first == "it" || words.first == "it's" else { return false }
        return words.dropFirst(2).prefix(5).contains { ["to", "that", "when", "if", "for"].contains($0) }
    }

    private static func opensWithPhrase(_ words: [String]) -> Bool {
        phrases.contains { words.starts(with: $0) }
    }

    private static let links: Set<String> = [
        "but", "so", "and", "or", "however", "then", "yet", "also", "therefore", "thus", "hence", "nor",
        "moreover", "furthermore", "otherwise", "instead", "similarly", "likewise", "nevertheless", "besides",
        "consequently", "accordingly", "additionally", "finally", "secondly", "thirdly", "conversely",
        "nonetheless", "not", "meanwhile", "because", "which", "same", "too", "else", "firstly", "lastly",
    ]
    private static let pronouns: Set<String> = [
        "he", "he's", "she", "she's", "it", "it's", "its", "they", "they're", "they've", "they'd", "they'll",
        "them", "their", "theirs", "him", "his", "her", "hers", "that's",
    ]
    private static let determiners: Set<String> = ["this", "that", "these", "those", "such"]
    private static let phrases: [[String]] = [
        "for example", "for instance", "for that", "for this", "in addition", "in other words",
        "in particular",
        "on the other hand", "on the contrary", "most importantly", "more importantly", "as a result",
        "after all", "at the same time", "in contrast", "of course", "in fact", "even so", "not only",
        "the former",
        "the latter", "even more", "the same", "the other", "another", "what is more",
    ].map { $0.split(separator: " ").map(String.init) }
}
