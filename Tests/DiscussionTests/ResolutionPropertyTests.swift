import Discussion
import TestSupport
import Testing

@Suite struct `A statement that was edited at random` {
    @Test(arguments: 0..<24)
    func `shows the very words wherever it says that they stand`(seed: Int) throws {
        var editor = Editor(seed: seed)
        let old = try Seeds.statement()
        let new = editor.edited(old)
        let text = PlainSearch(new.joinedText)
        for reference in old.everyAddress where reference.isShort {
            let quotation = try old.quotation(of: reference)
            let words = Array(quotation.selectors.quote.exact.unicodeScalars)
            let places = text.places(of: words)
            switch new.resolution(of: quotation) {
            case .exact: try expect(reference, of: new, toHold: words, places)
            case .moved(let address):
                #expect(address != reference)
                try expect(address, of: new, toHold: words, places)
            case .gone(let copies):
                // Few words of the seed stand within others.
                #expect(copies == 0 ? places.count == 0 : copies > 1 && copies == places.count)
            }
        }
    }

    private func expect(
        _ address: PassageReference,
        of statement: Statement,
        toHold words: [Unicode.Scalar],
        _ places: [Int]
    ) throws {
        let position = try statement.quotation(of: address).selectors.position
        let held = places.filter { $0 >= position.start && $0 + words.count <= position.end }
        #expect(!held.isEmpty)
        if places.count == 1 { #expect(held == places) }
    }
}

extension PassageReference {
    /// One sentence, a few, or a paragraph: not each of the hundreds of ranges.
    fileprivate var isShort: Bool {
        guard case .statement(let range) = self else { return true }
        return range.last.paragraph - range.first.paragraph <= 1
            && (range.last.sentence ?? 1) - (range.first.sentence ?? 1) <= 1
    }
}

/// Looks words up as simply as can be.
private struct PlainSearch {
    private let text: [Unicode.Scalar]
    private let starts: [Unicode.Scalar: [Int]]

    init(_ text: [Unicode.Scalar]) {
        self.text = text
        starts = Dictionary(grouping: text.indices) { text[$0] }
    }

    func places(of words: [Unicode.Scalar]) -> [Int] {
        (words.first.flatMap { starts[$0] } ?? []).filter { start in
            text[start...].starts(with: words)
        }
    }
}
