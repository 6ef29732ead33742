/// How an access token travels in a header.
enum BearerToken {
    /// The token in the value of an `Authorization` header; nil where it holds none.
    static func token(in header: String?) -> String? {
        guard let header, header.lowercased().hasPrefix("bearer ") else { return nil }
        return String(header.dropFirst("bearer ".count))
    }
}
