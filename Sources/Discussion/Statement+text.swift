extension Statement {
    /// A text without title: each line that is not blank is a paragraph.
    public init(text: String) {
        self.init(
            title: "",
            standfirst: nil,
            caption: nil,
            paragraphs: Paragraph.paragraphs(of: text),
            publisher: nil,
            sourceURL: nil
        )
    }

    /// Everything it says in the order of the page; title and standfirst as paragraphs with the number 0.
    public var everyParagraph: [Paragraph] {
        [title, standfirst].compactMap(\.self).filter { !$0.isEmpty }
            .map { Paragraph(index: 0, segmenting: $0) } + (caption.map { [$0] } ?? []) + paragraphs
    }
}
