/// What is looked for, prepared so that the search takes time in proportion to the text (Knuth, Morris,
/// Pratt).
struct Needle {
    private let scalars: [Unicode.Scalar]
    /// For each length matched so far, how much of it may still be a beginning after a mismatch.
    private let fallbacks: [Int]

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        var fallbacks = [0]
        var matched = 0
        for scalar in scalars.dropFirst() {
            while matched > 0 && scalars[matched] != scalar { matched = fallbacks[matched - 1] }
            if scalars[matched] == scalar { matched += 1 }
            fallbacks.append(matched)
        }
        self.fallbacks = fallbacks
    }

    /// Where it begins in `text`, in order; places may overlap. Nothing is nowhere.
    func places(in text: [Unicode.Scalar]) -> [Int] {
        guard !scalars.isEmpty else { return [] }
        var places: [Int] = []
        var matched = 0
        for (position, scalar) in text.enumerated() {
            while matched > 0 && scalars[matched] != scalar { matched = fallbacks[matched - 1] }
            if scalars[matched] == scalar { matched += 1 }
            if matched == scalars.count {
                places.append(position + 1 - matched)
                matched = fallbacks[matched - 1]
            }
        }
        return places
    }
}
