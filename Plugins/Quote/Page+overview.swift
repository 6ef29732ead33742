internal import PluginAPI

extension Page {
    private static let maximumParagraphs = 60

    /// What the statement is, and how its paragraphs begin.
    var overview: Message {
        var blocks: [Message.Block] = [.verbatim(statement.title)]
        if let line = statement.standfirst ?? statement.publisher { blocks.append(.verbatim(line)) }
        if let url = statement.sourceURL { blocks.append(.verbatim(url)) }
        let lines = statement.paragraphs.prefix(Self.maximumParagraphs).map { paragraph in
            Message.Line("\(paragraph.index): \(paragraph.text.firstWords(maximumScalars: 70))")
        }
        if !lines.isEmpty { blocks.append(.outline(lines)) }
        blocks.append(.text(overviewEnd))
        return Message(blocks)
    }

    private var overviewEnd: String {
        let hidden = statement.paragraphs.count - Self.maximumParagraphs
        let more = hidden > 0 ? "\(hidden.of("more paragraph")) not shown. " : ""
        return more + "\(commentCounts). \(example("quote {paragraph}", or: "quote title")) shows a passage, "
            + "\(typed("comments")) what was said about it."
    }

    /// `5 comments on the page, 2 said in chat`.
    var commentCounts: String {
        "\(count(of: .page).of("comment")) on the page, \(count(of: .chat)) said in chat"
    }
}
