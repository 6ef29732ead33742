import Discussion

extension Statement {
    /// Every address that it has: its edges, each paragraph and sentence, each range of two of its sentences.
    var everyAddress: [PassageReference] {
        let edges: [PassageReference] = [.title, .standfirst, .caption].filter {
            (try? quotation(of: $0)) != nil
        }
        let places = paragraphs.flatMap { paragraph in
            paragraph.sentences.map { PassagePlace(paragraph: paragraph.index, sentence: $0.index) }
        }
        let ranges = places.indices.flatMap { first in
            places[first...].map { PassageRange(places[first], through: $0) }
        }
        let whole = paragraphs.flatMap { first in
            paragraphs[(first.index - 1)...].map { last in
                PassageRange(
                    PassagePlace(paragraph: first.index),
                    through: PassagePlace(paragraph: last.index)
                )
            }
        }
        return edges + (ranges + whole).map { .statement($0) }
    }

    /// Its blocks, as the doc comment of `QuotationSelectors` joins them.
    var joinedText: [Unicode.Scalar] {
        let blocks =
            [title, standfirst ?? "", caption?.text ?? ""].filter { !$0.isEmpty } + paragraphs.map(\.text)
        return Array(blocks.joined(separator: "\n").unicodeScalars)
    }
}
