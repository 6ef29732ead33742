import Discussion
import Foundation
import MatrixTypes
import PluginAPI
import TestSupport
import Testing

@testable import BotStore

@Suite struct `A page that is read again` {
    private func known(_ texts: [(String, String)]) -> [PageMerge.Known] {
        texts.map { PageMerge.Known(label: CommentLabel($0.0), parent: nil, text: $0.1) }
    }

    private func merge(
        _ comments: [Discussion.Comment],
        _ texts: [(String, String)],
        removed: Set<String> = []
    ) -> PageMerge {
        PageMerge(comments, known: known(texts)) { removed.contains($0) }
    }

    @Test func `is known by its words, whatever numbers it gives them`() {
        let result = merge(
            [pageComment("1", "Second."), pageComment("2", "Third."), pageComment("3", "A new one.")],
            [("1", "First."), ("2", "Second."), ("3", "Third.")]
        )
        #expect(result.new.map(\.label.rawValue) == ["4"])
        #expect(result.edited.isEmpty)
        #expect(result.missing.map(\.rawValue) == ["1"])
    }

    @Test func `gives a reply a number below what it answers, wherever that stands now`() {
        let result = merge(
            [pageComment("1", "Second."), pageComment("1.1", "An answer.", parent: "1")],
            [("1", "First."), ("2", "Second.")]
        )
        #expect(result.new.map(\.label.rawValue) == ["2.1"])
        #expect(result.new.first?.parent == CommentLabel("2"))
    }

    @Test func `takes a comment in the same place with half of its words for edited`() {
        let result = merge(
            [pageComment("1", "We should build the wall now."), pageComment("2", "Entirely other words.")],
            [("1", "We should build a wall soon."), ("2", "Second.")]
        )
        #expect(result.edited.map(\.label.rawValue) == ["1"])
        #expect(result.new.map(\.label.rawValue) == ["3"])
        #expect(result.missing.map(\.rawValue) == ["2"])
    }

    @Test func `gives no number again, be it of a comment that is gone`() {
        let result = merge([pageComment("1", "Something new.")], [("1", ""), ("2", "")])
        #expect(result.new.map(\.label.rawValue) == ["3"])
    }

    @Test func `leaves out what was removed here, and its answers keep their place`() {
        let result = merge(
            [pageComment("1", "Removed."), pageComment("1.1", "An answer.", parent: "1")],
            [("1", ""), ("1.1", "An answer.")],
            removed: ["Removed."]
        )
        #expect(result.removed == 1 && result.new.isEmpty && result.missing.isEmpty)
    }

    @Test func `is another revision where its text changed, and nothing where it did not`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            let first = try await store.importPage(letter(), comments: [], digest: "one", at: now)
            #expect(first.isNew && first.statement == 1 && first.revision == 1)
            let same = try await store.importPage(letter(), comments: [], digest: "one", at: now)
            #expect(!same.isNew && !same.isChanged && same.revision == 1)
            let changed = letter(["We write to you again.", "Please answer us."])
            let later = now.addingTimeInterval(86_400)
            let second = try await store.importPage(changed, comments: [], digest: "two", at: later)
            #expect(!second.isNew && second.isChanged && second.revision == 2)
            let back = try await store.importPage(letter(), comments: [], digest: "one", at: later)
            #expect(back.isChanged && back.revision == 3, "a text that comes back is a change, too")

