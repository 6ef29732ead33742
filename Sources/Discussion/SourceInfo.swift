/// What a file was, before it was read.
public struct SourceInfo: Hashable, Sendable {
    /// Its SHA-256 in lower-case hexadecimal digits, where the caller computed it.
    public let sha256: String?
    /// How many bytes it has.
    public let bytes: Int
    /// How many lines it has; a last one without a line break counts.
    public let lines: Int
    /// How many Unicode scalars (code points) it has, a byte order mark left out.
    public let codePoints: Int
    /// Its encoding: `utf-8`.
    public let encoding: String

    /// The figures of a file.
    public init(sha256: String?, bytes: Int, lines: Int, codePoints: Int, encoding: String) {
        self.sha256 = sha256
        self.bytes = bytes
        self.lines = lines
        self.codePoints = codePoints
        self.encoding = encoding
    }
}
