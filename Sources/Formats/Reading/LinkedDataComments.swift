internal import Foundation

/// The comments that a page tells in JSON-LD.
struct LinkedDataComments {
    private(set) var comments: [PageComment] = []

    init(in tree: PageTree) {
        for place in tree.nodes.indices where tree.nodes[place].name == "script" {
            let type = tree.nodes[place].attributes["type"] ?? ""
            guard type.lowercased().hasPrefix("application/ld+json") else { continue }
            let text = tree.inside(place).map { tree.nodes[$0].text }.joined()
            do {
                look(in: try JSONDecoder().decode(LinkedDataValue.self, from: Data(text.utf8)), below: nil)
            } catch {
                // A block that is not JSON says nothing; pages with such blocks are common, and work.
                continue
            }
        }
    }

    /// JSON is not nested deeper than 512, which the decoder sees to.
    private mutating func look(in value: LinkedDataValue, below parent: String?) {
        switch value {
        case .list(let values): for value in values { look(in: value, below: parent) }
        case .object(let keys):
            var parent = parent
            if Self.isComment(value) {
                let comment = Self.comment(value, below: parent)
                comments.append(comment)
                parent = comment.id ?? parent
            }
            for key in keys.keys.sorted() where key != "parentItem" {
                if let inner = keys[key] { look(in: inner, below: parent) }
            }
        case .text, .other: break
        }
    }

    private static func isComment(_ value: LinkedDataValue) -> Bool {
        value["@type"]?.values.contains { ["Comment", "UserComments"].contains($0.string) } ?? false
    }

    private static func comment(_ value: LinkedDataValue, below parent: String?) -> PageComment {
        var comment = PageComment()
        let address = value["@id"]?.string ?? value["url"]?.string ?? value["identifier"]?.string
        comment.id = SourceID.named(address)
        comment.parent = SourceID.named(value["parentItem"]?["@id"]?.string) ?? parent
        let author = value["author"] ?? value["creator"]
        comment.author = author?.values.first?["name"]?.string ?? author?.string
        comment.date = (value["dateCreated"] ?? value["datePublished"] ?? value["commentTime"])?.string
        let text = value["text"] ?? value["commentText"]
        if case .text(let words) = text {
            comment.paragraphs = paragraphs(of: words)
        } else {
            comment.paragraphs = []
        }
        return comment
    }

    /// The text is plain, but many put HTML there: taken for that only where it has the end of an element or a line.
    private static func paragraphs(of text: String) -> [String]? {
        if ["</", "<br", "/>", "<p>"].contains(where: { text.contains($0) }) || text.contains("&#") {
            return HTMLFragment(html: text).paragraphs(marksQuotes: true)
        }
        var builder = ParagraphBuilder(splitsAtBlankLines: true, marksQuotes: true)
        builder.add(text)
        return builder.finish()
    }
}
