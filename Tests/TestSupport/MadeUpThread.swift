package import Discussion
import Foundation

/// A thread of comments that nobody wrote: two sentences of 20 words each, whose words are as unevenly frequent
/// as in a language, half of them answers to earlier ones.
package struct MadeUpThread {
    /// A comment before its sentences are found.
    package struct Entry {
        package let label: Int
        package let parent: Int?
        package let author: Int
        package let text: String

        package var comment: Comment {
            pageComment("\(label)", text, parent: parent.map { "\($0)" }, by: "@person\(author):example.org")
        }
    }

    package let comments: [Entry]

    package init(comments count: Int, seed: UInt64) {
        var chance = Chance(seed: seed)
        let words = (0..<Self.vocabulary).map { Self.word($0) }
        comments = (0..<count).map { number in
            let answers = number > 0 && chance.below(2) == 0
            return Entry(
                label: number + 1,
                parent: answers ? number - chance.below(min(number, 20)) : nil,
                author: chance.below(max(count / 5, 1)),
                text: Self.sentence(words, &chance) + " " + Self.sentence(words, &chance)
            )
        }
    }

    private static let vocabulary = 20_000
    private static let frequent = [
        "the", "of", "and", "to", "in", "a", "is", "that", "we", "it", "for", "not",
    ]

    private static func sentence(_ words: [String], _ chance: inout Chance) -> String {
        let chosen = (0..<20).map { _ in words[chance.rank(below: words.count)] }
        return chosen.joined(separator: " ").capitalizedSentence + "."
    }

    /// The more frequent, the shorter: syllables by the digits of its rank.
    private static func word(_ rank: Int) -> String {
        guard rank >= frequent.count else { return frequent[rank] }
        let syllables = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu"]
        return "\(rank)".utf8.map { syllables[Int($0 - UInt8(ascii: "0"))] }.joined() + "n"
    }
}

extension String {
    fileprivate var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }
}

/// Chance that is the same each time.
private struct Chance {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func below(_ bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }

    /// Zipf's law, near enough: the chance of a rank falls as one over it.
    mutating func rank(below bound: Int) -> Int {
        let share = Double(generator.next() >> 11) / Double(UInt64(1) << 53)
        return min(Int(pow(Double(bound), share)) - 1, bound - 1)
    }
}
