extension SourceFormat {
    /// So many bytes say what a format is; all, where there are fewer.
    package static let lookahead = 8 << 10

    /// What bytes are, by what they say themselves; hints decide only where they say nothing.
    ///
    /// - Parameters:
    ///   - beginning: The first bytes.
    ///   - fileName: What the file is called, or the path of its address.
    ///   - contentType: As HTTP says it: `text/html; charset=utf-8`.
    package init(beginning: [UInt8], fileName: String? = nil, contentType: String? = nil) {
        let text = Self.text(of: beginning)
        self =
            if text.hasPrefix("{") {
                Self.ofJSON(text)
            } else if text.hasPrefix("<") {
                Self.ofMarkup(text)
            } else {
                Self.hinted(fileName, contentType) ?? .plainPage
            }
    }

    /// The beginning without blanks; UTF-16 as if it had one byte a character, which is enough for names of elements.
    private static func text(of beginning: [UInt8]) -> Substring {
        let bytes = beginning.prefix(lookahead)
        let isWide =
            bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
            || bytes.prefix(4).contains(0)
        let narrow = isWide ? bytes.filter { $0 != 0 && $0 < 0x80 } : Array(bytes)
        return String(decoding: narrow, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    }

    private static func ofJSON(_ text: Substring) -> Self {
        let line = text.prefix { !$0.isNewline }
        let isArchive = line.firstRange(of: "\"type\"") != nil && line.firstRange(of: "\"archive\"") != nil
        if isArchive, line.firstRange(of: "\"version\"") != nil { return .archiveLines }
        let keys = ["\"room_name\"", "\"room_creator\"", "\"exported_by\"", "\"messages\""]
        if keys.contains(where: { text.firstRange(of: $0) != nil }),
            text.firstRange(of: "\"comments\"") == nil
        {
            return .elementExport
        }
        return .discussionLines
    }

    private static func ofMarkup(_ text: Substring) -> Self {
        switch rootElement(of: text) {
        case "rss":
            let isExport = text.firstRange(of: "wordpress.org/export/") != nil
            return isExport ? .wordPressExport : .feed
        case "feed", "rdf": return .feed
        default: return .htmlPage
        }
    }

    /// The first element's name in small letters and without prefix, past declarations and comments.
    private static func rootElement(of text: Substring) -> String {
        var rest = text
        while let start = rest.firstIndex(of: "<") {
            rest = rest[start...]
            let end = rest.hasPrefix("<!--") ? "-->" : ">"
            guard rest.hasPrefix("<!") || rest.hasPrefix("<?") else {
                let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == ":" }
                return name.split(separator: ":").last.map { $0.lowercased() } ?? ""
            }
            guard let range = rest.firstRange(of: end) else { return "" }
            rest = rest[range.upperBound...]
        }
        return ""
    }

    private static func hinted(_ fileName: String?, _ contentType: String?) -> Self? {
        let type = contentType?.prefix { $0 != ";" }.lowercased() ?? ""
        let name = fileName?.lowercased() ?? ""
        if type.hasSuffix("/html") || name.hasSuffix(".html") || name.hasSuffix(".htm") { return .htmlPage }
        if type.hasSuffix("jsonl") || name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") {
            return .discussionLines
        }
        return nil
    }
}
