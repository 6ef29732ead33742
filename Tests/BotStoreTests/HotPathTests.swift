@testable import BotStore
import GRDB
import MatrixTypes
import PluginAPI
import Testing

@Suite struct `On the path of a message` {
    /// Tables that stay small: one row a room, a plugin, a gap that is open, a person with a long answer.
    private static let small = [
        "room", "plugin", "CONSTANT ROW", "json_each", "value", "gap", "g", "run", "position",
        "sqlite_sequence", "identity", "pseudonym", "schedule", "(subquery-", "main.comment_word_config",
    ]
    /// What waits is read where a person is forgotten, and nowhere else: an index would cost each message more.
    private static let removal = "DELETE FROM inbox WHERE author"

    @Test func `no table that grows is read from end to end`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            let plans = try await StatementTracker.plans(of: store) {
                try await store.accept(
                    [
                        Said(id: "$1"), Said(id: "$2", edits: "$1"),
                        Said(id: "$3", plugins: ["archive"], isCommand: false),
                        Said(id: "$4", settles: "x"),
                    ],
                    gaps: [RoutedBatch.Gap(room: cellar, from: "a", to: nil, absence: nil)],
                    to: "s1"
                )
                #expect(try await store.ready("quote", after: ["archive", "other"]) == ["$1"])
                try await store.handleAll("archive") { entry in
                    [
                        comment("$3", "words", repliesTo: "$9", threadRoot: "$8"),
                        edit("$5", of: "$3", "more"),
                        .remove(EventID("$5")), .remove(EventID("$3")),
                    ]
                }
                try await store.handleAll("quote") { entry in
                    [
                        draft("a", shown: [.title], alias: "poll", sources: [.event(EventID("$3"))]),
                        draft("b", body: .redaction(.sent("poll"))),
                    ]
                }
                #expect(try await store.wasUnderstood(EventID("$1")))
                #expect(try await store.roomsWithPending() == [hall])
                #expect(try await store.nextToSend(in: hall)?.name == "a")
                try await store.settle([("a", EventID("$a"))], at: now)
                #expect(try await store.nextToSend(in: hall)?.name == "b")
                try await store.wedge("b", reason: "no")
                try await store.abandon(try #require(try await store.openGaps().first), at: now)
                _ = try await store.pendingSchedules()
                let discussion = store.discussion(in: hall, isDirect: false)
                _ = try await discussion.comment(CommentLabel("c1"))
                _ = try await discussion.comment(CommentLabel("1"))
                _ = try await discussion.replies(to: CommentLabel("c1"), limit: 3)
                _ = try await discussion.firstComment()
                _ = try await discussion.counts()
                _ = try await discussion.comments(before: 2)
                _ = try await discussion.comments(by: ada)
                _ = try await discussion.held(of: ada, everywhere: true)
                _ = try await discussion.held(of: ada, everywhere: false)
                try await store.perform([.removeAll(by: ada, everywhere: false)], as: "$10")
                try await store.perform([.removeAll(by: ada, everywhere: true)], as: "$11")
            }
            #expect(plans.count > 40)
            let scans = plans.filter { plan in
                plan.step.hasPrefix("SCAN ") && !Self.small.contains { plan.step.hasPrefix("SCAN \($0)") }
                    && !plan.sql.hasPrefix(Self.removal)
            }
            for scan in scans { Issue.record("\(scan.step):\n\(scan.sql)") }
        }
    }

    @Test func `what waits behind the archive is found without reading what others wait for`() async throws {
        try await DataFolder.run { folder in
            let plans = try await StatementTracker.plans(of: folder.store) {
                _ = try await folder.store.ready("quote", after: ["archive"])
            }
            #expect(
                plans.contains {
                    $0.step
                        == "SEARCH before USING COVERING INDEX inbox_by_room (plugin=? AND room=? AND seq<?)"
                }
            )
            #expect(!plans.contains { $0.step.contains("TEMP B-TREE") }, "sorts all that waits")
        }
    }

    @Test func `comments that are found by their words come with their own reactions, not with all`()
        async throws
    {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform((1...201).map { comment("$c\($0)", "peace \($0)") }, as: "$1")
            let query = CommentQuery(words: ["peace"], needsAll: true, order: .newestFirst, limit: 201)
            let plans = try await StatementTracker.plans(of: store) {
                let window = store.discussion(in: hall, isDirect: false)
                let found = try await window.comments(matching: query)
                #expect(found.count == 201)
            }
            let steps = plans.map(\.step).filter { $0.contains("reaction") }
            #expect(steps == ["SEARCH reaction USING INDEX reaction_by_comment (room=? AND label=?)"])
        }
    }
}

@Suite struct `A write that must survive a power cut` {
    @Test func `is flushed, though the pool asks for less`() async throws {
        try await DataFolder.run { folder in
            for durability in [Store.Durability.ordered, .flushed] {
                let level = try await folder.store.write(durability) {
                    try Int.fetchOne($0, sql: "PRAGMA synchronous")
                }
                #expect(level == durability.rawValue)
            }
        }
    }

    @Test func `is each commit of outcomes, and no other write of the path`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            func level() async throws -> Int? {
                try await store.database.writeWithoutTransaction {
                    try Int.fetchOne($0, sql: "PRAGMA synchronous")
                }
            }
            try await store.accept([Said(id: "$1")], to: "s1")
            #expect(try await level() == 1)
            try await store.handleAll("quote") { _ in [draft("a")] }
            #expect(try await level() == 2)
            try await store.settle([("a", EventID("$a"))], at: now)
            #expect(try await level() == 1)
        }
    }
}
