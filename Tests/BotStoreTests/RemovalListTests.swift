import Foundation
import GRDB
import MatrixTypes
import PluginAPI
import Testing

@testable import BotStore

@Suite struct `The list of removals` {
    private let secret = "heliotrope quarrels"

    /// A directory in which a comment was made and removed.
    private func inPremises(_ body: (Premises) async throws -> Void) async throws {
        try await Premises.run { premises in
            try await premises.open { store in
                try await store.perform([comment("$a", secret), comment("$b", "kept")], as: "$1")
                try await store.perform([.remove(EventID("$a"))], as: "$2")
                try await store.perform([.removeAll(by: bo, everywhere: true)], as: "$3")
            }
            try await body(premises)
        }
    }

    private func entries(_ premises: Premises) throws -> [RemovalEntry?] {
        try premises.lines().map { try #require(RemovalList.line(from: $0.utf8)).entry }
    }

    private let expected: [RemovalEntry?] = [
        nil, .words(origin: "chat", id: "$a"), .person("@bo:demo", room: nil, until: 1_700_000_000_000),
    ]

    @Test func `says whose it is from the start, to its owner only`() async throws {
        try await Premises.run { premises in
            try await premises.open { #expect($0.notices.isEmpty) }
            let store = try premises.texts("SELECT store FROM identity")
            #expect(try premises.lines() == [#"{"number":0,"store":"\#(store[0])"}"#])
            let attributes = try FileManager.default.attributesOfItem(atPath: premises.list)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        }
    }

    @Test func `has each removal, without a word`() async throws {
        try await inPremises { premises in
            #expect(try entries(premises) == expected)
            #expect(try !premises.hasBytes(of: secret))
            try await premises.open { #expect($0.notices.isEmpty) }
        }
    }

    @Test(arguments: ["nothing", "an empty file", "its head", "an older copy", "its end"])
    func `is written anew from the tables where only this is left`(rest: String) async throws {
        try await inPremises { premises in
            let lines = try premises.lines().map { $0 + "\n" }
            switch rest {
            case "nothing": try FileManager.default.removeItem(atPath: premises.list)
            case "an empty file": try premises.write([], to: premises.list)
            case "its head": try premises.write(lines[0].utf8, to: premises.list)
            case "an older copy": try premises.write((lines[0] + lines[1]).utf8, to: premises.list)
            default: try premises.write(lines[2].utf8, to: premises.list)
            }
            try await premises.open { store in
                #expect(
                    store.notices == [
                        "The list of removals \(premises.list) was not whole; it is written anew, with 2 entries."
                    ]
                )
                let words = try await store.words()
                #expect(words == ["c1": nil, "c2": "kept"])
            }
            #expect(try entries(premises) == expected)
            try await premises.open { #expect($0.notices.isEmpty) }
        }
    }

    @Test func `is made for a database from before there was one`() async throws {
        try await Premises.run { premises in
            try FileManager.default.createDirectory(
                atPath: premises.data,
                withIntermediateDirectories: false
            )
            let queue = try DatabaseQueue(path: premises.database)
            try Array(Migration.all.prefix(2)).migrator.migrate(queue)
            try queue.close()
            try premises.change(premises.database, "INSERT INTO removed VALUES ('chat', '$a', 5)")
            try await premises.open { #expect($0.notices.count == 1) }
            #expect(try entries(premises) == [nil, .words(origin: "chat", id: "$a")])
            #expect(try premises.texts("SELECT removals FROM identity") == ["1"])
            try await premises.open { #expect($0.notices.isEmpty) }
        }
    }

    @Test func `loses a last line that was cut short, and says so`() async throws {
        try await inPremises { premises in
            let whole = try premises.bytes(of: premises.list)
            try premises.write(whole + Data(#"{"entry":{"words":{"id":"$b","ori"#.utf8), to: premises.list)
            try await premises.open { store in
                #expect(store.notices.count == 1 && store.notices[0].contains("was cut short"))
                let words = try await store.words()
                #expect(words == ["c1": nil, "c2": "kept"])
            }
            #expect(try premises.bytes(of: premises.list) == whole)
        }
    }

    @Test func `goes on after a line that was cut short while the bot ran`() async throws {
        try await inPremises { premises in
            try await premises.open { store in
                let whole = try premises.bytes(of: premises.list)
                try premises.write(whole + Data(#"{"entry":{"#.utf8), to: premises.list)
                try await store.perform([.remove(EventID("$b"))], as: "$4")
            }
            #expect(try entries(premises) == expected + [.words(origin: "chat", id: "$b")])
        }
    }

    @Test func `goes on after a last line without an end`() async throws {
        try await inPremises { premises in
            try premises.write(try premises.bytes(of: premises.list).dropLast(), to: premises.list)
            try await premises.open { store in
                #expect(store.notices.isEmpty)
                try await store.perform([.remove(EventID("$b"))], as: "$4")
            }
            #expect(try entries(premises) == expected + [.words(origin: "chat", id: "$b")])
        }
    }

    @Test func `of another database is refused, and both are named`() async throws {
        try await inPremises { premises in
            let own = try premises.texts("SELECT store FROM identity")[0]
            let list = try String(contentsOfFile: premises.list, encoding: .utf8)
            try premises.write(list.replacing(own, with: "OTHER").utf8, to: premises.list)
            // Twice: the first refusal must not keep the directory.
            for _ in 1...2 {
                #expect {
                    try Store.open(directory: premises.data)
                } throws: { error in
                    "\(error)".contains("is about the database OTHER, not about \(own)")
                }
            }
        }
    }

    @Test func `that knows more than the database is applied to it`() async throws {
        try await Premises.run { premises in
            let others = (0..<200).map { comment("$o\($0)", String(repeating: "words \($0) ", count: 20)) }
            try await premises.open { store in
                try await store.perform(others + [comment("$a", secret), comment("$b", "kept")], as: "$1")
            }
            // As a disk that was put back to what it was yesterday, while the list stands on another.
            let yesterday = try premises.bytes(of: premises.database)
            try await premises.open { try await $0.perform([.remove(EventID("$a"))], as: "$2") }
            let list = try premises.bytes(of: premises.list)
            try premises.write(yesterday, to: premises.database)
            for name in PartFile.companions { try FileSystem.remove(premises.database + name) }
            try await premises.open { store in
                #expect(store.notices.count == 1 && store.notices[0].contains("1 entry of it is applied"))
                let words = try await store.words()
                #expect(words["c201"] == .some(nil) && words["c202"] == "kept")
                #expect(try await store.needsErasure())
                #expect(try await store.erase())
                #expect(try !premises.hasBytes(of: secret))
            }
            #expect(try premises.bytes(of: premises.list) == list)
        }
    }

    @Test func `stands where the setting says`() async throws {
        try await Premises.run { premises in
            let elsewhere = premises.path + "/list"
            let store = try Store.open(directory: premises.data, removals: elsewhere)
            try await store.perform([.remove(EventID("$a"))], as: "$1")
            #expect(store.removalsPath == elsewhere)
            try await store.close()
            #expect(try String(contentsOfFile: elsewhere, encoding: .utf8).split(separator: "\n").count == 2)
            #expect(try !premises.names().contains("removals.jsonl"))
        }
    }

    @Test func `that cannot be written lets nothing be removed`() async throws {
        try await Premises.run { premises in
            let folder = premises.path + "/other"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
            let store = try Store.open(directory: premises.data, removals: folder + "/list")
            try await store.perform([comment("$a", "words")], as: "$1")
            try FileManager.default.removeItem(atPath: folder)
            await #expect(throws: RemovalList.WriteError.self) {
                try await store.perform([.remove(EventID("$a"))], as: "$2")
            }
            #expect(try await store.words() == ["c1": "words"])
            try await store.close()
            #expect(throws: RemovalList.WriteError.self) {
                try Store.open(directory: premises.data, removals: folder + "/list")
            }
        }
    }
}
