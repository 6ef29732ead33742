import Discussion
import Foundation
import GRDB
import MatrixTypes
import PluginAPI
import Testing

@testable import BotStore

@Suite struct `A backup that is restored` {
    private let secret = "heliotrope quarrels"

    /// A backup of a room in which Ada and Bo have spoken, among many others.
    private func inPremises(_ body: (Premises) async throws -> Void) async throws {
        try await Premises.run { premises in
            let others = (0..<150).map {
                comment("$o\($0)", String(repeating: "words \($0) ", count: 20), by: UserID("@cy:demo"))
            }
            try await premises.open { store in
                try await store.perform(
                    others + [comment("$a", "of Ada"), comment("$b", secret, by: bo)],
                    as: "$1"
                )
                try await store.perform([edit("$e", of: "$b", "\(secret), edited", by: bo)], as: "$2")
                try await premises.backUp()
            }
            try await body(premises)
        }
    }

    @Test func `is as it was when it was made`() async throws {
        try await inPremises { premises in
            try await premises.open { try await $0.perform([comment("$later", "since then")], as: "$3") }
            let result = try await premises.restore()
            #expect(result == .init(madeAt: now, comments: 152, applied: 0, missingRemovals: nil))
            try await premises.open { store in
                #expect(store.notices.isEmpty)
                let words = try await store.words()
                #expect(words.count == 152 && words["c152"] == "\(secret), edited")
                #expect(try await store.position(of: "bot")?.nextBatch == "perform $2")
            }
            #expect(try !premises.hasBytes(of: "since then"))
            #expect(try premises.texts("PRAGMA application_id") == ["0"])
            #expect(try premises.texts("SELECT name FROM sqlite_schema WHERE name = 'backup'").isEmpty)
        }
    }

