import Discussion

/// As much of a comment as is read: more than that nobody writes, but pastes.
struct CommentBeginning {
    /// Its paragraphs up to the bound; the last may lack sentences at its end.
    let paragraphs: [Paragraph]
    /// Whether anything is missing.
    let isCut: Bool

    /// Words, and bytes where there are no words.
    private static let maximumWords = 5000
    private static let maximumBytes = 65_536

    init(of comment: Comment) {
        let bytes = comment.paragraphs.reduce(0) { $0 + $1.text.utf8.count }
        // No word is shorter than a letter and a space.
        guard bytes > 2 * Self.maximumWords else {
            paragraphs = comment.paragraphs
            isCut = false
            return
        }
        var kept: [Paragraph] = []
        var room = (words: Self.maximumWords, bytes: Self.maximumBytes)
        for paragraph in comment.paragraphs {
            let sentences = paragraph.sentences.prefix { sentence in
                guard sentence.text.utf8.count <= room.bytes else { return false }
                room.words -= Words.count(in: sentence.text)
                room.bytes -= sentence.text.utf8.count
                return room.words >= 0
            }
            if sentences.count == paragraph.sentences.count {
                kept.append(paragraph)
                continue
            }
            if !sentences.isEmpty { kept.append(Self.cut(paragraph, to: Array(sentences))) }
            paragraphs = kept
            isCut = true
            return
        }
        paragraphs = kept
        isCut = false
    }

    private static func cut(_ paragraph: Paragraph, to sentences: [Sentence]) -> Paragraph {
        let text = sentences.map(\.text).joined(separator: " ")
        return Paragraph(index: paragraph.index, text: text, sentences: sentences)
    }
}
