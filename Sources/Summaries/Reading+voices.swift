extension Reading {
    /// The share of each candidate if every voice has the same, however much it says; their sum is 1.
    ///
    /// Halfway between one share a voice and one share a sentence: who says more is heard more, but a person
    /// who writes a hundred times as much only ten times.
    var sharesOfVoices: [Double] {
        var sentences = [Int](repeating: 0, count: voices)
        for candidate in candidates { sentences[candidate.voice] += 1 }
        let shares = candidates.map { 1 / Double(sentences[$0.voice]).squareRoot() }
        let sum = shares.reduce(0, +)
        return shares.map { $0 / sum }
    }
}
