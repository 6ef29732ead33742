import Discussion

/// A sentence as a language model wrote it, taken apart.
struct ProseSentence {
    /// As it came.
    let text: String
    /// Without the names of comments.
    let words: String
    /// The comments that it names, without `#`.
    let names: [String]

    init(_ text: String) {
        self.text = text
        (words, names) = Self.takingNames(from: text)
    }

    /// The sentences of a text. A quotation of several sentences is not cut.
    static func sentences(of prose: String) -> [ProseSentence] {
        Paragraph.paragraphs(of: prose).flatMap { paragraph in
            var texts: [String] = []
            for sentence in paragraph.sentences {
                let (own, next) = leadingNames(of: sentence.text)
                if !own.isEmpty, let last = texts.last, takingNames(from: last).names.isEmpty {
                    // `He says so. [#1] Others …`: the names belong to what they follow.
                    texts[texts.count - 1] += " " + own
                    if !next.isEmpty { texts.append(next) }
                } else if let last = texts.last, ProseQuotations(in: last).isOpen, last.utf8.count < 2000 {
                    texts[texts.count - 1] += " " + sentence.text
                } else {
                    texts.append(sentence.text)
                }
            }
            return texts.map(ProseSentence.init)
        }
    }

    /// The names with which it begins, and what follows them.
    private static func leadingNames(of text: String) -> (names: String, rest: String) {
        guard text.hasPrefix("[#"), let end = text.firstIndex(of: "]") else { return ("", text) }
        let rest = text[text.index(after: end)...].drop { $0 == " " || $0 == "." }
        return (String(text[...end]), String(rest))
    }

    /// Takes every `[#1, #1.1]` out.
    private static func takingNames(from text: String) -> (words: String, names: [String]) {
        var words = String.UnicodeScalarView()
        var names: [String] = []
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            if scalar == "[", let end = rest.prefix(400).firstIndex(of: "]") {
                let inner = String(rest[rest.index(after: rest.startIndex)..<end])
                let parts = inner.split(separator: ",").map { $0.drop { $0 == " " } }
                if let first = parts.first, first.first == "#" {
                    names += parts.map { $0.first == "#" ? String($0.dropFirst()).trimmed : String($0) }
                    rest = rest[rest.index(after: end)...]
                    while words.last == " ", rest.first.map({ !$0.properties.isAlphabetic }) ?? true {
                        words.removeLast()
                    }
                    continue
                }
            }
            words.append(scalar)
            rest = rest.dropFirst()
        }
        return (String(words).trimmed, names)
    }
}

extension String {
    /// Without spaces at its ends.
    fileprivate var trimmed: String {
        var text = self[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
