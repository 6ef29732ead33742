/// The address of a comment without its `#`: `1.1` for one of the page, `c17` for one said in chat.
///
/// A label is never given again and never changes.
public struct CommentLabel: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The label as it is written, without `#`.
    public let rawValue: String

    /// A label as it stands in a store or a file; nothing is checked.
    public init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    /// A label as one string, not as an object.
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    /// A label as one string, not as an object.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    /// The address: `#1.1`.
    public var description: String { "#\(rawValue)" }
}
