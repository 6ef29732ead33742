import Discussion
import Foundation

extension QuotedPage {
    /// The page that this repository ships, with its white space as it is: everything that can be quoted from it.
    static func seed() throws -> QuotedPage {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../seeds")
        let data = try Data(contentsOf: folder.appending(path: "on-the-invasion-of-ukraine.txt"))
        let page = try PageParser.parse([UInt8](data))
        let statement = page.statement(publisher: nil, sourceURL: url)
        return QuotedPage(
            blocks: blocks(of: page),
            passages: try passages(at: statement.quotedAddresses, of: statement, and: page.comments)
        )
    }

    /// What is quoted from a statement, then each of the comments below it.
    static func passages(
        at addresses: [PassageReference],
        of statement: Statement,
        and comments: [Comment]
    ) throws -> [Passage] {
        let thread = CommentThread(comments)
        var passages = try addresses.map { Passage(try statement.quotation(of: $0)) }
        var above = statement.joinedLength
        for comment in comments {
            let quotation = try thread.quotation(of: comment.label, in: statement)
            passages.append(Passage(quotation, above: above))
            above += quotation.selectors.position.end + 1
        }
        return passages
    }

    private static func blocks(of page: ParsedPage) -> [Block] {
        let edges = [
            Block(element: "h1", text: page.title), Block(element: "p", text: page.standfirst ?? ""),
            Block(element: "figcaption", text: page.caption?.written ?? ""),
        ]
        let comments = page.parsedComments.flatMap { comment in
            comment.paragraphs.map { Block(element: "li", text: $0.written) }
        }
        return edges + page.paragraphs.map { Block(element: "p", text: $0.written) } + comments
    }
}

extension ParsedParagraph {
    fileprivate var written: String { raw ?? paragraph.text }
}

extension Statement {
    /// Title, standfirst, caption, each paragraph and each sentence.
    var quotedAddresses: [PassageReference] {
        let edges: [PassageReference] = [.title] + (standfirst.map { _ in [.standfirst] } ?? [])
        let places = paragraphs.flatMap { paragraph in
            [PassagePlace(paragraph: paragraph.index)]
                + paragraph.sentences.map { PassagePlace(paragraph: paragraph.index, sentence: $0.index) }
        }
        return edges + (caption.map { _ in [.caption] } ?? []) + places.map { .statement(PassageRange($0)) }
    }

    /// How many code points stand before the first comment below it.
    var joinedLength: Int {
        ([title, standfirst, caption?.text].compactMap(\.self).filter { !$0.isEmpty } + paragraphs.map(\.text))
            .reduce(0) { $0 + $1.unicodeScalars.count + 1 }
    }
}
