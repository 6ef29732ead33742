extension TextEncoding {
    /// So many bytes are looked at, as browsers do.
    static let lookahead = 1024

    /// The encoding of a document: by its mark, by what came with it, by its own declaration, else UTF-8.
    ///
    /// - Parameters:
    ///   - beginning: ``lookahead`` bytes, or all that there are.
    ///   - charset: What came with it, from HTTP.
    /// - Throws: That the encoding is not known; in HTML it is UTF-8 then.
    init(of beginning: [UInt8], charset: String?, language: MarkupReader.Language) throws(MarkupReader
        .ReadError)
    {
        if let marked = Self.marked(beginning) {
            self = marked
            return
        }
        let declaration = language == .xml ? Self.declaredInXML(beginning) : Self.declaredInHTML(beginning)
        guard let label = charset ?? declaration else {
            self = .utf8
            return
        }
        if let known = Self(label: label) {
            self = known
        } else if language == .html {
            self = .utf8
        } else {
            throw .unknownEncoding(name: String(label.prefix(40)))
        }
    }

    private static func marked(_ bytes: [UInt8]) -> Self? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0x3C, 0, 0x3F, 0]) {
            return .utf16(isBigEndian: false)
        }
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0, 0x3C, 0, 0x3F]) {
            return .utf16(isBigEndian: true)
        }
        return nil
    }

    private static func declaredInXML(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes.prefix(lookahead), as: UTF8.self)
        guard text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>") else { return nil }
        return value(after: "encoding", in: text[..<end.lowerBound])
    }

    private static func declaredInHTML(_ bytes: [UInt8]) -> String? {
        var rest = String(decoding: bytes.prefix(lookahead), as: UTF8.self).lowercased()[...]
        while let start = rest.firstRange(of: "<meta") {
            rest = rest[start.upperBound...]
            let end = rest.firstIndex(of: ">") ?? rest.endIndex
            if let label = value(after: "charset", in: rest[..<end]) { return label }
        }
        return nil
    }

    /// What stands behind `name=`, with quotation marks or without.
    private static func value(after name: String, in text: Substring) -> String? {
        guard let found = text.firstRange(of: name) else { return nil }
        let rest = text[found.upperBound...].drop { $0.isWhitespace }
        guard rest.first == "=" else { return nil }
        let value = rest.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
        return String(value.prefix { !$0.isWhitespace && !"\"';/>?".contains($0) })
    }
}
