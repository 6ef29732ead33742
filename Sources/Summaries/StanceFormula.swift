/// Words by which people say that they agree or disagree.
struct StanceFormula {
    let kind: Stance.Kind
    /// The words, folded; `*` stands for one of the words that only strengthen.
    let words: [String]
    /// What may come behind them.
    let behind: Behind

    /// What may come behind a formula.
    enum Behind {
        /// Anything.
        case anything
        /// Nothing in the same clause.
        case nothing
        /// The end of the clause, or one of these words.
        case words(Set<String>)
    }

    /// Where it stands, if it begins at a token.
    func range(in tokens: [ChosenWords.Token], from start: Int) -> Range<Int>? {
        var position = start
        for (number, word) in words.enumerated() {
            if word == "*" {
                while position < tokens.count, Self.strengthening.contains(tokens[position].folded) {
                    position += 1
                }
                continue
            }
            guard position < tokens.count, tokens[position].folded == word else { return nil }
            position += 1
            // A clause that ends within: "I, agree".
            if number + 1 < words.count, tokens[position - 1].endsClause { return nil }
        }
        return start..<position
    }

    /// Whether what stands behind it leaves its meaning.
    func allows(_ rest: ArraySlice<ChosenWords.Token>, endsClause: Bool, author: String?) -> Bool {
        guard !endsClause, let next = rest.first else { return true }
        switch behind {
        case .anything: return true
        case .nothing: return next.folded.isEmpty
        case .words(let allowed):
            guard next.folded == "with" else { return allowed.contains(next.folded) || next.folded.isEmpty }
            return isWithWhoever(rest.dropFirst(), author: author)
        }
    }

    /// "With you", "with your point", "with this", "with Ada" where Ada is answered.
    private func isWithWhoever(_ rest: ArraySlice<ChosenWords.Token>, author: String?) -> Bool {
        guard let who = rest.first else { return false }
        if ["you", "your", "yours", "u", "this", "that"].contains(who.folded) { return true }
        if ["all", "everything", "what"].contains(who.folded) {
            return rest.dropFirst().prefix(2).contains {
                ["you", "your", "you've", "you're"].contains($0.folded)
            }
        }
        guard let author, who.written.unicodeScalars.first.map({ $0.isCapital || $0 == "@" }) == true else {
            return false
        }
        return ChosenWords(author).tokens.contains { $0.folded == who.folded }
    }

    private static let strengthening: Set<String> = [
        "fully", "totally", "completely", "strongly", "entirely", "wholeheartedly", "also", "quite",
        "certainly",
        "absolutely", "definitely", "really", "so", "very", "much", "do", "just", "simply", "dead", "plain",
        "heartily", "respectfully", "both", "must", "have", "to", "voll", "vollig", "ganz", "absolut",
        "tout", "totalement", "totalmente",
    ]
}

/// The formulas that are certain, in four languages.
enum StanceFormulas {
    static let all: [StanceFormula] = disagreeing + agreeing

    /// Words that formulas begin with: they are no names.
    static let firstWords = Set(all.compactMap(\.words.first))

    /// "I agree that …" agrees with what follows, which may not be what the other said.
    private static let agreed: StanceFormula.Behind = .words([
        "completely", "totally", "fully", "entirely", "wholeheartedly", "strongly", "too", "also",
        "absolutely", "100", "and", "about", "because", "there", "here", "as", "again",
    ])
    private static let right: StanceFormula.Behind = .words([
        "that", "about", "to", "and", "because", "as", "of",
    ])

    private static let agreeing: [StanceFormula] =
        formulas(
            .agrees,
            agreed,
            ["i * agree", "i concur", "agreed", "i couldn't agree more", "i could not agree more"]
        )
        + formulas(
            .agrees,
            right,
            ["you are * right", "you're * right", "you are * correct", "you're * correct"]
        )
        + formulas(
            .agrees,
            .nothing,
            [
                "that's * right", "that is * right", "that's * true", "that is * true", "that's * correct",
                "that is * correct", "exactly", "exactly right", "exactly so", "exactly this", "well said",
                "so true", "i think so too", "spot on",
                "genau", "das stimmt", "stimmt", "das ist richtig", "du hast * recht", "da hast du * recht",
                "sehe ich auch so", "sehe ich genauso", "ich stimme dir * zu", "ich stimme ihnen * zu",
                "da stimme ich dir * zu", "ich stimme * zu",
                "je suis * d'accord", "* d'accord avec toi", "* d'accord avec vous",
                "je suis d'accord avec toi",
                "je suis d'accord avec vous", "tu as * raison", "vous avez * raison", "exactement",
                "c'est vrai",
                "estoy * de acuerdo", "estoy * de acuerdo contigo", "tienes * razon", "tenes * razon",
                "exacto",
                "es verdad", "es cierto",
            ]
        )
        + formulas(.agrees, .words(["for", "from", "to", "on"]), ["+1"])

    private static let disagreeing: [StanceFormula] =
        formulas(
            .disagrees,
            agreed,
            [
                "i * disagree", "i don't agree", "i do not agree", "i can't agree", "i cannot agree",
                "i dont agree", "i beg to differ",
            ]
        )
        + formulas(
            .disagrees,
            .words(["that", "about", "to", "and", "because", "in", "on", "here", "there"]),
            [
                "you are * wrong", "you're * wrong", "you are * mistaken", "you're * mistaken",
                "you are not right", "you're not right",
            ]
        )
        + formulas(
            .disagrees,
            .words(["and", "because", "at"]),
            [
                "that is * not true", "that's not true", "that isn't true", "this is * not true",
                "this isn't true",
                "not true", "that is * untrue", "that's untrue", "that is * false", "that's false",
                "that's * incorrect", "that is * incorrect", "that is not correct", "that's not correct",
                "das stimmt nicht", "stimmt nicht", "das ist nicht wahr", "das ist nicht richtig",
                "das ist falsch",
                "du hast unrecht", "ich stimme dir nicht zu", "ich stimme nicht zu", "das sehe ich anders",
                "sehe ich anders", "ich widerspreche", "da muss ich widersprechen",
                "je ne suis pas * d'accord", "pas * d'accord", "tu as tort", "vous avez tort", "c'est faux",
                "ce n'est pas vrai", "no estoy * de acuerdo", "te equivocas", "no es cierto", "no es verdad",
                "eso no es cierto", "eso no es verdad", "eso es falso",
            ]
        )

    private static func formulas(
        _ kind: Stance.Kind,
        _ behind: StanceFormula.Behind,
        _ texts: [String]
    ) -> [StanceFormula] {
        texts.map {
            StanceFormula(kind: kind, words: $0.split(separator: " ").map(String.init), behind: behind)
        }
    }
}
