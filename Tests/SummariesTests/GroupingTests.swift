import Discussion
import Summaries
import Testing

@Suite struct `Groups of a summary` {
    private static let town = comments([
        ("1", nil, "ada", "The library should open on Sundays for the families of the town."),
        ("2", nil, "bob", "The town spends more money on the harbour than it has in its budget."),
        ("3", nil, "cy", "Families need the library on Sundays, because children have school."),
        ("4", nil, "dee", "The fishermen want the harbour to be deeper before the winter."),
        ("4.1", "4", "eve", "Digging would drive away all birds from the beach."),
        ("5", nil, "fay", "A murder happened near the station, and nobody wants to say it."),
        ("6", nil, "gil", "The murder near the bridge frightened every street around here."),
    ])

    @Test func `have headings of nouns that two comments use`() {
        let groups = summary(of: Self.town).groups
        let headings = groups.compactMap(\.heading).joined(separator: ", ")
        #expect(headings.contains("library"))
        #expect(headings.contains("harbour"))
        #expect(groups.last?.heading == nil)
        for group in groups {
            guard let heading = group.heading else { continue }
            for noun in heading.split(separator: ", ").map(String.init) {
                let users = Self.town.filter { $0.text.lowercased().contains(noun.lowercased()) }
                #expect(Set(users.compactMap(\.author)).count > 1, "\(noun)")
            }
        }
    }

    @Test func `keep a reply below what it answers`() throws {
        let groups = summary(of: Self.town).groups
        let group = try #require(groups.first { $0.passages.contains { $0.comment.rawValue == "4.1" } })
        let labels = group.passages.map(\.comment.rawValue)
        #expect(try #require(labels.firstIndex(of: "4")) < (try #require(labels.firstIndex(of: "4.1"))))
    }

    @Test(arguments: [
        "murder", "lies", "killing", "wants", "nobody", "hypocrites", "things", "people", "best",
    ])
    func `have no heading that judges or says nothing`(word: String) {
        let texts = (0..<6).map {
            "The \(word) of the \(["sea", "sun", "hill", "wood", "moor", "lake"][$0]) was of the \(word) in it."
        }
        let headings = summary(of: comments(texts)).groups.compactMap(\.heading)
        #expect(!headings.contains { $0.contains(word) })
    }

    @Test func `are none where there is little`() {
        let groups = summary(of: Array(Self.town.prefix(3))).groups
        #expect(groups.count == 1)
        #expect(groups.first?.heading == nil)
    }

    @Test func `lose no passage`() {
        let summary = summary(of: Self.town)
        #expect(summary.quotedComments == 7)
        #expect(Set(summary.sentences).count == summary.sentences.count)
    }
}

@Suite struct `What a passage is about` {
    private let text = """
        The town has a harbour. It was built by the monks of the old abbey.
        A new wall would protect the boats from the storms of winter.
        """

    private func about(_ comment: String) -> PassageReference? {
        summary(of: comments([comment]), about: text).passages.first?.about
    }

    @Test func `is what it quotes`() {
        let place = PassagePlace(paragraph: 2, sentence: 1)
        #expect(
            about("Nothing can “protect the boats from the storms” around this coast.")
                == .statement(PassageRange(place))
        )
    }

    @Test func `is what it names`() {
        let place = PassagePlace(paragraph: 2)
        #expect(
            about("I have never read such hopes as in paragraph 2 of that text.")
                == .statement(PassageRange(place))
        )
    }

    @Test(arguments: [
        "Monks of any abbey would have laughed at such a plan.",
        "I have never read such hopes as in paragraph 7 of that text.",
    ])
    func `is nothing else`(comment: String) {
        #expect(about(comment) == nil)
    }
}
