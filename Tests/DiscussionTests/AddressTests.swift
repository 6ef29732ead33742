import Discussion
import Foundation
import TestSupport
import Testing

@Suite struct `Addresses` {
    @Test(arguments: [
        ("4", "4"), ("4.2", "4.2"), ("4.2-5", "4.2-5"), ("4-5", "4-5"), ("4.5-5.2", "4.5-5.2"),
        ("title", "title"), ("standfirst", "standfirst"), ("caption", "caption"), ("#1.1", "#1.1"),
        ("#c17", "#c17"),
        // As people type on phones.
        (" 4 ", "4"), ("4.", "4"), ("4.1.", "4.1"), ("4:1", "4.1"), ("4,1", "4.1"), ("4. 1", "4.1"),
        ("¶4.1", "4.1"), ("§ 4", "4"),
        ("para 4", "4"), ("para. 4", "4"), ("Paragraph 4, sentence 1", "4.1"), ("paragraphs 4 to 5", "4-5"),
        ("4.2–5", "4.2-5"), ("4.2 — 5", "4.2-5"), ("4..5", "4-5"), ("4.2…5", "4.2-5"), ("4.2--5", "4.2-5"),
        ("4−5", "4-5"),
        ("4.2-4.5", "4.2-5"), ("4.2-4.2", "4.2"), ("4-4", "4"), ("4-5.2", "4.1-5.2"), ("4.2-¶5", "4.2-¶5"),
        ("Title", "title"), ("TITLE.", "title"), ("#C17", "#c17"), ("c17", "#c17"), ("# 1.1", "#1.1"),
        ("#1:1", "#1.1"), ("#1.1.2", "#1.1.2"),
        ("comment 1.1", "#1.1"), ("comment #c17", "#c17"), ("`4.1`", "4.1"), ("(4)", "4"), ("04.01", "4.1"),
        ("4?", "4"),
        ("４．１", "4.1"), ("٤", "4"), ("4\u{A0}", "4"), ("\u{200E}4", "4"), ("999999", "999999"),
    ])
    func `are read as they are meant`(typed: String, canonical: String) throws {
        let reference = try PassageReference(parsing: typed)
        #expect(reference.description == canonical)
        #expect(try PassageReference(parsing: canonical) == reference)
        let json = try JSONEncoder().encode([reference])
        #expect(try JSONDecoder().decode([PassageReference].self, from: json) == [reference])
    }

    @Test(arguments: [
        ("", PassageReference.ParseError.empty), (" \u{A0}", .empty), ("🙂", .notAnAddress),
        ("sanctions prolong", .notAnAddress),
        ("\"lesser evil\"", .notAnAddress), ("paragraph", .notAnAddress), ("to", .notAnAddress),
        ("4 people", .notAnAddress), ("#title", .notAnAddress),
        ("#peace", .notAnAddress), ("+4", .notAnAddress), ("4%", .notAnAddress), ("titles", .notAnAddress),
        ("-", .incomplete), ("4-", .incomplete), ("-4", .malformed), ("#", .incomplete), ("4..", .incomplete),
        ("0", .zero), ("4.0", .zero), ("0.1", .zero), ("#0", .zero), ("00", .zero),
        ("9999999999999999999", .tooLarge(digits: "9999999999999999999")),
        ("1000000", .tooLarge(digits: "1000000")),
        (
            "2-1",
            .backwards(
                suggestion: .statement(
                    PassageRange(PassagePlace(paragraph: 1), through: PassagePlace(paragraph: 2))
                )
            )
        ),
        ("4.1.2", .malformed), ("4 5", .malformed), ("1-2-3", .malformed), ("#1-3", .commentRange),
        ("#c1.2", .malformed), ("4::1", .notAnAddress),
    ])
    func `say what is wrong`(typed: String, expected: PassageReference.ParseError) {
        #expect(throws: expected) { try PassageReference(parsing: typed) }
        #expect(expected.description.hasSuffix("."))
    }

    @Test func `offer a range that runs backwards the right way round`() {
        #expect(suggestion(for: "2-1") == "1-2")
        #expect(suggestion(for: "4.5-2") == "4.2-5")
        #expect(suggestion(for: "5.2-4.5") == "4.5-5.2")
    }

    @Test func `tell wrong addresses from words`() {
        let typed = ["0", "2-1", "-", "9999999999999999999", "4.1.2", "sanctions", "🙂", ""]
        #expect(
            typed.map(error).map { $0?.isAddress } == [true, true, true, true, true, false, false, false]
        )
    }

    @Test func `stay short in errors however long they are`() {
        let digits = error(of: String(repeating: "9", count: 60_000))
        #expect((digits?.description.count ?? .max) < 120)
        #expect(error(of: String(repeating: "c ", count: 30_000)) == .notAnAddress)
    }

    @Test(arguments: 0..<300)
    func `are read or refused, never more`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let pieces = [
            "4", "0", "12", ".", "-", "–", "#", "c", "¶", " ", ",", ":", "to", "para", "…", "title", "🙂",
            "99999999999999999999",
        ]
        let count = Int.random(in: 1...6, using: &generator)
        let typed = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
        guard let reference = try? PassageReference(parsing: typed) else { return }
        #expect(try PassageReference(parsing: reference.description) == reference)
    }

    @Test func `of comments are stored whatever their labels are`() throws {
        let reference = PassageReference.comment(CommentLabel("wp 5/ü"))
        let json = try JSONEncoder().encode([reference])
        #expect(try JSONDecoder().decode([PassageReference].self, from: json) == [reference])
    }

    @Test func `that are none fail to decode`() {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([PassageReference].self, from: Data(#"["nonsense"]"#.utf8))
        }
    }

    private func error(of typed: String) -> PassageReference.ParseError? {
        do {
            _ = try PassageReference(parsing: typed)
            return nil
        } catch {
            return error
        }
    }

    private func suggestion(for typed: String) -> String? { error(of: typed)?.suggestion?.description }
}
