internal import Discussion

/// One line of an archive of ours.
enum ArchiveLine: Decodable {
    case archive(version: Int)
    case statement(Numbered)
    case comment(ArchiveComment)
    /// Of a kind that came later.
    case other

    struct Numbered: Decodable {
        let number: Int
        let statement: SourceStatement

        private enum Key: String, CodingKey {
            case number, title, standfirst, caption, paragraphs, publisher
            case address = "source_url"
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            func line(_ key: Key) throws -> String? {
                try fields.decodeIfPresent(String.self, forKey: key)?.foldedLine
            }
            number = try fields.decode(Int.self, forKey: .number)
            statement = SourceStatement(
                title: try fields.decode(String.self, forKey: .title).readable,
                standfirst: try line(.standfirst),
                caption: try line(.caption),
                paragraphs: try fields.decode([String].self, forKey: .paragraphs).map(\.readable),
                publisher: try line(.publisher),
                sourceURL: try line(.address)?.webAddress
            )
        }
    }

    private enum Key: String, CodingKey {
        case type, version
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        switch try fields.decode(String.self, forKey: .type) {
        case "archive": self = .archive(version: try fields.decode(Int.self, forKey: .version))
        case "statement": self = .statement(try Numbered(from: decoder))
        case "comment": self = .comment(try ArchiveComment(from: decoder))
        default: self = .other
        }
    }
}
