/// What an identifier of Matrix is: a text that is compared and never taken apart, except for show.
public protocol MatrixIdentifier: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible
where RawValue == String {
    /// The identifier as it came; nothing is checked.
    init(rawValue: String)
}

extension MatrixIdentifier {
    /// The identifier as a plain text.
    public init(_ rawValue: String) { self.init(rawValue: rawValue) }

    /// The identifier as it is written.
    public var description: String { rawValue }
}

/// The id of an event: `$…`.
public struct EventID: MatrixIdentifier {
    /// The id as it is written.
    public let rawValue: String
    /// An id as it came.
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// The id of a room: `!…`. In rooms of version 12 it names no server.
public struct RoomID: MatrixIdentifier {
    /// The id as it is written.
    public let rawValue: String
    /// An id as it came.
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// The id of an account: `@name:server`.
public struct UserID: MatrixIdentifier {
    /// The id as it is written.
    public let rawValue: String
    /// An id as it came.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The part between `@` and `:`, which people use as a name; the whole id where it has another shape.
    public var localpart: String {
        guard rawValue.hasPrefix("@"), let colon = rawValue.firstIndex(of: ":") else { return rawValue }
        return String(rawValue[rawValue.index(after: rawValue.startIndex)..<colon])
    }
}
