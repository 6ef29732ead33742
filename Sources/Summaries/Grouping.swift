import Discussion

/// Puts passages together that are about the same, below nouns that their comments share.
///
/// Replies stay with what they answer. What shares nothing with others comes last, without a heading.
struct Grouping {
    private let passages: [ChosenPassage]
    private let reading: Reading
    private let positions: [Int]
    private let terms: [Terms.Term]
    /// For each passage, which terms it has.
    private let has: [Set<Int>]
    /// For each passage, the first of those that it must stay with.
    private var unit: [Int]

    /// Fewer passages are read at a glance.
    private static let fewest = 4
    private static let mostGroups = 6

    /// - Parameter passages: In the order of the thread.
    static func groups(of passages: [ChosenPassage], in reading: Reading) -> [SummaryGroup] {
        guard passages.count >= fewest else {
            return passages.isEmpty ? [] : [SummaryGroup(heading: nil, passages: passages)]
        }
        var grouping = Grouping(passages, in: reading)
        grouping.joinReplies()
        let groups = grouping.groups()
        let headed = groups.filter { $0.heading != nil }.reduce(0) { $0 + $1.passages.count }
        // A heading over a few of many would be a label on a heap.
        return headed * 2 > passages.count ? groups : [SummaryGroup(heading: nil, passages: passages)]
    }

    private init(_ passages: [ChosenPassage], in reading: Reading) {
        self.passages = passages
        self.reading = reading
        var known: [CommentLabel: Int] = [:]
        for (position, comment) in reading.comments.enumerated() { known[comment.label] = position }
        positions = passages.map { known[$0.comment] ?? 0 }
        let languages = positions.map { reading.languages[$0] ?? reading.commonLanguage }
        let sentences = passages.flatMap(\.sentences)
        let spread = zip(passages, languages).flatMap { [Language](repeating: $1, count: $0.sentences.count) }
        terms = Terms.terms(of: sentences, languages: spread, in: reading)
        let numbers = Dictionary(uniqueKeysWithValues: terms.enumerated().map { ($1.key, $0) })
        has = zip(passages, languages).map { passage, language in
            let keys = passage.sentences.flatMap { Terms.found(in: $0.text, language: language, of: reading) }
            return Set(keys.compactMap { numbers[$0] })
        }
        unit = Array(passages.indices)
    }

    /// A reply stays with that passage of the comment it answers which it shares most with.
    private mutating func joinReplies() {
        var passagesOf: [Int: [Int]] = [:]
        for (passage, comment) in positions.enumerated() { passagesOf[comment, default: []].append(passage) }
        for passage in passages.indices {
            guard let parent = reading.parents[positions[passage]], let answered = passagesOf[parent] else {
                continue
            }
            let nearest = answered.max {
                has[$0].intersection(has[passage]).count < has[$1].intersection(has[passage]).count
            }
            guard let nearest else { continue }
            let (from, to) = (unit[passage], unit[nearest])
            for other in unit.indices where unit[other] == from { unit[other] = to }
        }
    }

    private func groups() -> [SummaryGroup] {
        var free = Dictionary(grouping: passages.indices, by: { unit[$0] })
        var groups: [(heading: String, passages: [Int])] = []
        while groups.count < Self.mostGroups, let term = bestTerm(among: Array(free.values)) {
            let members = free.filter { isAbout($0.value, term) }
            for unit in members.keys { free[unit] = nil }
            let chosen = members.values.joined().sorted()
            groups.append((heading(of: chosen, beginning: term), chosen))
        }
        groups.sort { ($0.passages.first ?? 0) < ($1.passages.first ?? 0) }
        let rest = free.values.joined().sorted()
        return groups.map { SummaryGroup(heading: $0.heading, passages: $0.passages.map { passages[$0] }) }
            + (rest.isEmpty ? [] : [SummaryGroup(heading: nil, passages: rest.map { passages[$0] })])
    }

    /// Whether passages that stay together are about something: the first of them, or half.
    private func isAbout(_ members: [Int], _ term: Int) -> Bool {
        let count = members.count { has[$0].contains(term) }
        return count > 0
            && (members.min().map { has[$0].contains(term) } == true || count * 2 >= members.count)
    }

    /// What two or more comments by two or more voices are about, but not nearly all.
    private func bestTerm(among units: [[Int]]) -> Int? {
        var best: (term: Int, value: Double)?
        for term in terms.indices {
            let members = units.filter { isAbout($0, term) }.joined().filter { has[$0].contains(term) }
            let comments = Set(members.map { positions[$0] })
            guard comments.count > 1, areTwoVoices(comments), !isEverywhere(term) else { continue }
            let share = Double(has.count { $0.contains(term) }) / Double(passages.count + 1)
            let value = Double(comments.count) * (1 - share) * weight(of: term)
            if value > best?.value ?? 0 { best = (term, value) }
        }
        return best?.term
    }

    /// What nearly all speak of is the subject of the whole discussion.
    private func isEverywhere(_ term: Int) -> Bool {
        has.count { $0.contains(term) } * 5 > passages.count * 3
    }

    /// Words that many use, and those of the statement, take no side.
    private func weight(of term: Int) -> Double {
        let spread = Double(min(terms[term].voices, 20)) / 20
        return (1 + spread) * (terms[term].isInStatement ? 1.25 : 1) * (terms[term].key.count > 1 ? 1.4 : 1)
    }

    private func areTwoVoices(_ comments: Set<Int>) -> Bool {
        Set(comments.map { reading.voicesOfComments[$0] }).count > 1
    }

    /// The term, and up to two others that half of the passages share.
    private func heading(of members: [Int], beginning first: Int) -> String {
        var chosen = [first]
        let others = terms.indices.map { term in (term, members.filter { has[$0].contains(term) }) }
            .filter { $0.1.count > 1 && $0.1.count * 2 >= members.count && !isEverywhere($0.0) }
            .sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }
        for (term, passages) in others where chosen.count < 3 {
            let isNew = !chosen.contains { !Set(terms[$0].key).isDisjoint(with: terms[term].key) }
            if isNew, areTwoVoices(Set(passages.map { positions[$0] })) { chosen.append(term) }
        }
        return chosen.map { terms[$0].spelling }.joined(separator: ", ")
    }
}
