@testable import BotStore
import Discussion
import Foundation
import PluginAPI
import TestSupport
import Testing

/// A comment of a source, a minute after the one before.
private func said(
    _ number: Int,
    _ text: String,
    below parent: Int? = nil,
    by author: String? = nil,
    isDated: Bool = true
) -> SourceComment {
    SourceComment(
        id: "comment-\(number)",
        parent: parent.map { "comment-\($0)" },
        author: author,
        paragraphs: text.isEmpty ? [] : text.split(separator: "\n").map(String.init),
        writtenAt: isDated ? now.addingTimeInterval(Double(number) * 60) : nil
    )
}

extension Store {
    /// Imports a letter with these comments.
    @discardableResult
    fileprivate func take(_ comments: [SourceComment], isComplete: Bool = false) async throws -> ThreadImport
    {
        let page = try await importPage(letter(), comments: [], digest: "letter", at: now)
        var stage = try ThreadStage()
        for comment in comments { try stage.add(comment) }
        return try await importThread(&stage, on: page.statement, isComplete: isComplete, at: now)
    }

    /// `1 peace`, `1.1 war <1`: labels, words and parents of all comments.
    fileprivate func outline() async throws -> [String] {
        try await discussion(in: hall, isDirect: false).thread().comments.map { comment in
            [comment.label.rawValue, comment.text, comment.parent.map { "<\($0.rawValue)" }]
                .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
        }
    }
}

@Suite struct `Comments of other sites` {
    @Test func `are kept in the order of time, each after what it answers, however they come`() async throws {
        try await DataFolder.run { folder in
            let result = try await folder.store.take([
                said(4, "four", below: 2), said(3, "three"), said(2, "two", below: 1), said(1, "one"),
            ])
            #expect(result.new == 4)
            #expect(
                try await folder.store.outline() == ["1 one", "1.1 two <1", "2 three", "1.1.1 four <1.1"]
            )
        }
    }

    @Test func `come without dates in the order of the source, what is answered first`() async throws {
        try await DataFolder.run { folder in
            try await folder.store.take([
                said(9, "answer", below: 5, isDated: false), said(7, "first", isDated: false),
                said(5, "second", isDated: false),
            ])
            #expect(try await folder.store.outline() == ["1 first", "2 second", "2.1 answer <2"])
        }
    }

    @Test func `are taken once, and only what is new is added`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.take([said(1, "one"), said(2, "two", below: 1)])
            let before = try folder.everything()
            let again = try await store.take([said(1, "one"), said(2, "two", below: 1)])
            #expect(again == ThreadImport(unchanged: 2))
            #expect(try folder.everything() == before)
            let more = try await store.take([said(3, "three", below: 2), said(1, "one, edited")])
            #expect((more.new, more.edited) == (1, 1))
            #expect(try await store.outline() == ["1 one, edited", "1.1 two <1", "1.1.1 three <1.1"])
            #expect(try await store.found("edited") == ["1"])
        }
    }

    @Test func `that answer nothing, or themselves, stand at the top`() async throws {
        try await DataFolder.run { folder in
            let result = try await folder.store.take([
                said(6, "hangs on", below: 4), said(1, "orphan", below: 99), said(2, "self", below: 2),
                said(3, "a", below: 5), said(4, "b", below: 3), said(5, "c", below: 4),
            ])
            #expect((result.orphans, result.loops, result.new) == (1, 1, 6))
            #expect(
                try await folder.store.outline() == [
                    "1 orphan", "2 self", "3 a", "3.1 b <3", "3.1.1 c <3.1", "3.1.2 hangs on <3.1",
                ]
            )
        }
    }

    @Test func `with one id count once`() async throws {
        try await DataFolder.run { folder in
            let result = try await folder.store.take([said(1, "first"), said(1, "second")])
            #expect((result.new, result.repeated) == (1, 1))
            #expect(try await folder.store.outline() == ["1 first"])
        }
    }

    @Test func `are recognised by their words where they were read from a page without ids`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.importPage(
                letter(),
                comments: [pageComment("1", "one"), pageComment("1.1", "two", parent: "1")],
                digest: "page",
                at: now
            )
            let result = try await store.take([said(1, "one"), said(2, "two", below: 1), said(3, "new")])
            #expect((result.new, result.unchanged) == (1, 2))
            #expect(try await store.outline() == ["1 one", "1.1 two <1", "2 new"])
            let again = try await store.take([said(1, "one, edited")])
            #expect(again.edited == 1)
        }
    }

    @Test func `that were removed here, or whose author was, stay away`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.take([said(1, "goes"), said(2, "stays"), said(3, "forgotten", by: "Ada")])
            _ = try await store.forget(.comment(CommentLabel("1"), room: nil, statement: 1), at: now)
            _ = try await store.forget(
                .person("Ada", room: nil),
                at: now.addingTimeInterval(3_600)
            )
            let result = try await store.take([
                said(1, "goes"), said(4, "goes"), said(3, "forgotten", by: "Ada"),
                said(5, "another of hers", by: "Ada"), said(2, "stays"),
            ])
            #expect((result.removed, result.unchanged, result.new) == (4, 1, 0))
            _ = try await store.erase()
            #expect(try !folder.hasBytes(of: "goes"))
            #expect(try !folder.hasBytes(of: "another of hers"))
        }
    }

    @Test func `that the source no longer has are named, and stay`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.take([said(1, "one"), said(2, "two"), said(3, "three")])
            let part = try await store.take([said(1, "one")])
            #expect(part.missingCount == 0)
            let whole = try await store.take([said(1, "one"), said(3, "")], isComplete: true)
            #expect(whole.missing.map(\.rawValue).sorted() == ["2", "3"])
            #expect(try await store.outline().count == 3)
        }
    }

    @Test func `keep the place of one whose words were removed at the source`() async throws {
        try await DataFolder.run { folder in
            try await folder.store.take([said(1, ""), said(2, "answer", below: 1)])
            let thread = try await folder.store.discussion(in: hall, isDirect: false).thread()
            #expect(thread.comments.map(\.isRemoved) == [true, false])
        }
    }

    @Test func `get short labels however deep they stand`() async throws {
        try await DataFolder.run { folder in
            let depth = 60
            try await folder.store.take(
                (1...depth).map { said($0, "at \($0)", below: $0 > 1 ? $0 - 1 : nil) }
            )
            let entries = try await folder.store.discussion(in: hall, isDirect: false).thread().entries
            #expect(entries.map(\.depth) == Array(0..<depth))
            #expect(entries.allSatisfy { $0.comment.label.rawValue.split(separator: ".").count <= 10 })
            #expect(Set(entries.map(\.comment.label)).count == depth)
        }
    }

    @Test func `are read in any number, in memory that does not grow with it`() async throws {
        try await DataFolder.run { folder in
            let result = try await folder.store.take(
                (1...2_300).map { said($0, "comment \($0)", below: $0 % 3 == 0 ? $0 / 3 : nil) }
            )
            #expect(result.new == 2_300)
            #expect(try folder.numbers("SELECT count(*) FROM imported") == [2_300])
        }
    }
}

extension Store {
    fileprivate func found(_ word: String) async throws -> [String] {
        let query = CommentQuery(words: [word], needsAll: true, order: .oldestFirst, limit: 10)
        return try await discussion(in: hall, isDirect: false).comments(matching: query).map(\.label.rawValue)
    }
}
