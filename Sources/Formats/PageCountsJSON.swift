internal import Discussion

/// How much a page holds. The caption is not part of the body.
struct PageCountsJSON: Encodable {
    let paragraphs: Int
    let sentences: Int
    let bodyWords: Int
    let commentsTop: Int
    let replies: Int
    let commentsTotal: Int
    let commentParagraphs: Int
    let commentSentences: Int
    let commentWords: Int

    enum CodingKeys: String, CodingKey {
        case paragraphs, sentences
        case bodyWords = "body_words"
        case commentsTop = "comments_top"
        case replies
        case commentsTotal = "comments_total"
        case commentParagraphs = "comment_paragraphs"
        case commentSentences = "comment_sentences"
        case commentWords = "comment_words"
    }

    init(_ page: ParsedPage) {
        let body = page.paragraphs.map(\.paragraph)
        let comments = page.parsedComments.flatMap { $0.paragraphs.map(\.paragraph) }
        paragraphs = body.count
        sentences = body.reduce(0) { $0 + $1.sentences.count }
        bodyWords = body.reduce(0) { $0 + $1.wordCount }
        commentsTotal = page.parsedComments.count
        commentsTop = page.parsedComments.count { $0.parent == nil }
        replies = commentsTotal - commentsTop
        commentParagraphs = comments.count
        commentSentences = comments.reduce(0) { $0 + $1.sentences.count }
        commentWords = comments.reduce(0) { $0 + $1.wordCount }
    }
}
