internal import PluginAPI

extension PassageReference {
    /// Whether both have a part of the statement in common.
    func overlaps(_ other: PassageReference) -> Bool {
        guard case .statement(let mine) = self, case .statement(let theirs) = other else {
            return self == other
        }
        return mine.begins <= theirs.ends && theirs.begins <= mine.ends
    }

    /// Whether these folded words name one of its paragraphs: "paragraph 3".
    func isNamed(in words: [String]) -> Bool {
        guard case .statement(let range) = self else { return false }
        return zip(words, words.dropFirst()).contains { word, number in
            guard Self.namesOfParagraphs.contains(word), let number = Int(number) else { return false }
            return (range.first.paragraph...max(range.first.paragraph, range.last.paragraph)).contains(number)
        }
    }

    /// `paragraph 3`, `sentence 4.1`, `the title`.
    var inWords: String {
        switch self {
        case .title, .standfirst, .caption: "the \(self)"
        case .comment: "comment \(self)"
        case .statement(let range) where range.first == range.last:
            "\(range.first.sentence == nil ? "paragraph" : "sentence") \(self)"
        case .statement: "passage \(self)"
        }
    }

    private static let namesOfParagraphs: Set<String> = ["paragraph", "para", "par"]
}

extension PassageRange {
    /// Paragraph and sentence in one comparable value.
    fileprivate var begins: Place { Place(paragraph: first.paragraph, sentence: first.sentence ?? 0) }
    fileprivate var ends: Place { Place(paragraph: last.paragraph, sentence: last.sentence ?? .max) }

    fileprivate struct Place: Comparable {
        let paragraph: Int
        let sentence: Int

        static func < (left: Place, right: Place) -> Bool {
            (left.paragraph, left.sentence) < (right.paragraph, right.sentence)
        }
    }
}
