internal import Discussion
internal import Foundation

/// The statements with their paragraphs numbered, and below each its comments in reading order.
///
/// A heading a comment, with its address and its author, whatever its depth: lists in lists break. What it answers and
/// what else is known stands below in italics, which no words of people's are in.
struct MarkdownWriter: ArchiveWriter {
    let archive: any PublishedArchive
    let options: ArchiveOptions

    func write(to sink: (String) throws -> Void) throws {
        try sink("# \(options.title.markdown)\n")
        try sink(italics(["written by \(options.generator)", options.writtenAt.rfc3339]))
        for published in try archive.statements() {
            try sink(section(published))
            try archive.forEachComment(on: published.number, in: .reading) { comment in
                try sink(section(comment, on: published.statement))
            }
        }
    }

    private func section(_ published: PublishedStatement) -> String {
        let statement = published.statement
        let facts = [
            statement.publisher.map { "published by \($0)" }, statement.sourceURL,
            statement.revision.map { "revision \($0.number)" },
        ]
        let title = statement.title.isEmpty ? "Statement \(published.number)" : statement.title
        let edges = [("standfirst", statement.standfirst), ("caption", statement.caption?.text)]
        let texts = edges + statement.paragraphs.map { ("\($0.index)", $0.text) }
        return "\n## \(title.markdown)\n" + italics(facts)
            + texts.map { name, text in text.map { paragraph("**\(name)** \($0.markdown)") } ?? "" }.joined()
    }

    private func section(_ published: PublishedComment, on statement: Statement) -> String {
        let heading = "#\(published.key)" + (published.author.map { " \($0)" } ?? "")
        return "\n### \(heading.markdown)\n" + italics(facts(of: published, on: statement))
            + published.paragraphs.map { paragraph($0.markdown) }.joined()
    }

    private func facts(of published: PublishedComment, on statement: Statement) -> [String?] {
        let comment = published.comment
        let isEarlier = comment.revision != nil && comment.revision != statement.revision?.number
        let revision = isEarlier ? comment.revision.map { " of revision \($0)" } ?? "" : ""
        return [
            published.parent.map { "↳ in reply to #\($0)" }, comment.passage.map { "about \($0)\(revision)" },
            comment.writtenAt?.rfc3339, comment.origin == .chat ? "said in chat" : nil,
            comment.isEdited ? "edited" : nil, comment.isRemoved ? "removed" : nil,
        ] + comment.reactions.map { "\($0.key) \($0.count)" }
    }

    private func italics(_ facts: [String?]) -> String {
        let line = facts.compactMap(\.self).joined(separator: ", ")
        return line.isEmpty ? "" : paragraph("*\(line.markdown)*")
    }

    private func paragraph(_ line: String) -> String { "\n\(line)\n" }
}
