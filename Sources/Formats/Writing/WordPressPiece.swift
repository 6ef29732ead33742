/// As much of a comment as WordPress takes at once.
///
/// It refuses longer ones, or cuts their end off. They are divided between words; only a word that is too long by itself
/// is divided within.
struct WordPressPiece {
    /// What stood between a piece and the one before it.
    enum Joint: String {
        case blankLine = "blank line"
        case space
        case nothing

        var text: String {
            switch self {
            case .blankLine: "\n\n"
            case .space: " "
            case .nothing: ""
            }
        }
    }

    /// HTML.
    private(set) var content: String
    let joint: Joint

    static let mostBytes = 65_525

    /// - Parameter paragraphs: Without markup.
    static func pieces(of paragraphs: [String]) -> [WordPressPiece] {
        let whole = paragraphs.map { $0.html() }.joined(separator: Joint.blankLine.text)
        guard whole.utf8.count > mostBytes else { return [WordPressPiece(content: whole, joint: .nothing)] }

        var pieces = [WordPressPiece(content: "", joint: .nothing)]
        for (number, paragraph) in paragraphs.enumerated() {
            let words = paragraph.split(separator: " ", omittingEmptySubsequences: false)
            for (position, word) in words.enumerated() {
                let isFirst = number == 0 && position == 0
                append(word, isFirst ? .nothing : position == 0 ? .blankLine : .space, to: &pieces)
            }
        }
        return pieces
    }

    private static func append(_ word: Substring, _ joint: Joint, to pieces: inout [WordPressPiece]) {
        for (number, part) in parts(of: word).enumerated() {
            let joint = number == 0 ? joint : .nothing
            let last = pieces.count - 1
            if pieces[last].content.utf8.count + joint.text.utf8.count + part.utf8.count <= mostBytes {
                pieces[last].content += joint.text + part
            } else {
                pieces.append(WordPressPiece(content: part, joint: joint))
            }
        }
    }

    /// A word as HTML, each part no longer than a piece; not divided within an entity.
    private static func parts(of word: Substring) -> [String] {
        let whole = String(word).html()
        guard whole.utf8.count > mostBytes else { return [whole] }
        var parts: [String] = []
        var part = ""
        for scalar in word.unicodeScalars {
            let text = String(Character(scalar)).html()
            if part.utf8.count + text.utf8.count > mostBytes {
                parts.append(part)
                part = ""
            }
            part += text
        }
        return parts + [part]
    }
}
