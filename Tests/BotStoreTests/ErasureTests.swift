import BotStore
import GRDB
import MatrixTypes
import PluginAPI
import Testing

@Suite struct `Removed words` {
    private let secret = "heliotrope quarrels"

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
            try await store.perform([.remove(EventID(isWhole ? "$a" : "$e"))], as: "$4")
            #expect(try !folder.hasBytes(of: secret))
        }
    }

    @Test func `leave the inbox, the outbox and its refused rows too`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.accept([Said(id: "$1", words: secret, plugins: ["archive", "quote"])], to: "s1")
            try await store.handleAll("archive") { _ in [comment("$1", secret)] }
            try await store.handleAll("quote") { _ in [draft("a", secret), draft("b", secret)] }
            try await store.wedge("a", reason: "no")
            try await store.settle([("b", EventID("$b"))], at: now)
            try await store.perform([.remove(EventID("$1"))], as: "$2")
            #expect(try !folder.hasBytes(of: secret))
        }
    }

    @Test func `leave the values of plugins that hold them, and the rest of long answers`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.perform(
                [
                    comment("$a", secret),
                    .set(
                        key: "draft",
                        value: secret,
                        sources: [.event(EventID("$x")), .event(EventID("$a"))],
                        plugin: nil
                    ),
                    .set(key: "other", value: "kept", sources: [.event(EventID("$x"))], plugin: nil),
                    .set(key: "rest/\(hall)/@bo:demo", value: secret, sources: [], plugin: "core"),
                    .set(key: "rest/\(cellar)/@bo:demo", value: "kept", sources: [], plugin: "core"),
                ],
                as: "$1"
            )
            try await store.perform([.remove(EventID("$a"))], as: "$2")
            #expect(
                try folder.texts("SELECT key FROM value ORDER BY key") == [
                    "other", "rest/\(cellar)/@bo:demo",
                ]
            )
            #expect(try !folder.hasBytes(of: secret))
        }
    }
}
