import Discussion
import Testing

@Suite struct `Finding by words` {
    @Test(arguments: [
        ("lesser evil", ["4.1"]), ("LESSER  EVIL", ["4.1"]), ("'lesser evil'", ["4.1"]),
        ("“lesser\u{A0}evil”", ["4.1"]),
        ("peoples' republics of donetsk", []), ("people's' republics", ["4.4"]),
        ("post–cold war", ["4.3"]), ("invaded Ukraine. The imperialist", ["1.1-2"]),
        ("On the invasion", ["title"]),
        ("javelin", ["caption"]), ("US", ["5.2"]), ("machinat", ["6.5"]), ("unicorn", []), ("", []),
        ("...", []), ("🙂", []),
    ])
    func `knows phrases however they are typed`(phrase: String, places: [String]) throws {
        #expect(try Seeds.statement().find(phrase: phrase).map(\.description) == places)
    }

    @Test func `needs all the words in one sentence`() throws {
        let matches = try Seeds.statement().find(words: ["sanctions", "prolong"])
        #expect(matches.places.map(\.description) == ["6.4"])
    }

    @Test func `says where each word is when no sentence has all`() throws {
        let matches = try Seeds.statement().find(words: ["sanctions", "War", "sanctions", "🙂"])
        #expect(matches.places == [])
        #expect(matches.words.map(\.word) == ["sanctions", "War"])
        #expect(matches.words[0].places.map(\.description) == ["6.2", "6.3", "6.4"])
        #expect(
            matches.words[1].places.map(\.description) == [
                "1.2", "4.3", "5.3", "5.5", "6.5", "7.2", "7.4", "8.1", "standfirst",
            ]
        )
    }

    @Test(arguments: [
        ("ukraine's", "Ukraine’s war", true), ("Ukraine", "Ukraine’s war", true), ("cafe", "CAFÉ", true),
        ("café", "Cafe\u{301}", true),
        ("war", "warlike", false), ("anti-war", "an anti–war march", true),
        ("anti-war", "war and anti", false), ("STRASSE", "Straße", true),
        ("戦争", "戦争反対", true), ("ё", "Е", true), ("war", "anti-war", true),
    ])
    func `compares words as a reader does`(word: String, text: String, isFound: Bool) {
        let paragraph = Paragraph(index: 1, segmenting: text)
        let statement = Statement(
            title: "",
            standfirst: nil,
            caption: nil,
            paragraphs: [paragraph],
            publisher: nil,
            sourceURL: nil
        )
        #expect(statement.find(words: [word]).places.isEmpty != isFound)
    }

    @Test func `ranks statement and comments together`() throws {
        let page = try Seeds.page()
        let hits = page.statement.search("nato expansion", comments: page.comments)
        #expect(hits.first?.reference.description == "5.1" || hits.first?.reference.description == "#3")
        #expect(hits.map(\.score) == hits.map(\.score).sorted(by: >))
        #expect(Set(hits.map(\.reference)).count == hits.count)
        #expect(hits.allSatisfy { $0.score > 0 })
        #expect(hits == page.statement.search("nato expansion", comments: page.comments))
        #expect(page.statement.search("?!", comments: page.comments) == [])
    }

    @Test func `prefers words that follow each other`() {
        let paragraphs = ["War ends when sanctions end.", "They end war together."].enumerated()
            .map { Paragraph(index: $0 + 1, segmenting: $1) }
        let statement = Statement(
            title: "",
            standfirst: nil,
            caption: nil,
            paragraphs: paragraphs,
            publisher: nil,
            sourceURL: nil
        )
        #expect(statement.search("end war").map(\.reference.description) == ["2.1", "1.1"])
        #expect(statement.search("sanction").map(\.reference.description) == ["1.1"])
    }

    @Test(arguments: [
        ("\"lesser evil\"", "lesser evil"), ("“lesser evil”", "lesser evil"),
        ("‘lesser evil’", "lesser evil"), ("«lesser evil»", "lesser evil"),
        ("« lesser evil »", "lesser evil"), ("„lesser evil“", "lesser evil"),
        ("'lesser evil'", "lesser evil"), ("「悪」", "悪"),
        ("“lesser evil\"", "lesser evil"), ("\"lesser evil", "lesser evil"), ("lesser evil", nil),
        ("'tis so", nil), ("\"\"", nil), ("\"", nil),
        ("", nil), ("say \"no\"", nil),
    ])
    func `recognises quotation marks`(typed: String, phrase: String?) {
        #expect(QuotedPhrase(typed)?.text == phrase)
    }

    @Test func `is fast on long and repetitive input`() {
        let long = String(repeating: "a", count: 60_000)
        let statement = Statement(
            title: long,
            standfirst: nil,
            caption: nil,
            paragraphs: [Paragraph(index: 1, segmenting: String(repeating: "a", count: 200_000))],
            publisher: nil,
            sourceURL: nil
        )
        #expect(statement.find(phrase: long + "b") == [])
        #expect(statement.find(phrase: long).map(\.description) == ["title"])
    }

    @Test(arguments: [
        ("Russia has invaded Ukraine.", 100, "Russia has invaded Ukraine."),
        ("Russia has invaded Ukraine.", 12, "Russia has…"),
        ("Russia has invaded Ukraine.", 11, "Russia has…"), ("Russia has invaded Ukraine.", 10, "Russia…"),
        ("Unbelievable", 5, "Unbe…"),
        ("One, two", 5, "One…"), ("", 5, ""), ("a b", 1, "…"),
    ])
    func `shows first words`(text: String, bound: Int, expected: String) {
        #expect(text.firstWords(maximumScalars: bound) == expected)
    }
}
