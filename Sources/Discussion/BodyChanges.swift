/// What changed among the paragraphs of a statement.
struct BodyChanges {
    private(set) var parts: [StatementChanges.Part] = []
    private let old: [String]
    private let new: [String]
    private let matching: ParagraphMatching
    private let isInPlace: Set<Int>
    /// For each new paragraph in other words the old one.
    private let former: [Int: Int]
    /// For each new paragraph the removed ones that stood behind it; those at the very beginning under -1.
    private let removed: [Int: [Int]]

    init(from old: [String], to new: [String]) {
        self.old = old
        self.new = new
        matching = ParagraphMatching(old.map(ExactText.init), new.map(ExactText.init))
        isInPlace = Set(matching.inPlace)
        let gaps = Self.gaps(old.count, matching)
        let pairing = ParagraphPairing(old, new, gaps: gaps)
        former = Dictionary(uniqueKeysWithValues: pairing.partners.map { ($1, $0) })
        removed = Self.removed(gaps, matching, pairing.partners)
        for place in -1..<new.count {
            if place >= 0, let part = part(at: place) { parts.append(part) }
            for gone in removed[place] ?? [] { parts.append(.removed(.paragraphs(gone...gone), old[gone])) }
        }
    }

    private func part(at place: Int) -> StatementChanges.Part? {
        let reference = PassageReference.paragraphs(place...place)
        if let partner = former[place] {
            let runs = WordChanges(from: old[partner], to: new[place]).runs
            return .changed(from: .paragraphs(partner...partner), to: reference, runs: runs)
        }
        guard let partner = matching.partners[place] else { return .added(reference, new[place]) }
        guard !isInPlace.contains(place), !follows(place) else { return nil }
        var last = place
        while last + 1 < new.count && follows(last + 1) { last += 1 }
        return .moved(from: .paragraphs(partner...(partner + last - place)), to: .paragraphs(place...last))
    }

    /// Whether it moved together with the one before it.
    private func follows(_ place: Int) -> Bool {
        guard place > 0, let partner = matching.partners[place], let before = matching.partners[place - 1]
        else {
            return false
        }
        return partner == before + 1 && !isInPlace.contains(place) && !isInPlace.contains(place - 1)
    }

    /// The paragraphs without a partner, between those in place.
    private static func gaps(_ oldCount: Int, _ matching: ParagraphMatching) -> [ParagraphPairing.Gap] {
        let fixed = matching.inPlace.compactMap { place in
            matching.partners[place].map { (old: $0, new: place) }
        }
        let paired = Set(matching.partners.compactMap(\.self))
        var gaps: [ParagraphPairing.Gap] = []
        var (oldStart, newStart) = (0, 0)
        for end in fixed + [(oldCount, matching.partners.count)] {
            gaps.append(
                ParagraphPairing.Gap(
                    old: (oldStart..<end.old).filter { !paired.contains($0) },
                    new: (newStart..<end.new).filter { matching.partners[$0] == nil }
                )
            )
            (oldStart, newStart) = (end.old + 1, end.new + 1)
        }
        return gaps
    }

    private static func removed(
        _ gaps: [ParagraphPairing.Gap],
        _ matching: ParagraphMatching,
        _ changed: [Int: Int]
    ) -> [Int: [Int]] {
        var removed: [Int: [Int]] = [:]
        for (number, gap) in gaps.enumerated() {
            var anchor = number == 0 ? -1 : matching.inPlace[number - 1]
            let own = Set(gap.new)
            for place in gap.old {
                if let partner = changed[place] {
                    if own.contains(partner) { anchor = max(anchor, partner) }
                } else {
                    removed[anchor, default: []].append(place)
                }
            }
        }
        return removed
    }
}

extension PassageReference {
    /// - Parameter places: From 0.
    fileprivate static func paragraphs(_ places: ClosedRange<Int>) -> PassageReference {
        .statement(
            PassageRange(
                PassagePlace(paragraph: places.lowerBound + 1),
                through: PassagePlace(paragraph: places.upperBound + 1)
            )
        )
    }
}