            let window = store.discussion(in: hall, isDirect: false)
            #expect(try await window.statement().revision?.number == 3)
            #expect(try await window.statement(revision: 2)?.paragraphs[0].text == "We write to you again.")
            #expect(try await window.statement(revision: 2)?.revision?.importedAt == later)
            #expect(try await window.statement(revision: 9) == nil)
            #expect(try await window.statements().map(\.revisions.count) == [3])
        }
    }

    @Test func `is refused where it is empty or revises nothing, and changes nothing then`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.importPage(letter(), comments: [], digest: "one", at: now)
            await #expect(throws: ImportError.noParagraphs(title: "A letter", before: 2)) {
                try await store.importPage(letter([]), comments: [], digest: "two", at: now)
            }
            await #expect(throws: ImportError.noStatement(number: 7, count: 1)) {
                try await store.importPage(
                    letter(["New."]),
                    comments: [],
                    digest: "two",
                    revising: 7,
                    at: now
                )
            }
            #expect(try folder.numbers("SELECT count(*) FROM statement_revision") == [1])
        }
    }

    @Test func `says who published it without being another text`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.importPage(letter(), comments: [], digest: "one", at: now)
            let window = store.discussion(in: hall, isDirect: false)
            #expect(try await window.statement().sourceURL == nil)
            let published = Discussion.Statement(
                title: "A letter",
                standfirst: nil,
                caption: nil,
                paragraphs: letter().paragraphs,
                publisher: "The paper",
                sourceURL: "https://example.org/letter"
            )
            let result = try await store.importPage(published, comments: [], digest: "one", at: now)
            #expect(result.revision == 1 && !result.isChanged)
            #expect(try await window.statement().sourceURL == "https://example.org/letter")
        }
    }
}

@Suite struct `A room with several statements` {
    @Test func `follows the newest until it chooses, and shows what was said about that one`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            let other = Discussion.Statement(
                title: "A reply",
                standfirst: nil,
                caption: nil,
                paragraphs: [Paragraph(index: 1, segmenting: "We answer you.")],
                publisher: nil,
                sourceURL: nil
            )
            try await store.importPage(
                letter(),
                comments: [pageComment("1", "On the letter.")],
                digest: "one",
                at: now
            )
            try await store.perform([comment("$a", "about the letter")], as: "$1")
            try await store.importPage(
                other,
                comments: [pageComment("1", "On the reply.")],
                digest: "two",
                at: now
            )
            try await store.perform([comment("$b", "about the reply")], as: "$2")
            let window = store.discussion(in: hall, isDirect: false)
            func texts() async throws -> [String] { try await window.thread().comments.map(\.text) }
            #expect(try await texts() == ["On the reply.", "about the reply"])
            try await store.perform([.follow(statement: 1)], as: "$3")
            #expect(try await window.statement().title == "A letter")
            #expect(try await texts() == ["On the letter.", "about the letter"])
            #expect(try await window.statements().map(\.isFollowed) == [true, false])
            #expect(try await window.comment(CommentLabel("c2"))?.text == "about the reply", "labels stay")
            try await store.perform([.follow(statement: 9)], as: "$4")
            #expect(try await window.statement().title == "A letter", "nothing follows what is not there")
            try await store.perform([comment("$c", "answers the reply", repliesTo: "$b")], as: "$5")
            try await store.perform([.follow(statement: 2)], as: "$6")
            #expect(try await texts() == ["On the reply.", "about the reply", "answers the reply"])
        }
    }

    @Test func `remembers which revision a comment was about`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.importPage(letter(), comments: [], digest: "one", at: now)
            let passage = try [PassageReference(parsing: "1.1")]
            try await store.perform([draft("q", shown: passage)], as: "$1")
            try await store.settle([("q", EventID("$q"))], at: now)
            try await store.importPage(letter(["Another text."]), comments: [], digest: "two", at: now)
            try await store.perform(
                [comment("$a", "on the old passage", repliesTo: "$q"), comment("$b", "on nothing")],
                as: "$2"
            )
            let thread = try await store.discussion(in: hall, isDirect: false).thread()
            #expect(thread.comments.map(\.revision) == [1, 2])
            let earlier = try await store.discussion(in: hall, isDirect: false).comments(before: 2)
            #expect(earlier.count == 1 && earlier.onPassages.map(\.label.rawValue) == ["c1"])
        }
    }
}

@Suite struct `Comments by their words` {
    private func found(
        _ store: Store,
        _ words: String,
        all: Bool = true,
        order: CommentQuery.Order = .newestFirst,
        limit: Int = 10,
        in room: RoomID = hall
    ) async throws -> [String] {
        let query = CommentQuery(words: Words.folded(in: words), needsAll: all, order: order, limit: limit)
        return try await store.discussion(in: room, isDirect: false).comments(matching: query).map(
            \.label.rawValue
        )
    }