    @Test func `is put where there was nothing, and stays closed to others`() async throws {
        try await inPremises { premises in
            for name in try premises.names() where name != "removals.jsonl" {
                try FileManager.default.removeItem(atPath: premises.data + "/" + name)
            }
            try await premises.restore(isReplacing: false)
            let attributes = try FileManager.default.attributesOfItem(atPath: premises.database)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            #expect(
                try premises.names() == ["lock", "lock.beside", "rapporteur.sqlite", "removals.jsonl"]
            )
        }
    }

    @Test func `is not mixed with the log of a database that is no longer there`() async throws {
        try await inPremises { premises in
            let killed = try Store.open(directory: premises.data)
            try await killed.perform([comment("$x", "only in the log")], as: "$3")
            let log = try premises.bytes(of: premises.database + "-wal")
            try await killed.close()
            try FileSystem.remove(premises.database)
            try premises.write(log, to: premises.database + "-wal")
            try await premises.restore(isReplacing: false)
            #expect(try premises.texts("PRAGMA integrity_check") == ["ok"])
            try await premises.open { store in
                let words = try await store.words()
                #expect(words.count == 152)
            }
            #expect(try !premises.hasBytes(of: "only in the log"))
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
    func `belongs to whom the directory belongs, also where root has restored it`() async throws {
        try await inPremises { premises in
            for name in try premises.names() where name.hasPrefix("rapporteur.sqlite") {
                try FileSystem.remove(premises.data + "/" + name)
            }
            #expect(chown(premises.data, 12_345, 12_345) == 0)
            try await premises.restore(isReplacing: false)
            for name in ["rapporteur.sqlite", "lock.beside"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: premises.data + "/" + name)
                #expect((attributes[.ownerAccountID] as? NSNumber)?.intValue == 12_345, "\(name)")
            }
        }
    }

    /// Ways to take words back.
    enum Way: CaseIterable { case comment, edit, person, personEverywhere }

    @Test(arguments: Way.allCases)
    func `has no byte of what was removed since`(way: Way) async throws {
        try await inPremises { premises in
            try await premises.open { store in
                switch way {
                case .comment: try await store.perform([.remove(EventID("$b"))], as: "$3")
                case .edit:
                    try await store.perform([.remove(EventID("$e")), .remove(EventID("$b"))], as: "$3")
                case .person: try await store.perform([.removeAll(by: bo, everywhere: false)], as: "$3")
                case .personEverywhere:
                    try await store.perform([.removeAll(by: bo, everywhere: true)], as: "$3", in: cellar)
                }
            }
            #expect(try premises.bytes(of: premises.backup).range(of: Data(secret.utf8)) != nil)
            let result = try await premises.restore()
            #expect(
                try !premises.hasBytes(of: "heliotrope"),
                "nor in the index, which keeps words one by one"
            )
            #expect(result.applied == (way == .edit ? 2 : way == .comment ? 1 : 2))
            #expect(try !premises.hasBytes(of: secret))
            try await premises.open { store in
                #expect(store.notices.isEmpty)
                let words = try await store.words()
                #expect(words["c152"] == .some(nil) && words["c151"] == "of Ada")
            }
            #expect(try !premises.hasBytes(of: secret))
        }
    }

    @Test func `falls back where only an edit was removed since`() async throws {
        try await inPremises { premises in
            try await premises.open { try await $0.perform([.remove(EventID("$e"))], as: "$3") }
            try await premises.restore()
            try await premises.open { store in
                let words = try await store.words()
                #expect(words["c152"] == secret)
            }
            #expect(try !premises.hasBytes(of: ", edited"))
        }
    }

    @Test func `keeps what a person said after they had asked to be forgotten`() async throws {
        try await Premises.run { premises in
            let later = CommentDraft(
                event: EventID("$later"),
                author: bo,
                text: "said again",
                writtenAt: now.addingTimeInterval(60),
                repliesTo: nil,
                threadRoot: nil
            )
            try await premises.open { store in
                try await store.perform([comment("$b", secret, by: bo)], as: "$1")
                try await premises.backUp()
                try await store.perform([.removeAll(by: bo, everywhere: true)], as: "$2")
                try await store.perform([.record(later)], as: "$3")
                try await premises.backUp(to: premises.backup + "2")
            }
            // Of a list that is shorter, the same entry comes to the database that has the later words.
            try premises.change(premises.backup + "2", "UPDATE identity SET removals = 0")
            try await premises.restore(premises.backup + "2")
            try await premises.open { store in
                let words = try await store.words()
                #expect(words == ["c1": nil, "c2": "said again"])
            }
            try await premises.restore()
            try await premises.open { store in
                #expect(try await store.words() == ["c1": nil])
                try await store.perform([comment("$b", secret, by: bo), .record(later)], as: "$again")
                #expect(try await store.words() == ["c1": nil, "c2": "said again"])
            }
            #expect(try !premises.hasBytes(of: secret))
        }
    }

    @Test func `keeps words away that come again, by a gap or by the page`() async throws {
        try await Premises.run { premises in
            let harbour = page([(nil, "of the page"), (nil, secret)])
            try await premises.open { store in
                try await store.perform([comment("$a", "one")], as: "$1")
                try await premises.backUp()
                // Both are said, or read, only after the backup; and removed.
                try await store.take(harbour, digest: "1")
                try await store.perform([comment("$b", secret, by: bo)], as: "$2")
                try await store.perform([.remove(EventID("$b"))], as: "$3")
                let label = Forgetting.comment(.init("2"), room: nil, statement: nil)
                _ = try await store.forget(label, at: now)
                #expect(try await store.erase())
            }
            #expect(try await premises.restore().applied == 3)
            try await premises.open { store in
                try await store.take(harbour, digest: "1")
                try await store.perform(
                    [comment("$b", secret, by: bo), edit("$e", of: "$b", secret, by: bo)],
                    as: "$4"
                )
                #expect(try await store.words() == ["1": "of the page", "c1": "one", "c2": nil])
            }
            #expect(try !premises.hasBytes(of: secret))
        }
    }

    @Test func `takes a comment of the page out by its label, whatever its words were then`() async throws {
        try await Premises.run { premises in
            try await premises.open { store in
                try await store.take(
                    page([(nil, "the first of two"), (nil, "\(secret) and more")]),
                    digest: "1"
                )
                try await premises.backUp()
                try await store.take(
                    page([(nil, "the first of two"), (nil, "\(secret) and other")]),
                    digest: "2"
                )
                let label = Forgetting.comment(.init("2"), room: nil, statement: 1)
                _ = try await store.forget(label, at: now)
            }
            try await premises.restore()
            #expect(try !premises.hasBytes(of: secret))
            try await premises.open { store in
                let words = try await store.words()
                #expect(words == ["1": "the first of two", "2": nil])
            }
        }
    }

    @Test func `takes its messages back that hold removed words, and does not answer again`() async throws {
        try await Premises.run { premises in
            let quoting = OutboxDraft(
                name: "q",
                room: hall,
                body: .message(MessageContent(text: MessageText(msgtype: "m.notice", body: secret))),
                sources: [.event(EventID("$b"))]
            )
            try await premises.open { store in
                try await store.perform([comment("$b", secret, by: bo)], as: "$1")
                try await store.accept([Said(id: "$2")], to: "s2")
                try await store.handleAll("quote") { _ in [.post(quoting)] }
                try await store.settle([("q", EventID("$q"))], at: now)
                try await premises.backUp()
                try await store.perform([.remove(EventID("$b"))], as: "$3")
            }
            try await premises.restore()
            try await premises.open { store in
                let next = try #require(try await store.nextToSend(in: hall))
                #expect(next.body == .redaction(.event(EventID("$q"))))
                #expect(try await store.inboxCount() == 0)
            }
        }
    }

    @Test func `leaves nothing of the database that was there, of its log and of its copies`() async throws {
        try await inPremises { premises in
            // A bot that was killed: what it wrote last stands in its log.
            let killed = try Store.open(directory: premises.data)
            try await killed.perform([comment("$x", "only in the log")], as: "$3")
            let log = try premises.bytes(of: premises.database + "-wal")
            try await killed.close()
            try premises.write(log, to: premises.database + "-wal")
            try premises.write("a copy of old".utf8, to: premises.database + ".before-4")
            try await premises.restore()
            #expect(try !premises.hasBytes(of: "only in the log"))
            #expect(try !premises.hasBytes(of: "a copy of old"))
            #expect(
                try premises.names() == ["lock", "lock.beside", "rapporteur.sqlite", "removals.jsonl"]
            )
        }
    }

    @Test(arguments: [false, true])
    func `comes in the place of a database that is damaged`(hasLog: Bool) async throws {
        try await inPremises { premises in
            try premises.write("no database at all, but words".utf8, to: premises.database)
            if hasLog { try premises.write("a log".utf8, to: premises.database + "-wal") }
            try await premises.restore()
            try await premises.open { store in
                let words = try await store.words()
                #expect(words.count == 152)
            }
            #expect(try !premises.hasBytes(of: "no database"))
        }
    }

    @Test func `that was being put in place of a damaged one gives it its log back, after a kill`()
        async throws
    {
        try await inPremises { premises in
            // As it stands between the two renames.
            let killed = try Store.open(directory: premises.data)
            try await killed.perform([comment("$x", "only in the log")], as: "$3")
            let log = try premises.bytes(of: premises.database + "-wal")
            try await killed.close()
            for name in PartFile.companions { try FileSystem.remove(premises.database + name) }
            try premises.write(log, to: premises.database + ".replaced-wal")
            try premises.write(secret.utf8, to: premises.database + ".restoring")
            try premises.write(secret.utf8, to: premises.database + ".restoring-wal")
            try Restoration.removeLeftovers(in: premises.data)
            #expect(try premises.bytes(of: premises.database + "-wal") == log)
            #expect(try !premises.names().contains { $0.contains(".re") })
            // And where the new one had come into its place, the log of the old one is nobody's.
            try premises.write(log, to: premises.database + ".replaced-wal")
            try FileSystem.remove(premises.database + "-wal")
            try Restoration.removeLeftovers(in: premises.data)
            #expect(try premises.names() == ["lock", "rapporteur.sqlite", "removals.jsonl"])
        }
    }

    @Test func `is made what this version needs`() async throws {
        try await inPremises { premises in
            let next = Migration(name: "9 colours") {
                try $0.execute(sql: "ALTER TABLE room ADD COLUMN colour TEXT")
            }
            var restoration = Restoration(
                directory: premises.data,
                removals: nil,
                isReplacing: true,
                isWithoutRemovals: false,
                now: now,
                progress: { _, _ in },
                reached: { _ in }
            )
            restoration.migrations.append(next)
            _ = try await restoration.run(premises.backup)
            #expect(try premises.texts("SELECT name FROM pragma_table_info('room')").contains("colour"))
            #expect(try !premises.names().contains { $0.contains(".before-") })
        }
    }
}
