extension PassageReference: CustomStringConvertible {
    /// The address as it is shown and stored; ``init(parsing:)`` reads it back.
    public var description: String {
        switch self {
        case .title: "title"
        case .standfirst: "standfirst"
        case .caption: "caption"
        case .statement(let range): range.description
        case .comment(let label): label.description
        }
    }
}

extension PassageReference: Codable {
    /// An address as one string.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        // Labels come from many sources; only the statement's addresses follow a grammar.
        if text.hasPrefix("#") {
            self = .comment(CommentLabel(String(text.dropFirst())))
            return
        }
        do {
            self = try PassageReference(parsing: text)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
        }
    }

    /// An address as one string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension PassagePlace: CustomStringConvertible {
    /// `4` or `4.2`.
    public var description: String { sentence.map { "\(paragraph).\($0)" } ?? "\(paragraph)" }
}

extension PassageRange: CustomStringConvertible {
    /// The shortest form: `4`, `4.2`, `4.2-5`, `4-5`, `4.5-5.2`; `4.5-¶5` where only the end is a whole
    /// paragraph.
    public var description: String {
        if first == last { return first.description }
        switch (first.sentence, last.sentence) {
        case (nil, nil): return "\(first)-\(last)"
        case (_?, nil): return "\(first)-¶\(last)"
        case (nil, _?): return "\(first).1-\(last)"
        case (_?, let sentence?):
            return first.paragraph == last.paragraph ? "\(first)-\(sentence)" : "\(first)-\(last)"
        }
    }
}
