package import Discussion
package import Summaries

/// The summary of one discussion with what is shown beside it.
package struct SummaryReport: Sendable {
    /// What is known of a comment that is quoted.
    struct Source: Sendable {
        let author: String?
        let parent: CommentLabel?
    }

    /// The title of the page, or the id of the discussion.
    package let title: String
    package let summary: Summary
    /// What a language model made of it, where it was asked and what it wrote bore the check.
    package let written: WrittenSummary?
    /// Why there is nothing to read; nil where there is.
    let silence: String?
    private let sources: [CommentLabel: Source]

    /// - Parameters:
    ///   - comments: Those that were summarised.
    ///   - maximumWords: How many words the summary was allowed.
    package init(
        title: String,
        summary: Summary,
        of comments: [Comment],
        written: WrittenSummary?,
        maximumWords: Int
    ) {
        self.title = title
        self.summary = summary
        self.written = written
        silence = summary.silence(maximumWords: maximumWords)
        let quoted = Set(summary.passages.map(\.comment))
        let pairs = comments.filter { quoted.contains($0.label) }.map {
            ($0.label, Source(author: $0.author, parent: $0.parent))
        }
        sources = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// A paragraph, or the passages below a heading.
    var groups: [(heading: String?, parts: [WrittenSummary.Part])] {
        if let written { return [(nil, written.parts)] }
        return zip(summary.headings, summary.groups).map { heading, group in
            (heading, group.passages.map { .passage($0) })
        }
    }

    /// What stands below everything else.
    var lastLines: [String] { [silence, written?.byline, summary.account].compactMap(\.self) }

    /// What is known about a passage: `Ada, on 4.1, answers #1, disagrees: “I don’t agree”`; may be empty.
    func facts(about passage: ChosenPassage) -> String {
        let source = sources[passage.comment]
        let author = source?.author.flatMap { $0.isEmpty ? nil : $0.shortened(to: 60) }
        let facts = [
            author, passage.about.map { "on \($0)" }, source?.parent.map { "answers \($0)" },
            passage.stance.map { "\($0.kind.rawValue): “\($0.words)”" },
        ]
        return facts.compactMap(\.self).joined(separator: ", ")
    }
}

extension String {
    /// Its first scalars, with a sign where more followed.
    func shortened(to length: Int) -> String {
        let scalars = unicodeScalars.prefix(length + 1)
        return scalars.count > length ? String(scalars.dropLast()) + "…" : self
    }
}
