import PluginAPI

/// Small texts to try things on. Here and not among the tests, where `Comment` means something of Testing's.
enum Samples {
    static func comment(_ number: Int, parent: Int? = nil, isRemoved: Bool = false) -> Comment {
        Comment(
            label: CommentLabel("\(number)"),
            parent: parent.map { CommentLabel("\($0)") },
            passage: nil,
            author: isRemoved ? nil : "Ada",
            paragraphs: isRemoved ? [] : [Paragraph(index: 1, segmenting: "Comment number \(number).")],
            origin: .page,
            writtenAt: nil,
            isEdited: false,
            isRemoved: isRemoved
        )
    }
}

extension Statement {
    static let short = Statement(
        title: "Peace",
        standfirst: nil,
        caption: nil,
        paragraphs: [Paragraph(index: 1, segmenting: "Everybody wants peace. Few agree how.")],
        publisher: nil,
        sourceURL: nil
    )
}
