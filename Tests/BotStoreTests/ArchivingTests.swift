import BotStore
import MatrixTypes
import PluginAPI
import Testing

/// What a comment is to look like: its label, and its words or nothing where they were removed.
private func lines(_ store: Store, in room: RoomID = hall) async throws -> [String] {
    try await store.discussion(in: room, isDirect: false).thread().comments.map { comment in
        let words = comment.paragraphs.map(\.text).joined(separator: "/")
        let marks = (comment.isEdited ? " edited" : "") + (comment.isRemoved ? " removed" : "")
        return "\(comment.label)\(comment.parent.map { "<\($0)" } ?? "") \(words)\(marks)"
    }
}

@Suite struct `The archive` {
    @Test func `keeps a message once`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([comment("$a", "one"), comment("$a", "other")], as: "$1")
            try await store.perform([comment("$a", "third"), comment("$b", "two")], as: "$2")
            #expect(try await lines(store) == ["#c1 one", "#c2 two"])
        }
    }

    @Test func `keeps the shape of replies and threads`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            let quotation = try [PassageReference(parsing: "4.1")]
            let shown = try [PassageReference(parsing: "#c1")]
            try await store.perform(
                [draft("q", shown: quotation), draft("c", shown: shown), draft("h")],
                as: "$1"
            )
            try await store.settle(
                [("q", EventID("$q")), ("c", EventID("$c")), ("h", EventID("$h"))],
                at: now
            )
            try await store.perform(
                [
                    comment("$1", "on a passage", repliesTo: "$q"),
                    comment("$2", "on a comment", repliesTo: "$c"),
                    comment("$3", "a reply", repliesTo: "$2"), comment("$4", "in a thread", threadRoot: "$1"),
                    comment("$5", "answers in a thread", repliesTo: "$3", threadRoot: "$1"),
                    comment("$6", "on help", repliesTo: "$h"),
                    comment("$7", "on nothing known", repliesTo: "$x"),
                ],
                as: "$2"
            )
            #expect(
                try await lines(store) == [
                    "#c1 on a passage", "#c2<#c1 on a comment", "#c3<#c2 a reply", "#c4<#c1 in a thread",
                    "#c5<#c3 answers in a thread", "#c6 on help", "#c7 on nothing known",
                ]
            )
            let first = try await store.discussion(in: hall, isDirect: false).comment(CommentLabel("c1"))
            #expect(first?.passage == quotation[0])
        }
    }

    @Test func `says of a comment which statement it is about, and which text of it`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            func statement(_ title: String, _ text: String) -> Statement {
                Statement(
                    title: title,
                    standfirst: nil,
                    caption: nil,
                    paragraphs: Paragraph.paragraphs(of: text),
                    publisher: nil,
                    sourceURL: nil
                )
            }
            try await store.importPage(statement("Peace", "Few agree."), comments: [], digest: "1", at: now)
            try await store.perform([comment("$a", "one")], as: "$1")
            try await store.importPage(statement("Peace", "Some agree."), comments: [], digest: "2", at: now)
            try await store.perform([comment("$b", "two")], as: "$2")
            try await store.importPage(statement("War", "Nobody does."), comments: [], digest: "3", at: now)
            try await store.perform([comment("$c", "three")], as: "$3")
            let window = store.discussion(in: hall, isDirect: false)
            var places: [[Int?]] = []
            for label in ["c1", "c2", "c3"] {
                let comment = try await window.comment(CommentLabel(label))
                places.append([comment?.statement, comment?.revision])
            }
            #expect(places == [[1, 1], [1, 2], [2, 1]])
        }
    }

    @Test func `gives no label twice, and each room its own`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([comment("$a", "one"), comment("$b", "two")], as: "$1")
            try await store.perform([.remove(EventID("$b"))], as: "$2")
            try await store.perform([comment("$c", "three")], as: "$3")
            try await store.perform([comment("$d", "elsewhere")], as: "$4", in: cellar)
            #expect(try await lines(store) == ["#c1 one", "#c2  removed", "#c3 three"])
            #expect(try await lines(store, in: cellar) == ["#c1 elsewhere"])
        }
    }

    /// Everything that can happen to one message, in every order; what is left does not depend on it.
    @Test(arguments: permutations(of: [0, 1, 2]))
    func `leaves nothing of a removed message, whatever came first`(order: [Int]) async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            let steps: [StoredAction] = [
                comment("$a", "one"), edit("$e", of: "$a", "two"), .remove(EventID("$a")),
            ]
            for step in order { try await store.perform([steps[step]], as: "$step\(step)") }
            #expect(try await lines(store) == ["#c1  removed"])
            #expect(try folder.numbers("SELECT count(*) FROM revision") == [0])
            #expect(
                try folder.numbers("SELECT count(*) FROM comment WHERE author IS NOT NULL OR body <> ''") == [
                    0
                ]
            )
            for step in order { try await store.perform([steps[step]], as: "$again\(step)") }
            #expect(try await lines(store) == ["#c1  removed"])
        }
    }

    @Test(arguments: permutations(of: [1, 2, 3]))
    func `falls back where an edit is taken back, whatever came first`(order: [Int]) async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            let steps: [StoredAction] = [
                comment("$a", "one"), edit("$e", of: "$a", "two", after: 1),
                edit("$f", of: "$a", "three", after: 2),
                .remove(EventID("$f")),
            ]
            for step in [0] + order { try await store.perform([steps[step]], as: "$step\(step)") }
            #expect(try await lines(store) == ["#c1 two edited"])
            try await store.perform([.remove(EventID("$e"))], as: "$last")
            #expect(try await lines(store) == ["#c1 one"])
        }
    }

    @Test func `shows the later of two edits, in whatever order they come`() async throws {
        for first in [true, false] {
            try await DataFolder.run { folder in
                let edits = [edit("$e", of: "$a", "early", after: 1), edit("$f", of: "$a", "late", after: 2)]
                try await folder.store.perform(
                    [comment("$a", "one")] + (first ? edits : edits.reversed()),
                    as: "$1"
                )
                #expect(try await lines(folder.store) == ["#c1 late edited"])
            }
        }
    }

    @Test func `shows the same of two edits with one time, in whatever order they come`() async throws {
        for first in [true, false] {
            try await DataFolder.run { folder in
                let edits = [edit("$e", of: "$a", "lesser id"), edit("$f", of: "$a", "greater id")]
                try await folder.store.perform(
                    [comment("$a", "one")] + (first ? edits : edits.reversed()),
                    as: "$1"
                )
                #expect(try await lines(folder.store) == ["#c1 greater id edited"])
            }
        }
    }

    @Test func `shows an edit even by a clock that went backwards`() async throws {
        try await DataFolder.run { folder in
            try await folder.store.perform(
                [comment("$a", "one"), edit("$e", of: "$a", "two", after: -100)],
                as: "$1"
            )
            #expect(try await lines(folder.store) == ["#c1 two edited"])
        }
    }

    @Test func `ignores edits by others, of what it does not have, and from other rooms`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([comment("$a", "one"), edit("$e", of: "$a", "two", by: bo)], as: "$1")
            try await store.perform([edit("$f", of: "$x", "two")], as: "$2")
            try await store.perform([edit("$g", of: "$a", "two")], as: "$3", in: cellar)
            #expect(try await lines(store) == ["#c1 one"])
            #expect(try folder.numbers("SELECT count(*) FROM revision") == [0])
        }
    }

    @Test func `lets nobody remove the words of another room`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([comment("$a", "one"), edit("$e", of: "$a", "two")], as: "$1")
            try await store.perform([.remove(EventID("$a")), .remove(EventID("$e"))], as: "$2", in: cellar)
            #expect(try await lines(store) == ["#c1 two edited"])
            #expect(try folder.numbers("SELECT count(*) FROM removed") == [0])
        }
    }

    @Test func `forgets one person in one room, and for good`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform(
                [
                    comment("$a", "one"), comment("$b", "two", by: bo, repliesTo: "$a"),
                    comment("$c", "three"), edit("$e", of: "$c", "four"),
                ],
                as: "$1"
            )
            try await store.perform([comment("$d", "elsewhere")], as: "$2", in: cellar)
            try await store.perform([.removeAll(by: ada, everywhere: false)], as: "$3")
            #expect(try await lines(store) == ["#c1  removed", "#c2<#c1 two", "#c3  removed"])
            #expect(try await lines(store, in: cellar) == ["#c1 elsewhere"])
            try await store.perform([comment("$a", "one"), edit("$f", of: "$c", "five")], as: "$4")
            #expect(try await lines(store) == ["#c1  removed", "#c2<#c1 two", "#c3  removed"])
            #expect(try await store.discussion(in: hall, isDirect: false).comments(by: ada).isEmpty)
        }
    }

    @Test func `counts what it kept`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform(
                [
                    comment("$a", "one"), comment("$b", "two"), comment("$c", "three"),
                    edit("$e", of: "$a", "x"), edit("$f", of: "$a", "y"),
                ],
                as: "$1"
            )
            try await store.perform([.remove(EventID("$b"))], as: "$2")
            #expect(
                try await store.audit(of: hall).audit()
                    == ArchiveAudit(messages: 2, comments: 2, edits: 2, removals: 1, unreadable: 0, gaps: 0)
            )
        }
    }
}

