import Discussion
import TestSupport
import Testing

@Suite struct `Changes between two texts` {
    /// What is left of both after all changes were taken out.
    private struct Account {
        var old: [Int: String]
        var new: [Int: String]
        var lastPlace = 0

        init(_ old: Statement, _ new: Statement) {
            self.old = Dictionary(uniqueKeysWithValues: old.paragraphs.map { ($0.index, $0.text) })
            self.new = Dictionary(uniqueKeysWithValues: new.paragraphs.map { ($0.index, $0.text) })
        }

        mutating func take(_ part: StatementChanges.Part) throws {
            switch part {
            case .changed(let from, let to, let runs):
                let former = try Self.taken(from, &old).joined()
                expect(runs, from: former, to: try placed(to).joined())
            case .added(let place, let text): #expect(try placed(place) == [text])
            case .removed(let place, let text): #expect(try Self.taken(place, &old) == [text])
            case .moved(let from, let to): #expect(try placed(to) == Self.taken(from, &old))
            }
        }

        /// Parts come in the order of the new text.
        private mutating func placed(_ reference: PassageReference) throws -> [String] {
            let range = try #require(reference.range)
            #expect(range.first.paragraph > lastPlace)
            lastPlace = range.last.paragraph
            return try Self.taken(reference, &new)
        }

        private static func taken(_ reference: PassageReference, _ texts: inout [Int: String]) throws
            -> [String]
        {
            let range = try #require(reference.range)
            return try (range.first.paragraph...range.last.paragraph).map { number in
                let text = texts.removeValue(forKey: number)
                return try #require(text)
            }
        }

        private func expect(_ runs: [StatementChanges.Run], from old: String, to new: String) {
            #expect(isSame(runs.map(\.oldText).joined(), old))
            #expect(isSame(runs.map(\.newText).joined(), new))
            #expect(runs.allSatisfy { !($0.oldText + $0.newText).isEmpty })
            #expect(zip(runs, runs.dropFirst()).allSatisfy { $0.kind != $1.kind })
            #expect(isSame(runs.elided().map(\.text).joined(), runs.map(\.text).joined()))
        }
    }

    private func check(_ old: Statement, _ new: Statement) throws {
        var account = Account(old, new)
        let changes = StatementChanges(from: old, to: new)
        for part in changes.parts where part.isOfBody { try account.take(part) }
        // Nothing else changed, and nothing else stands elsewhere.
        let kept = account.old.sorted { $0.key < $1.key }.map(\.value)
        #expect(kept == account.new.sorted { $0.key < $1.key }.map(\.value))
        #expect(changes.isEmpty == isSame(old.joinedText, new.joinedText))
    }

    @Test(arguments: 0..<100)
    func `account for every paragraph of an edited statement`(seed: Int) throws {
        var editor = Editor(seed: seed)
        let old = try Seeds.statement()
        let new = editor.edited(old)
        try check(old, new)
        try check(new, old)
    }

    @Test(arguments: 0..<100)
    func `account for every paragraph of anything`(seed: Int) throws {
        let texts = (0..<2).map { half in
            (0..<6).map { `Segmentation of anything`.text(seed: seed + half + 7 * $0 * half) }
                .joined(separator: "\n")
        }
        try check(MadeUp.statement(texts[0]), MadeUp.statement(texts[1]))
    }

    private static func words(_ count: Int, of vocabulary: Int, seed: Int) -> String {
        var generator = SeededGenerator(seed: UInt64(seed))
        return (0..<count).map { _ in "w\(Int.random(in: 0..<vocabulary, using: &generator))" }
            .joined(separator: " ")
    }

    @Test(arguments: [30, 1000, 1_000_000])
    func `of ten thousand paragraphs that are all others are found fast`(vocabulary: Int) throws {
        let texts = [0, 10_000].map { first in
            (first..<first + 10_000).map { Self.words(12, of: vocabulary, seed: $0) }.joined(separator: "\n")
        }
        let (old, new) = (MadeUp.statement(texts[0]), MadeUp.statement(texts[1]))
        let duration = ContinuousClock().measure {
            #expect(StatementChanges(from: old, to: new).parts.count > 10_000)
        }
        // Two seconds with cores to itself.
        #expect(duration < .seconds(10))
        try check(old, new)
    }

    @Test(arguments: [2, 10, 1000, 1_000_000])
    func `of twenty thousand words that are all others are found fast`(vocabulary: Int) throws {
        let (old, new) = (
            MadeUp.statement("same " + Self.words(20_000, of: vocabulary, seed: 1)),
            MadeUp.statement("same " + Self.words(20_000, of: vocabulary, seed: 2))
        )
        let duration = ContinuousClock().measure {
            #expect(!StatementChanges(from: old, to: new).isEmpty)
        }
        #expect(duration < .seconds(10))
        try check(old, new)
    }
}

extension StatementChanges.Run {
    fileprivate var text: String {
        switch self {
        case .kept(let text), .removed(let text), .added(let text): text
        }
    }

    fileprivate var oldText: String { if case .added = self { "" } else { text } }

    fileprivate var newText: String { if case .removed = self { "" } else { text } }

    fileprivate var kind: Int {
        switch self {
        case .kept: 0
        case .removed: 1
        case .added: 2
        }
    }
}

extension StatementChanges.ShownRun {
    fileprivate var text: String {
        switch self {
        case .kept(let text), .removed(let text), .added(let text), .leftOut(let text): text
        }
    }
}

extension StatementChanges.Part {
    fileprivate var isOfBody: Bool {
        switch self {
        case .changed(let place, _, _), .added(let place, _), .removed(let place, _), .moved(let place, _):
            place.range != nil
        }
    }
}

extension PassageReference {
    fileprivate var range: PassageRange? { if case .statement(let range) = self { range } else { nil } }
}

/// Scalar for scalar, which strings do not compare.
private func isSame(_ one: String, _ other: String) -> Bool {
    one.unicodeScalars.elementsEqual(other.unicodeScalars)
}

private func isSame(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool { one == other }
