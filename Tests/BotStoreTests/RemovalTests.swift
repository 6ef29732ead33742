import Discussion
import Foundation
import GRDB
import MatrixTypes
import PluginAPI
import Testing

@testable import BotStore

extension DataFolder {
    fileprivate func comments(in room: RoomID = hall) async throws -> [String] {
        try await store.discussion(in: room, isDirect: false).thread().comments.map { comment in
            comment.isRemoved ? "\(comment.label) removed" : "\(comment.label) \(comment.text)"
        }
    }

    /// What leaves next in the hall, and is then settled.
    fileprivate func nextBody() async throws -> OutgoingBody? {
        guard let next = try await store.nextToSend(in: hall) else { return nil }
        try await store.settle([(next.name, EventID("$sent \(next.name)"))], at: now)
        return next.body
    }
}

@Suite struct `A removal` {
    @Test func `that cannot be written changes nothing, and is done when there is room`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform((0..<400).map { comment("$c\($0)", "words \($0)") }, as: "$1")
            func limit(_ pages: String) async throws {
                try await store.database.writeWithoutTransaction { db in
                    _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages)")
                }
            }
            // Without free pages: nothing can be added to a file that may not grow.
            try await store.database.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
            try await limit("1")
            try await store.accept(
                [Said(id: "$2", sender: bo, plugins: ["archive"], isCommand: false)],
                to: "s2"
            )
            await #expect(throws: DatabaseError.self) {
                try await store.handleAll("archive") { _ in [.removeAll(by: ada, everywhere: false)] }
            }
            #expect(try await folder.comments().count { $0.hasSuffix("removed") } == 0)
            #expect(try folder.numbers("SELECT count(*) FROM removed") == [0])
            #expect(try await store.ready("archive") == ["$2"], "it is still to be done")
            try await limit("1000000")
            try await store.handleAll("archive") { _ in [.removeAll(by: ada, everywhere: false)] }
            #expect(try await folder.comments().count { $0.hasSuffix("removed") } == 400)
        }
    }

    @Test func `that cannot be added to the list of removals changes nothing`() async throws {
        try await DataFolder.run { folder in
            let list = folder.path + "/removals.jsonl"
            try await folder.store.perform([comment("$a", "heliotrope")], as: "$1")
            try FileManager.default.removeItem(atPath: list)
            try FileManager.default.createDirectory(atPath: list, withIntermediateDirectories: false)
            await #expect(throws: (any Error).self) {
                try await folder.store.perform([.remove(EventID("$a"))], as: "$2")
            }
            #expect(try await folder.comments() == ["#c1 heliotrope"])
            try FileManager.default.removeItem(atPath: list)
            try await folder.store.handleAll("archive") { _ in [.remove(EventID("$a"))] }
            #expect(try await folder.comments() == ["#c1 removed"])
            let text = try String(contentsOfFile: list, encoding: .utf8)
            #expect(text.contains("$a") && !text.contains("heliotrope"))
        }
    }

    @Test func `of a person holds for what comes only later, and not for what they say afterwards`()
        async throws
    {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([comment("$a", "one"), comment("$b", "two", by: bo)], as: "$1")
            try await store.perform([.removeAll(by: ada, everywhere: false)], as: "$2")
            let late = CommentDraft(
                event: EventID("$late"),
                author: ada,
                text: "said before, and fetched later",
                writtenAt: now.addingTimeInterval(-60),
                repliesTo: nil,
                threadRoot: nil
            )
            try await store.perform([.record(late)], as: "$3")
            let next = CommentDraft(
                event: EventID("$next"),
                author: ada,
                text: "afterwards",
                writtenAt: now.addingTimeInterval(1),
                repliesTo: nil,
                threadRoot: nil
            )
            try await store.perform([.record(next)], as: "$4")
            #expect(
                try await folder.comments() == ["#c1 removed", "#c2 two", "#c3 removed", "#c4 afterwards"]
            )
            try await store.perform([comment("$d", "elsewhere")], as: "$5", in: cellar)
            #expect(
                try await folder.comments(in: cellar) == ["#c1 elsewhere"],
                "another room's are theirs to ask for"
            )
            try await store.perform([.removeAll(by: ada, everywhere: true)], as: "$6")
            #expect(try await folder.comments(in: cellar) == ["#c1 removed"])
        }
    }

    @Test func `by age is on no list, and is erased like any other`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([comment("$a", "heliotrope")], as: "$1")
            let before = try folder.numbers("SELECT removals FROM identity")
            #expect(try await !store.expire(before: now.addingTimeInterval(1), atMost: 10, at: now))
            #expect(try folder.numbers("SELECT removals FROM identity") == before)
            #expect(try await folder.comments() == ["#c1 removed"])
            while try await store.needsErasure() { _ = try await store.erase() }
            #expect(try !folder.hasBytes(of: "heliotrope"))
            try await store.perform([comment("$b", "as old, and fetched later")], as: "$2")
            #expect(try await folder.comments() == ["#c1 removed", "#c2 removed"])
        }
    }

    @Test func `counts beforehand what it will be about`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([comment("$a", "one"), comment("$b", "two")], as: "$1")
            try await store.perform([comment("$c", "three")], as: "$2", in: cellar)
            try await store.accept([Said(id: "$3")], to: "s3")
            try await store.handleAll("quote") { _ in [draft("r", "no such words", repeatsAsker: true)] }
            let window = store.discussion(in: hall, isDirect: false)
            #expect(
                try await window.held(of: ada, everywhere: false)
                    == HeldWords(comments: 2, reactions: 0, answers: 1)
            )
            #expect(try await window.held(of: ada, everywhere: true).comments == 3)
            #expect(try await window.held(of: bo, everywhere: true).isEmpty)
        }
    }
}

