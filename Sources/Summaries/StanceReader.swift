import Discussion

/// Finds whether a comment says that it agrees or disagrees with the one it answers.
///
/// Only words at the beginning of a sentence count, near the beginning of the comment or with "you" in them.
/// "I would agree if", "nobody agrees", and words that somebody else is said to have said are none. Where a
/// comment says both, or takes back at once what it said, nothing is shown.
enum StanceReader {
    /// The stance of a comment, by the sentences that are its own.
    ///
    /// - Parameter author: Who wrote the comment that it answers, if that is known.
    static func stance(of sentences: [String], towards author: String?) -> Stance? {
        var found: Stance?
        var words = 0
        for (number, sentence) in sentences.enumerated() where sentence.utf8.count < 2000 {
            let chosen = ChosenWords(sentence)
            let isEarly = number < 2 && words < 40
            words += chosen.tokens.count
            guard let match = match(in: chosen, towards: author) else { continue }
            guard isEarly || match.isAddressed else { continue }
            let next = number + 1 < sentences.count ? ChosenWords(sentences[number + 1]).tokens.first : nil
            if let next, turns.contains(next.folded) { return nil }
            if let found, found.kind != match.stance.kind { return nil }
            found = found ?? match.stance
        }
        return found
    }

    private struct Match {
        let stance: Stance
        let isAddressed: Bool
    }

    private static func match(in sentence: ChosenWords, towards author: String?) -> Match? {
        let tokens = sentence.tokens
        guard tokens.last?.written.hasSuffix("?") != true else { return nil }
        var start = openingWords(of: tokens)
        // "I think you are right": once behind what only leads in.
        for leadIn in leadIns where tokens[start...].map(\.folded).starts(with: leadIn) {
            start += leadIn.count
        }
        for formula in StanceFormulas.all {
            guard let range = formula.range(in: tokens, from: start) else { continue }
            let rest = tokens[range.upperBound...]
            guard !tokens[range].contains(where: \.isMarked),
                !rest.contains(where: { turns.contains($0.folded) })
            else {
                return nil
            }
            guard formula.allows(rest, endsClause: tokens[range.upperBound - 1].endsClause, author: author)
            else {
                continue
            }
            return Match(
                stance: Stance(kind: formula.kind, words: sentence.written(range)),
                isAddressed: tokens[range].contains { addresses.contains($0.folded) }
                    || rest.first?.folded == "with"
                        && rest.dropFirst().first.map { $0.folded == "you" } == true
            )
        }
        return nil
    }

    /// Where the sentence begins behind "Yes," and "@bob:".
    private static func openingWords(of tokens: [ChosenWords.Token]) -> Int {
        var start = 0
        while start < min(tokens.count, 5) {
            let token = tokens[start]
            let isName =
                start < 2 && token.endsClause && token.written.unicodeScalars.last != "."
                && (token.written.hasPrefix("@") || token.written.unicodeScalars.first?.isCapital == true)
                && !StanceFormulas.firstWords.contains(token.folded)
            guard openings.contains(token.folded) || isName || token.folded.isEmpty else { break }
            start += 1
        }
        return start
    }

    private static let openings: Set<String> = [
        "yes", "no", "yeah", "nope", "well", "oh", "ok", "okay", "sorry", "actually", "indeed", "hi", "hello",
        "honestly", "personally", "frankly", "also", "hmm", "ah", "hey", "sure", "ja", "nein", "oui", "non",
        "si",
        "doch", "ach", "naja", "bueno",
    ]
    private static let leadIns: [[String]] = [
        ["i", "think"], ["i", "believe"], ["i'm", "afraid"], ["i", "must", "say"],
    ]
    private static let addresses: Set<String> = [
        "you", "you're", "your", "u", "dir", "du", "toi", "vous", "tu", "te",
    ]
    /// What takes back, or limits, what was said.
    private static let turns: Set<String> = [
        "but", "however", "although", "though", "except", "unless", "if", "whether", "partly", "partially",
        "when", "until", "provided", "aber", "jedoch", "allerdings", "wenn", "falls", "mais", "cependant",
        "pero", "sino", "aunque",
    ]
}
