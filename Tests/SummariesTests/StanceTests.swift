import Discussion
import Summaries
import Testing

@Suite struct `A stance` {
    private func stance(of text: String, author: String? = "ada") -> Stance? {
        let rows = comments([
            ("1", nil, author, "The harbour needs a new wall before the winter."),
            ("1.1", "1", "bob", "\(text) The town should pay for a wall of stone."),
        ])
        return summary(of: rows).passages.first { $0.comment.rawValue == "1.1" }?.stance
    }

    @Test(arguments: [
        ("I agree.", Stance.Kind.agrees, "I agree"), ("I fully agree with you!", .agrees, "I fully agree"),
        ("Yes, you’re absolutely right.", .agrees, "you’re absolutely right"), ("+1.", .agrees, "+1"),
        ("I couldn't agree more.", .agrees, "I couldn't agree more"), ("Exactly!", .agrees, "Exactly"),
        ("I agree with Ada on walls.", .agrees, "I agree"), ("Ada, you are right.", .agrees, "you are right"),
        ("I think you are right about walls.", .agrees, "you are right"),
        ("I don’t agree.", .disagrees, "I don’t agree"), ("You’re wrong.", .disagrees, "You’re wrong"),
        ("That is not true.", .disagrees, "That is not true"),
        ("I strongly disagree.", .disagrees, "I strongly disagree"),
        ("Du hast recht.", .agrees, "Du hast recht"), ("Das stimmt nicht.", .disagrees, "Das stimmt nicht"),
        ("Je ne suis pas d’accord.", .disagrees, "Je ne suis pas d’accord"),
        ("Tienes razón.", .agrees, "Tienes razón"),
    ])
    func `is shown with the words that say it`(text: String, kind: Stance.Kind, words: String) {
        #expect(stance(of: text) == Stance(kind: kind, words: words))
    }

    @Test(arguments: [
        "I would agree if walls were cheap.", "Nobody agrees with walls of stone.",
        "I agree if you mean sand.",
        "“I agree,” said the mayor of the town.", "The mayor said that I agree with walls.",
        "You say I disagree with every wall.", "Do you think you are right?", "I agree with the mayor.",
        "You are right wing and you know it.", "I agree, but you are wrong about sand.",
        "I agree. But sand is cheap.",
        "Let us agree to disagree on walls.", "Exactly what would a new wall be for?",
        "I don't know if I agree.",
        "Maybe you are right about the wall.", "I agree to pay for one stone.",
        "That is right beside the town.",
        "+1 is returned by the counter.",
    ])
    func `is not guessed`(text: String) {
        #expect(stance(of: text) == nil)
    }

    @Test func `is shown only where somebody else is answered`() {
        #expect(stance(of: "I agree.", author: "bob") == nil)
        let alone = comments(["I agree. The town should pay for a wall of stone."])
        #expect(summary(of: alone).passages.allSatisfy { $0.stance == nil })
    }
}
