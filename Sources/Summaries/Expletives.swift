/// Knows where "it" means nothing: "It is hard to say", "It turns out that".
enum Expletives {
    /// Whether words that begin with a pronoun begin with such an "it".
    static func begin(_ words: ArraySlice<String>) -> Bool {
        guard let first = words.first, words.count > 1 else { return false }
        if first == "it's" { return opens(behind: words.dropFirst()) }
        guard first == "it" else { return false }
        let rest = words.dropFirst()
        let verb = rest.prefix { auxiliaries.contains($0) }
        if !verb.isEmpty { return opens(behind: rest.dropFirst(verb.count)) }
        guard let second = rest.first, verbs.contains(second) else { return false }
        return rest.dropFirst().prefix(5).contains { joints.contains($0) || $0 == "like" || $0 == "out" }
    }

    /// Whether what follows "it is" or "find it" says what "it" is: "hard to say".
    static func opens(behind words: ArraySlice<String>) -> Bool {
        var before = ""
        for word in words.prefix(7) {
            if joints.contains(word) { return !before.isEmpty && !ordinary.contains(before) }
            before = word
        }
        return false
    }

    private static let auxiliaries: Set<String> = [
        "is", "isn't", "was", "wasn't", "be", "been", "will", "would", "won't", "wouldn't", "can", "can't",
        "cannot", "could", "couldn't", "may", "might", "must", "should", "has", "had", "not", "also",
        "really",
        "is", "just", "often", "still", "always", "never", "therefore", "then",
    ]
    private static let verbs: Set<String> = [
        "seems", "seemed", "appears", "appeared", "turns", "turned", "looks", "looked", "takes", "took",
        "makes",
        "made", "matters", "helps", "sounds", "feels", "follows", "hurts",
    ]
    private static let joints: Set<String> = ["to", "that", "when", "if", "how", "whether", "why", "who"]
    /// Behind these, "to" and "when" belong to what "it" is.
    private static let ordinary: Set<String> = [
        "going", "able", "supposed", "meant", "designed", "built", "used", "about", "due", "according", "up",
        "intended", "made", "sent", "given", "added", "said", "got", "want", "wants", "needs", "comes",
    ]
}
