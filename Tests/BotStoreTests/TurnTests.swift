import BotStore
import MatrixTypes
import PluginAPI
import Testing

@Suite struct `A turn` {
    @Test func `waits in rooms where the archive has not passed, and only there`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.accept(
                [
                    Said(id: "$1"), Said(id: "$2", plugins: ["archive"], isCommand: false), Said(id: "$3"),
                    Said(id: "$4", room: cellar),
                ],
                to: "s1"
            )
            #expect(try await store.ready("quote", after: ["archive"]) == ["$1", "$4"])
            #expect(try await store.ready("quote") == ["$1", "$3", "$4"])
            try await store.handleAll("archive")
            #expect(try await store.ready("quote", after: ["archive"]) == ["$1", "$3", "$4"])
        }
    }

    @Test func `has an edit only when what it edits has been handled`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.accept(
                [Said(id: "$1"), Said(id: "$2", plugins: ["summary"], edits: "$1")],
                to: "s1"
            )
            #expect(try await store.ready("summary") == [])
            try await store.handleAll("quote", isUnderstood: false)
            #expect(try await store.ready("summary") == ["$2"])
            #expect(try await !store.wasUnderstood(EventID("$1")))
        }
    }

    @Test func `has the edits of one message one after another`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.accept(
                [
                    Said(id: "$2", edits: "$1"), Said(id: "$3", edits: "$1"),
                    Said(id: "$4", plugins: ["summary"], edits: "$1"),
                ],
                to: "s1"
            )
            #expect(try await store.ready("quote") == ["$2"])
            #expect(try await store.ready("summary") == [])
            try await store.handleAll("quote")
            #expect(try await store.wasUnderstood(EventID("$1")))
            #expect(try await store.ready("quote") == ["$3"])
        }
    }

    @Test func `comes again after a failure, and counts`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.accept([Said(id: "$1")], to: "s1")
            for failures in 0..<3 {
                let entry = try #require(try await store.turn(for: "quote", after: [], limit: 1).first)
                #expect(entry.failures == failures)
                try await store.beginAttempt(at: entry)
                try await store.commit([Outcome(entry: entry, result: .failed(reason: "no"))], at: now)
            }
            let entry = try #require(try await store.turn(for: "quote", after: [], limit: 1).first)
            #expect(entry.failures == 3 && entry.crashes == 0)
        }
    }
}

@Suite struct `A gap` {
    private func gap(_ number: Int) -> RoutedBatch.Gap {
        RoutedBatch.Gap(room: hall, from: "z\(9 - number)", to: nil, absence: nil)
    }

    @Test func `holds back what was said after it, and only in its room`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.accept([Said(id: "$before")], to: "s1")
            try await store.accept(
                [Said(id: "$4"), Said(id: "$5"), Said(id: "$c", room: cellar)],
                gaps: [gap(1)],
                to: "s2"
            )
            #expect(try await store.ready("quote") == ["$before", "$c"])
            let open = try #require(try await store.openGaps().first)
            try await store.fill(open, with: [Said(id: "$2").routed], unreadable: [], next: "page2", at: now)
            #expect(try await store.openGaps().map(\.cursor) == ["page2"])
            #expect(try await store.ready("quote") == ["$before", "$c", "$2"])
            try await store.fill(
                open,
                with: [Said(id: "$3").routed, Said(id: "$4").routed],
                unreadable: [],
                next: nil,
                at: now
            )
            #expect(try await store.ready("quote") == ["$before", "$c", "$2", "$3", "$4", "$5"])
            #expect(try await store.openGaps().isEmpty)
            #expect(try await store.audit(of: hall).audit().gaps == 0)
        }
    }

    @Test func `lets what was said after it go on when it is given up, and is remembered`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.accept([Said(id: "$1"), Said(id: "$2", edits: "$1")], gaps: [gap(1)], to: "s1")
            #expect(try await store.ready("quote") == [])
            try await store.abandon(try #require(try await store.openGaps().first), at: now)
            #expect(try await store.ready("quote") == ["$1"])
            #expect(try await store.audit(of: hall).audit().gaps == 1)
        }
    }

    @Test func `before another keeps the order of both`() async throws {
        try await DataFolder.run { folder in
            let store = folder.store
            try await store.accept([Said(id: "$2")], gaps: [gap(1)], to: "s1")
            try await store.accept([Said(id: "$4")], gaps: [gap(2)], to: "s2")
            // The names of positions say nothing about their order: gaps are filled as they were found.
            let open = try await store.openGaps()
            #expect(open.map(\.from) == ["z8", "z7"])
            try await store.fill(open[0], with: [Said(id: "$1").routed], unreadable: [], next: nil, at: now)
            #expect(try await store.ready("quote") == ["$1", "$2"])
            try await store.fill(open[1], with: [Said(id: "$3").routed], unreadable: [], next: nil, at: now)
            #expect(try await store.ready("quote") == ["$1", "$2", "$3", "$4"])
        }
    }
}
