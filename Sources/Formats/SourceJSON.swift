internal import Discussion

/// What a file was, before it was read.
struct SourceJSON: Encodable {
    let sha256: OrNull<String>
    let bytes: Int
    let lines: Int
    let codePoints: Int
    let encoding: String

    enum CodingKeys: String, CodingKey {
        case sha256, bytes, lines
        case codePoints = "code_points"
        case encoding
    }

    init(_ source: SourceInfo) {
        sha256 = OrNull(source.sha256)
        bytes = source.bytes
        lines = source.lines
        codePoints = source.codePoints
        encoding = source.encoding
    }
}
