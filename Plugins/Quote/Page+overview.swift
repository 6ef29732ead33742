internal import PluginAPI

extension Page {
    private static let maximumParagraphs = 60

    /// What the statement is, and how its paragraphs begin.
    func overview() async throws -> Message {
        var blocks: [Message.Block] = [.verbatim(statement.title)]
        if let line = statement.standfirst ?? statement.publisher { blocks.append(.verbatim(line)) }
        if let url = statement.sourceURL { blocks.append(.verbatim(url)) }
        let lines = statement.paragraphs.prefix(Self.maximumParagraphs).map { paragraph in
            Message.Line("\(paragraph.index): \(paragraph.text.firstWords(maximumScalars: 70))")
        }
        if !lines.isEmpty { blocks.append(.outline(lines)) }
        if let revision = statement.revision, revision.number > 1 {
            let words = revision.words(in: context.zone).capitalizedAtStart
            blocks.append(.text("\(words); \(typed("changes")) shows what changed."))
        }
        blocks.append(.text(try await overviewEnd()))
        return Message(blocks)
    }

    private func overviewEnd() async throws -> String {
        let hidden = statement.paragraphs.count - Self.maximumParagraphs
        let more = hidden > 0 ? "\(hidden.of("more paragraph")) not shown. " : ""
        let counts = try await commentCounts()
        return more + "\(counts). \(example("quote {paragraph}", or: "quote title")) shows a passage, "
            + "\(typed("comments")) what was said about it."
    }
}

extension String {
    /// With a capital at the beginning of a sentence.
    var capitalizedAtStart: String { prefix(1).uppercased() + dropFirst() }
}
