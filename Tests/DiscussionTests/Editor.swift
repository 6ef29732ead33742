import Discussion
import TestSupport

/// Changes texts at random, as people change them.
struct Editor {
    private var generator: SeededGenerator

    init(seed: Int) {
        generator = SeededGenerator(seed: UInt64(seed))
    }

    /// The statement after some edits of its paragraphs, and maybe of its edges.
    mutating func edited(_ statement: Statement) -> Statement {
        var lines = statement.paragraphs.map(\.text)
        for _ in 0..<Int.random(in: 0...4, using: &generator) { edit(&lines) }
        return MadeUp.statement(
            lines.joined(separator: "\n"),
            title: isLucky ? withNewWord(statement.title) : statement.title,
            standfirst: isLucky ? lines.first : statement.standfirst,
            caption: isLucky ? nil : statement.caption?.text
        )
    }

    private var isLucky: Bool { mutating get { Int.random(in: 0..<8, using: &generator) == 0 } }

    private mutating func edit(_ lines: inout [String]) {
        let line = place(in: lines)
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: lines.swapAt(line, place(in: lines))
        case 1: lines.insert(lines.remove(at: line), at: Int.random(in: 0..<lines.count, using: &generator))
        case 2: if lines.count > 2 { lines.remove(at: line) }
        case 3: lines.insert(lines[place(in: lines)], at: line)
        case 4: lines.insert("A new paragraph of \(Int.random(in: 0..<100, using: &generator)).", at: line)
        case 5: lines[line] = lines[line].replacing(". ", with: "; ", maxReplacements: 1)
        case 6: lines[line] = String(lines[line].dropFirst(Int.random(in: 0..<20, using: &generator)))
        default: lines[line] = withNewWord(lines[line])
        }
    }

    private mutating func place(in lines: [String]) -> Int {
        Int.random(in: 0..<lines.count, using: &generator)
    }

    private mutating func withNewWord(_ text: String) -> String {
        var words = text.split(separator: " ", omittingEmptySubsequences: false)
        words[Int.random(in: 0..<words.count, using: &generator)] = "changed"
        return words.joined(separator: " ")
    }
}
