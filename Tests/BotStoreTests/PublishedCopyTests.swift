@testable import BotStore
import Discussion
import Foundation
import GRDB
import MatrixTypes
import PluginAPI
import TestSupport
import Testing

private let eve = UserID("@eve:demo")

extension Store {
    /// What a reader of the published archive sees, `3 <1 Person 2: words` a line.
    fileprivate func published(order: PublishedOrder = .reading) async throws -> [String] {
        let copy = try await publishedCopy()
        return try copy.statements().flatMap { statement in
            try copy.comments(on: statement.number, in: order, from: 0, limit: 100).map(\.line)
        }
    }

    fileprivate func decide(_ labels: String..., as decision: PublicationDecision = .approved, id: String)
        async throws
    {
        let actions = labels.map { StoredAction.publication(.comment(CommentLabel($0), decision)) }
        try await perform(actions, as: id)
    }

    fileprivate func choose(_ choice: PublicationChoice, for person: UserID, id: String) async throws {
        try await perform([.publication(.person(person, choice))], as: id)
    }
}

extension PublishedComment {
    fileprivate var line: String {
        let above = parent.map { " <\($0)" } ?? ""
        let words = comment.isRemoved ? "removed" : comment.text
        return "\(key)\(above) \(comment.author ?? "–"): \(words)"
    }
}

@Suite struct `What may be published` {
    /// A page with two comments, and a room in which three people say something after it was announced.
    private func hallIsOpen(_ store: Store) async throws {
        try await store.importPage(
            letter(),
            comments: [
                pageComment("1", "a page's comment", by: "Reader"),
                pageComment("1.1", "its answer", parent: "1", by: "Writer"),
            ],
            digest: "1",
            at: now
        )
        try await store.perform([.publication(.room(.approved))], as: "$open")
        for person in [ada, bo, eve] {
            try await store.choose(.pseudonym, for: person, id: "$choice\(person)")
        }
        try await store.perform(
            [
                comment("$a", "first"), comment("$b", "second", by: bo, repliesTo: "$a"),
                comment("$c", "third", by: eve, repliesTo: "$b"), comment("$d", "fourth", repliesTo: "$c"),
            ],
            as: "$said"
        )
    }

    private static let page = ["1 Reader: a page's comment", "1.1 <1 Writer: its answer"]

