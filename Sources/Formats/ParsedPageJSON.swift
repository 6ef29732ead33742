package import Discussion

/// A parsed page with all that was seen on it, as `import --json` prints it.
package struct ParsedPageJSON: Encodable {
    let source: SourceJSON
    let title: String
    let standfirst: OrNull<String>
    let caption: OrNull<ParsedParagraphJSON>
    let paragraphs: [ParsedParagraphJSON]
    let comments: [ParsedCommentJSON]
    let counts: PageCountsJSON

    package init(_ page: ParsedPage) {
        source = SourceJSON(page.source)
        title = page.title
        standfirst = OrNull(page.standfirst)
        caption = OrNull(page.caption.map { ParsedParagraphJSON($0, isInComment: false) })
        paragraphs = page.paragraphs.map { ParsedParagraphJSON($0, isInComment: false) }
        let replies = page.parsedComments.reduce(into: [CommentLabel: Int]()) { counts, comment in
            if let parent = comment.parent { counts[parent, default: 0] += 1 }
        }
        comments = page.parsedComments.map { ParsedCommentJSON($0, replies: replies[$0.label] ?? 0) }
        counts = PageCountsJSON(page)
    }
}