    @Test func `are found in their room, folded, and by the beginning of a longer word`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.importPage(
                letter(),
                comments: [pageComment("1", "Sanctions, cafés.")],
                digest: "1",
                at: now
            )
            try await store.perform(
                [
                    comment("$a", "The sanctions on Ukraine’s cafés"), comment("$b", "A sanction"),
                    comment("$c", "\"AND\" OR NOT sanctions*"), comment("$d", "日本語のテスト"),
                ],
                as: "$1"
            )
            try await store.perform([comment("$e", "sanctions elsewhere")], as: "$2", in: cellar)
            #expect(try await found(store, "sanctions") == ["c3", "c1", "1"])
            #expect(try await found(store, "sanction") == ["c3", "c2", "c1", "1"])
            #expect(try await found(store, "sanctions", order: .oldestFirst, limit: 1) == ["1"])
            #expect(try await found(store, "CAFE ukraine") == ["c1"])
            #expect(try await found(store, "cafe sanction", all: false) == ["c3", "c2", "c1", "1"])
            #expect(try await found(store, "and or not") == ["c3"])
            #expect(try await found(store, "日本") == ["c4"])
            #expect(try await found(store, "*") == [])
            #expect(try await found(store, "sanctions", in: cellar) == ["c1", "1"])
        }
    }

    @Test func `are found by what they say now, not by what they said`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform(
                [comment("$a", "heliotrope"), edit("$e", of: "$a", "marigold")],
                as: "$1"
            )
            #expect(try await found(store, "heliotrope").isEmpty)
            #expect(try await found(store, "marigold") == ["c1"])
            try await store.perform([.remove(EventID("$e"))], as: "$2")
            #expect(try await found(store, "marigold").isEmpty)
            #expect(try await found(store, "heliotrope") == ["c1"])
            try await store.perform([.remove(EventID("$a"))], as: "$3")
            #expect(try await found(store, "heliotrope").isEmpty)
        }
    }

    @Test(arguments: [true, false])
    func `are found by a beginning, however many words begin with it`(needsAll: Bool) async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform((1...600).map { comment("$\($0)", "word\($0)s and more") }, as: "$1")
            let query = CommentQuery(
                words: ["word", "more"],
                needsAll: needsAll,
                order: .oldestFirst,
                limit: 600
            )
            let window = store.discussion(in: hall, isDirect: false)
            #expect(try await window.comments(matching: query).count == 600)
            #expect(
                try await found(store, "word59", order: .oldestFirst, limit: 3) == ["c59", "c590", "c591"]
            )
        }
    }

    /// Whatever is asked for, the index finds what a look at every comment finds.
    @Test func `are the same as those that reading all of them finds`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            let vocabulary = [
                "peace", "peaceful", "war", "wars", "it's", "Café", "don’t", "the", "naïve", "x", "平和",
                "أسلام",
            ]
            var generator = SystemRandomNumberGenerator()
            let texts = (0..<120).map { _ in
                (0..<Int.random(in: 1...8, using: &generator)).map { _ in
                    vocabulary.randomElement(using: &generator) ?? ""
                }
                .joined(separator: " ")
            }
            try await store.perform(texts.enumerated().map { comment("$\($0.offset)", $0.element) }, as: "$1")
            let window = store.discussion(in: hall, isDirect: false)
            let all = try await window.thread().comments
            for first in vocabulary {
                for second in vocabulary {
                    for needsAll in [true, false] {
                        let words = Words.folded(in: "\(first) \(second)")
                        let query = CommentQuery(
                            words: words,
                            needsAll: needsAll,
                            order: .oldestFirst,
                            limit: 500
                        )
                        let found = try await window.comments(matching: query).map(\.label)
                        #expect(found == query.found(in: all).map(\.label), "\(words) \(needsAll)")
                    }
                }
            }
        }
    }
}
