import BotStore
import Discussion
import GRDB
import MatrixTypes
import PluginAPI
import TestSupport
import Testing

@Suite struct `Removed words` {
    private let secret = "heliotrope quarrels"

    /// Erases what is left in bytes, as the bot does soon after each removal.
    private func erase(_ store: Store) async throws {
        #expect(try await store.needsErasure())
        while try await !store.erase() {}
        #expect(try await !store.needsErasure())
    }

    @Test(arguments: [true, false])
    func `are in no byte of any file`(isWhole: Bool) async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            // Other rows around it, so that pages split and words are moved between them.
            let others = (0..<500).map { comment("$o\($0)", String(repeating: "words \($0) ", count: 20)) }
            try await store.perform(Array(others[..<250]), as: "$1")
            try await store.perform(
                [comment("$a", isWhole ? secret : "harmless"), edit("$e", of: "$a", "\(secret) again")],
                as: "$2"
            )
            try await store.perform(Array(others[250...]), as: "$3")
            #expect(try folder.hasBytes(of: secret))
            #expect(try folder.hasBytes(of: "heliotrope"))
            try await store.perform([.remove(EventID(isWhole ? "$a" : "$e"))], as: "$4")
            try await erase(store)
            for word in [secret, "heliotrope", "quarrels"] { #expect(try !folder.hasBytes(of: word)) }
        }
    }

    @Test func `leave the inbox, the outbox and its refused rows too`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            let whose = [WordSource.event(EventID("$1"))]
            try await store.accept([Said(id: "$1", words: secret, plugins: ["archive", "quote"])], to: "s1")
            try await store.handleAll("archive") { _ in [comment("$1", secret)] }
            try await store.accept(
                [Said(id: "$2", plugins: ["summary"]), Said(id: "$3", words: secret, edits: "$1")],
                to: "s2"
            )
            try await store.handleAll("summary") { _ in
                ["a", "b", "c"].map { draft($0, secret, sources: whose) }
            }
            try await store.wedge("a", reason: "no")
            try await store.settle([("b", EventID("$b"))], at: now)
            try await store.perform([.remove(EventID("$1"))], as: "$4")
            try await erase(store)
            #expect(try !folder.hasBytes(of: secret))
            #expect(try await store.ready("quote").isEmpty, "the command, and the edit of it")
            // What stood in the room is taken out of it, and what waited is not sent.
            let next = try await store.nextToSend(in: hall)
            #expect(next?.body == .redaction(.event(EventID("$b"))))
            #expect(try await store.outboxCount() == 1)
        }
    }

    @Test func `leave the values of plugins that hold them, and the rest of long answers`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            let (a, x) = (WordSource.event(EventID("$a")), WordSource.event(EventID("$x")))
            try await store.perform(
                [
                    comment("$a", secret),
                    .set(key: "draft", value: secret, sources: [x, a], plugin: nil),
                    .set(key: "other", value: "kept", sources: [x], plugin: nil),
                    .set(key: "rest/\(hall)/@bo:demo", value: secret, sources: [a], plugin: "core"),
                    .set(key: "rest/\(cellar)/@bo:demo", value: "kept", sources: [], plugin: "core"),
                ],
                as: "$1"
            )
            // A value that is written anew holds what it says then.
            try await store.perform([.set(key: "draft", value: secret, sources: [a], plugin: nil)], as: "$2")
            try await store.perform([.remove(EventID("$a"))], as: "$3")
            try await erase(store)
            #expect(
                try folder.texts("SELECT key FROM value ORDER BY key") == [
                    "other", "rest/\(cellar)/@bo:demo",
                ]
            )
            #expect(try !folder.hasBytes(of: secret))
        }
    }

    @Test func `of a page are gone as well, and stay away when it is read again`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            let page = [pageComment("1", secret), pageComment("2", "Something else.")]
            try await store.importPage(letter(), comments: page, digest: "one", at: now)
            _ = try await store.forget(.comment(CommentLabel("1"), room: nil, statement: 1), at: now)
            try await erase(store)
            for word in ["heliotrope", "quarrels"] { #expect(try !folder.hasBytes(of: word)) }
            // The page still has it, below another number.
            let again = [pageComment("1", "Something else."), pageComment("2", secret)]
            let result = try await store.importPage(letter(), comments: again, digest: "two", at: now)
            #expect(result.removed == 1 && result.newComments == 0)
            while try await !store.erase() {}
            #expect(try !folder.hasBytes(of: "heliotrope"))
        }
    }

    @Test func `are erased after a restart, where the bot died before`() async throws {
        try await DataFolder.run { folder in
            try await folder.store.perform([comment("$a", secret)], as: "$1")
            try await folder.store.perform([.remove(EventID("$a"))], as: "$2")
            #expect(try folder.hasBytes(of: "heliotrope"))
            let copy = try folder.copied()
            defer { copy.remove() }
            let store = try Store.open(directory: copy.path)
            #expect(try await store.needsErasure())
            try await store.close()
            #expect(try !copy.hasBytes(of: "heliotrope"))
        }
    }
}
