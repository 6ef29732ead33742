internal import Foundation

/// A comment, as the REST API has it. Only its id must be there.
struct WordPressComment: Decodable, Sendable {
    /// The fields to ask for.
    static let fields = "id,parent,author_name,date_gmt,content,status,type"

    let id: Int
    let parent: Int?
    /// As HTML: an ampersand is `&amp;`.
    let author: String?
    /// HTML as it would be shown.
    let content: String?
    /// Without a time zone, which is UTC.
    let date: String?
    let status: String?
    let type: String?

    private enum Key: String, CodingKey {
        case id, parent, content, status, type
        case author = "author_name"
        case date = "date_gmt"
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        id = try values.decode(Int.self, forKey: .id)
        parent = try values.decodeIfPresent(Int.self, forKey: .parent)
        author = try values.decodeIfPresent(String.self, forKey: .author)
        content = try values.decodeIfPresent(WordPressPost.Rendered.self, forKey: .content)?.rendered
        date = try values.decodeIfPresent(String.self, forKey: .date)
        status = try values.decodeIfPresent(String.self, forKey: .status)
        type = try values.decodeIfPresent(String.self, forKey: .type)
    }

    /// When it was written; nil where it cannot be read.
    var writtenAt: Date? {
        guard let date else { return nil }
        do {
            return try Date(date.hasSuffix("Z") ? date : date + "Z", strategy: .iso8601)
        } catch {
            return nil
        }
    }
}