@Suite struct `A message that holds removed words` {
    private let whose = [WordSource.event(EventID("$a"))]

    /// A comment, and a digest of which two edits quote it.
    private func digest(_ folder: DataFolder) async throws {
        let store = folder.store
        try await store.perform([comment("$a", "one"), comment("$b", "two", by: bo)], as: "$1")
        try await store.accept([Said(id: "$2", sender: bo, plugins: ["summary"])], to: "s2")
        try await store.handleAll("summary") { _ in [draft("first", alias: "digest")] }
        for name in ["second", "third"] {
            try await store.accept([Said(id: "$\(name)", sender: bo, plugins: ["summary"])], to: name)
            let content = MessageContent(text: MessageText(msgtype: "m.notice", body: name), rowName: name)
            try await store.handleAll("summary") { _ in
                [draft(name, body: .edit(.sent("digest"), content), sources: whose)]
            }
        }
    }

    @Test func `is taken out of the room with all its edits, and asked for again once`() async throws {
        try await DataFolder.run { folder in
            try await digest(folder)
            for _ in 1...3 { _ = try await folder.nextBody() }
            try await folder.store.perform([.remove(EventID("$a"))], as: "$3")
            var taken: [OutgoingBody] = []
            while let body = try await folder.nextBody() { taken.append(body) }
            #expect(taken == ["first", "second", "third"].map { .redaction(.event(EventID("$sent \($0)"))) })
            let again = try await folder.store.turn(for: "summary", after: [], limit: 9)
            #expect(again.count == 1)
            guard case .withdrawn(let withdrawal)? = again.first?.stored.input else {
                Issue.record("It should be asked for again: \(again)")
                return
            }
            #expect(withdrawal.invocation.command == "quote" && withdrawal.answeredAt == now)
        }
    }

    @Test func `and never left the queue is not sent, and asked for again`() async throws {
        try await DataFolder.run { folder in
            try await digest(folder)
            try await folder.store.perform([.remove(EventID("$a"))], as: "$3")
            #expect(try await folder.nextBody() == nil)
            #expect(try await folder.store.turn(for: "summary", after: [], limit: 9).count == 1)
        }
    }

    @Test func `and was on its way is taken back when its id is known, once`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await digest(folder)
            let onItsWay = try #require(try await store.nextToSend(in: hall))
            try await store.perform([.remove(EventID("$a"))], as: "$3")
            for _ in 1...2 { try await store.settle([(onItsWay.name, EventID("$known"))], at: now) }
            #expect(try await folder.nextBody() == .redaction(.event(EventID("$known"))))
            #expect(try await folder.nextBody() == nil)
        }
    }

    @Test func `is not asked for again where somebody took it back before`() async throws {
        try await DataFolder.run { folder in
            try await digest(folder)
            for _ in 1...3 { _ = try await folder.nextBody() }
            try await folder.store.perform([.remove(EventID("$sent first"))], as: "$3")
            try await folder.store.perform([.remove(EventID("$a"))], as: "$4")
            #expect(try await folder.store.turn(for: "summary", after: [], limit: 9).isEmpty)
        }
    }

    @Test func `is handled again where something was removed while it was made`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([comment("$a", "one")], as: "$1")
            try await store.accept([Said(id: "$2", sender: bo), Said(id: "$3", sender: bo)], to: "s2")
            let entries = try await store.turn(for: "quote", after: [], limit: 9)
            try await store.perform([.remove(EventID("$a"))], as: "$4")
            let actions = [[draft("x", "one", sources: whose)], [draft("y", "not quoting anybody")]]
            try await store.commit(
                zip(entries, actions).map { Outcome(entry: $0, result: .done($1, isUnderstood: true)) },
                at: now
            )
            #expect(try await store.ready("quote") == ["$2", "$3"], "in their order")
            #expect(try await store.outboxCount() == 0)
        }
    }

    @Test func `forgets after a month what was typed for it`() async throws {
        try await DataFolder.run { folder in
            try await digest(folder)
            for _ in 1...3 { _ = try await folder.nextBody() }
            try await folder.store.forgetCommands(before: now.addingTimeInterval(1))
            #expect(
                try folder.numbers(
                    "SELECT count(*) FROM posted WHERE input IS NOT NULL OR author IS NOT NULL"
                ) == [0]
            )
            try await folder.store.perform([.remove(EventID("$a"))], as: "$3")
            #expect(try await folder.nextBody() != nil)
            #expect(try await folder.store.turn(for: "summary", after: [], limit: 9).isEmpty)
        }
    }
}
