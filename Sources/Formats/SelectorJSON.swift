internal import Discussion

/// One way to find a passage again: an object with its `type`.
enum SelectorJSON: Encodable {
    case quote(TextQuoteSelector)
    case position(TextPositionSelector)

    private enum CodingKeys: String, CodingKey {
        case type, exact, prefix, suffix, start, end
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .quote(let selector):
            try object.encode("TextQuoteSelector", forKey: .type)
            try object.encode(selector.exact, forKey: .exact)
            try object.encode(selector.prefix, forKey: .prefix)
            try object.encode(selector.suffix, forKey: .suffix)
        case .position(let selector):
            try object.encode("TextPositionSelector", forKey: .type)
            try object.encode(selector.start, forKey: .start)
            try object.encode(selector.end, forKey: .end)
        }
    }
}
