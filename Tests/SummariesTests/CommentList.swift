import Discussion
import Summaries
import TestSupport

/// Comments as a test writes them: `("1", nil, "ada", "Words.")`, label, parent, author and text.
func comments(_ rows: [(label: String, parent: String?, author: String?, text: String)]) -> [Comment] {
    rows.map { row in
        pageComment(row.label, row.text, parent: row.parent, by: row.author, isRemoved: row.text.isEmpty)
    }
}

/// Comments side by side, labelled from 1, whose authors are unknown.
func comments(_ texts: [String]) -> [Comment] {
    comments(texts.enumerated().map { ("\($0 + 1)", nil, nil, $1) })
}

/// A summary of comments on a text, which may be empty.
func summary(of comments: [Comment], about text: String = "", words: Int = 400) -> Summary {
    Summarizer(maximumWords: words)
        .summary(of: comments, about: text.isEmpty ? nil : Statement(text: text), leavingOut: [:])
}
