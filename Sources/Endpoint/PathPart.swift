internal import MatrixTypes

/// What stands between two slashes of a path, percent-encoded.
struct PathPart: Hashable, Sendable {
    private static let unreserved = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8
    )
    private static let digits = Array("0123456789ABCDEF".unicodeScalars)

    let text: String

    /// - Throws: `M_BAD_JSON` for what would lead to another place: nothing, or dots.
    init(_ text: String) throws(StreamMessage.Refusal) {
        guard !["", ".", ".."].contains(text) else {
            throw .badJSON("\"\(text)\" cannot be a part of a path.")
        }
        self.text = Self.encoded(text)
    }

    /// A word of the client API itself.
    init(known word: StaticString) {
        text = "\(word)"
    }

    static func encoded(_ text: String) -> String {
        var encoded = String.UnicodeScalarView()
        for byte in text.utf8 {
            if unreserved.contains(byte) {
                encoded.append(Unicode.Scalar(byte))
            } else {
                encoded.append("%")
                encoded.append(digits[Int(byte >> 4)])
                encoded.append(digits[Int(byte & 15)])
            }
        }
        return String(encoded)
    }
}
