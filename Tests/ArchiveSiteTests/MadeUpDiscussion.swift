import Discussion
import Foundation
import TestSupport

/// A long discussion of the statement in `seeds/`, put together from its page's sentences by chance that is the same
/// each time: on the page and in chat, with answers many levels deep, passages, reactions, edits and removals.
struct MadeUpDiscussion {
    private var chance = SeededGenerator(seed: 20_220_224)
    private let statement: Statement
    private let sentences: [String]
    private(set) var comments: [Comment] = []

    init(of page: ParsedPage, comments count: Int) {
        statement = page.statement
        sentences = page.comments.flatMap { $0.paragraphs.flatMap { $0.sentences.map(\.text) } }
        // The first thread goes on for long, the second goes deep.
        for number in 0..<count { comments.append(comment(number, of: count)) }
    }

    private mutating func comment(_ number: Int, of count: Int) -> Comment {
        let isChat = number >= count / 3
        let label = isChat ? "c\(number - count / 3 + 1)" : "\(number + 1)"
        let isRemoved = below(60) == 0
        return Comment(
            label: CommentLabel(label),
            parent: parent(of: number, isChat: isChat),
            passage: below(9) == 0 ? passage() : nil,
            author: below(12) == 0 ? nil : Self.names[below(Self.names.count)],
            paragraphs: isRemoved ? [] : words(isChat: isChat),
            origin: isChat ? .chat : .page,
            writtenAt: date(of: number, count),
            isEdited: !isRemoved && below(25) == 0,
            isRemoved: isRemoved,
            reactions: isRemoved || below(8) > 0
                ? [] : [.init(key: "👍", count: 1 + below(12)), .init(key: "❤️", count: 1)]
        )
    }

    private mutating func parent(of number: Int, isChat: Bool) -> CommentLabel? {
        if number == 0 { return nil }
        if number < 700, number % 2 == 1 { return comments[below(max(number / 4, 1)) / 2 * 2 % number].label }
        if (701..<725).contains(number) { return comments[number - 1].label }
        guard below(10) < 6 else { return nil }
        return comments[number - 1 - below(min(number, isChat ? 8 : 30))].label
    }

    private mutating func passage() -> PassageReference {
        if below(12) == 0 { return below(2) == 0 ? .title : .standfirst }
        let paragraph = statement.paragraphs[below(statement.paragraphs.count)]
        let sentence = 1 + below(paragraph.sentences.count)
        return .statement(
            PassageRange(PassagePlace(paragraph: paragraph.index, sentence: below(4) == 0 ? nil : sentence))
        )
    }

    private mutating func words(isChat: Bool) -> [Paragraph] {
        let lines = (0..<(isChat ? 1 : 1 + below(3))).map { _ in
            (0..<(1 + below(isChat ? 2 : 4))).map { _ in sentences[below(sentences.count)] }.joined(
                separator: " "
            )
        }
        return Paragraph.paragraphs(of: lines.joined(separator: "\n"))
    }

    /// On the page within three weeks; in chat for ten months, less and less.
    private mutating func date(of number: Int, _ count: Int) -> Date {
        let start = Date(timeIntervalSince1970: 1_645_803_000)
        let share = Double(number) / Double(count)
        let days = share < 1.0 / 3 ? share * 60 : 20 + 300 * pow((share - 1.0 / 3) * 1.5, 2)
        return start.addingTimeInterval((days * 86_400).rounded() + Double(below(900)))
    }

    private mutating func below(_ bound: Int) -> Int { Int(chance.next() % UInt64(bound)) }

    private static let names = [
        "Ada Okafor", "Bilal", "Chiara R.", "Dmytro K.", "Élodie", "Fatou N.", "Gareth", "Hana", "Ivo",
        "Joanna M.",
        "Kofi", "Liesbeth", "Marek", "Nadia", "Oluwaseun", "Petra V.", "Quentin", "Rosa", "Siobhán", "Tomás",
        "Ursula", "Vasyl", "Wanjiru", "Ximena", "Yusuf", "Zofia", "a reader in Leeds", "ليلى", "דנה", "健太",
    ]
}