    @Test func `is what stood on the page, and of the chat what was approved, under numbers`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await hallIsOpen(store)
            #expect(try await store.published() == Self.page)
            try await store.decide("c1", "c2", id: "$1")
            #expect(
                try await store.published()
                    == Self.page + ["c1 Person 1: first", "c2 <c1 Person 2: second"]
            )
        }
    }

    @Test func `hangs on the nearest published comment above, and tells nothing of what is between`()
        async throws
    {
        try await DataFolder.run { folder in
            let store = folder.store
            try await hallIsOpen(store)
            try await store.decide("c1", "c4", id: "$1")
            #expect(
                try await store.published() == Self.page + ["c1 Person 1: first", "c4 <c1 Person 1: fourth"]
            )
            let copy = try await store.publishedCopy()
            #expect(try copy.comment("c2", on: 1) == nil)
            let bytes = try await copy.bytes()
            for hidden in ["second", "third", "@bo:demo", "@eve:demo", "@ada:demo"] {
                #expect(bytes.range(of: Data(hidden.utf8)) == nil, "\(hidden) is in the copy")
            }
        }
    }

    @Test func `is what people chose to show of themselves`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await hallIsOpen(store)
            try await store.decide("c1", "c2", "c3", id: "$1")
            try await store.choose(.name, for: bo, id: "$2")
            try await store.choose(.never, for: eve, id: "$3")
            #expect(
                try await store.published()
                    == Self.page + ["c1 Person 1: first", "c2 <c1 @bo:demo: second"]
            )
        }
    }

    @Test func `is gone when it is hidden, and a place without words when it was removed`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await hallIsOpen(store)
            try await store.decide("c1", "c2", "c3", "c4", id: "$1")
            try await store.perform([.remove(EventID("$b"))], as: "$2")
            #expect(
                try await store.published()
                    == Self.page + [
                        "c1 Person 1: first", "c2 <c1 –: removed", "c3 <c2 Person 3: third",
                        "c4 <c3 Person 1: fourth",
                    ]
            )
            try await store.decide("c3", "c4", as: .hidden, id: "$3")
            #expect(try await store.published() == Self.page + ["c1 Person 1: first"])
            try await store.perform([.publication(.room(.nothing))], as: "$4")
            #expect(try await store.published() == Self.page)
        }
    }

    @Test func `of a second room has keys and numbers of its own`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await hallIsOpen(store)
            try await store.perform(
                [.publication(.room(.everything)), .publication(.person(bo, .pseudonym))],
                as: "$5",
                in: cellar
            )
            try await store.perform([comment("$x", "below", by: bo)], as: "$6", in: cellar)
            try await store.decide("c1", id: "$1")
            #expect(
                try await store.published()
                    == Self.page + ["c1 Person 1: first", "r2-c1 Person 1 of room 2: below"]
            )
        }
    }

    @Test func `can be read in any order, by passage, by day and by word`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await hallIsOpen(store)
            try await store.perform(
                [draft("q", shown: [.statement(PassageRange(PassagePlace(paragraph: 2, sentence: 1)))])],
                as: "$q",
                plugin: "quote"
            )
            try await store.settle([("q", EventID("$quoted"))], at: now)
            try await store.perform([comment("$e", "on the passage", repliesTo: "$quoted")], as: "$7")
            try await store.decide("c1", "c2", "c5", id: "$1")
            let copy = try await store.publishedCopy()
            let statement = try #require(try copy.statements().first)
            #expect((statement.pageComments, statement.chatComments, statement.people) == (2, 3, 4))
            let reading = try copy.comments(on: 1, in: .reading, from: 0, limit: 9)
            #expect(reading.map(\.key) == ["1", "1.1", "c1", "c2", "c5"])
            #expect(reading.map(\.depth) == [0, 1, 0, 1, 0])
            #expect(reading.map(\.descendants) == [1, 0, 1, 0, 0])
            #expect(reading.map(\.replies) == [1, 0, 1, 0, 0])
            #expect(try copy.comments(on: 1, in: .reading, from: 3, limit: 1).map(\.key) == ["c2"])
            #expect(try copy.comments(on: 1, in: .newest, from: 1, limit: 2).map(\.key) == ["c2", "c1"])
            #expect(try copy.comments(on: 1, aboutParagraph: 2, limit: 9).map(\.key) == ["c5"])
            #expect(try copy.counts(on: 1) == [2: 1])
            #expect(try copy.days(of: 1) == [PublishedDay(day: "2023-11-14", page: 0, chat: 3)])
            #expect(try copy.chat(on: 1, day: "2023-11-14", from: 1, limit: 1).map(\.key) == ["c2"])
            #expect(
                try copy.words(on: 1, from: "p", limit: 2)
                    == [
                        PublishedWord(word: "page", positions: [0]),
                        PublishedWord(word: "page's", positions: [0]),
                    ]
            )
        }
    }

    @Test func `stands beside the words that it is about, wherever they are now`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await hallIsOpen(store)
            for (number, name) in [(1, "p"), (2, "q")] {
                let place = PassagePlace(paragraph: number)
                try await store.perform(
                    [draft(name, shown: [.statement(PassageRange(place))])],
                    as: "$\(name)",
                    plugin: "quote"
                )
                try await store.settle([(name, EventID("$shown-\(name)"))], at: now)
            }
            try await store.perform(
                [
                    comment("$e", "stays", repliesTo: "$shown-q"),
                    comment("$f", "lost", repliesTo: "$shown-p"),
                ],
                as: "$7"
            )
            try await store.decide("c5", "c6", id: "$1")
            try await store.importPage(
                letter(["Something else.", "And more.", "Please answer us."]),
                comments: [],
                digest: "2",
                at: now
            )
            let copy = try await store.publishedCopy()
            #expect(try copy.comment("c5", on: 1)?.comment.passage?.description == "3")
            #expect(try copy.comment("c6", on: 1)?.comment.passage == nil)
            #expect(try copy.counts(on: 1) == [3: 1])
        }
    }
}

extension PublishedCopy {
    /// All that it holds.
    fileprivate func bytes() async throws -> Data {
        let path = FileManager.default.temporaryDirectory.path + "/copy-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await database.vacuum(into: path)
        return try Data(contentsOf: URL(fileURLWithPath: path))
    }
}