/// All orders of a few things.
private func permutations(of numbers: [Int]) -> [[Int]] {
    guard numbers.count > 1 else { return [numbers] }
    return numbers.flatMap { first in permutations(of: numbers.filter { $0 != first }).map { [first] + $0 } }
}

@Suite struct `A stored reaction` {
    private func reaction(_ event: String, to target: String, by author: UserID = ada) -> StoredAction {
        .annotate(
            CommentReaction(event: EventID(event), target: EventID(target), author: author, key: "👍")
        )
    }

    private func counts(_ store: Store) async throws -> [Int] {
        try await store.discussion(in: hall, isDirect: false).thread().comments
            .flatMap(\.reactions).map(\.count)
    }

    @Test func `is counted once, and goes with its event, its author and its comment`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform([comment("$a", "one"), comment("$b", "two", by: bo)], as: "$1")
            try await store.perform([reaction("$r", to: "$a"), reaction("$r", to: "$a")], as: "$2")
            try await store.perform([reaction("$s", to: "$a", by: bo), reaction("$t", to: "$x")], as: "$3")
            #expect(try await counts(store) == [2])
            try await store.perform([.remove(EventID("$r"))], as: "$4")
            try await store.perform([reaction("$r", to: "$a")], as: "$5")
            #expect(try await counts(store) == [1])
            try await store.perform([reaction("$u", to: "$b", by: bo)], as: "$6")
            try await store.perform([.removeAll(by: bo, everywhere: false)], as: "$7")
            #expect(try await counts(store) == [])
            try await store.perform([reaction("$v", to: "$a")], as: "$8")
            try await store.perform([.remove(EventID("$a"))], as: "$9")
            #expect(try folder.numbers("SELECT count(*) FROM reaction") == [0])
        }
    }
}
