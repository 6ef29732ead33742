/// Fills the holes of examples from a statement and its comments, so that help is true in every room.
public struct ExampleFiller: Sendable {
    private let fillings: [String: String]

    /// Fillings for one room; a hole for which the room has nothing stays open, and its example is left out.
    ///
    /// - Parameter comment: Any that still has its words.
    public init(statement: Statement?, comment: Comment?) {
        var fillings: [String: String] = [:]
        if let comment { fillings["comment"] = comment.label.description }
        if let statement, let paragraph = Self.richest(of: statement) {
            fillings["paragraph"] = "\(paragraph.index)"
            fillings["sentence"] = "\(paragraph.index).1"
            if paragraph.sentences.count > 1 {
                let last = min(3, paragraph.sentences.count)
                fillings["sentences"] = last > 2 ? "\(paragraph.index).2-\(last)" : "\(paragraph.index).1-2"
            }
            let words = Self.words(of: paragraph.sentences[0])
            fillings["word"] = words.first
            if words.count > 1 { fillings["phrase"] = Self.phrase(in: paragraph.sentences[0].text) }
        }
        self.fillings = fillings
    }

    /// The example with its holes filled; nil where one cannot be.
    public func fill(_ example: String) -> String? {
        var filled = example
        for (hole, filling) in fillings { filled.replace("{\(hole)}", with: filling) }
        return filled.contains("{") ? nil : filled
    }

    /// The paragraph near the middle with at least three sentences, or else the longest.
    private static func richest(of statement: Statement) -> Paragraph? {
        let paragraphs = statement.paragraphs.filter { !$0.sentences.isEmpty }
        let rich = paragraphs.filter { $0.sentences.count >= 3 }
        if !rich.isEmpty { return rich[(rich.count - 1) / 2] }
        return paragraphs.max { $0.sentences.count < $1.sentences.count }
    }

    private static func words(of sentence: Sentence) -> [String] {
        sentence.text.split(whereSeparator: { !$0.isLetter }).map { $0.lowercased() }.filter { $0.count > 5 }
    }

    /// The two neighbouring words with the most letters, without punctuation between them.
    private static func phrase(in text: String) -> String? {
        let words = text.split(separator: " ")
        let pairs = zip(words, words.dropFirst()).filter {
            $0.allSatisfy(\.isLetter) && $1.allSatisfy(\.isLetter)
        }
        // Of equals the first: `max` would take the last.
        return pairs.reversed().max { $0.0.count + $0.1.count < $1.0.count + $1.1.count }.map {
            "\($0) \($1)"
        }
    }
}
