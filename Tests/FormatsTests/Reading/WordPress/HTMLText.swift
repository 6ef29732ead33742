/// A simple way to read HTML, for these tests.
enum HTMLText {
    private static let blocks: Set = [
        "p", "div", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "figure",
        "figcaption", "table", "tr", "section", "article", "hr",
    ]

    private static let entities = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "hellip": "…",
        "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    ]

    static func paragraphs(ofHTML html: String) -> [String] {
        var (paragraphs, text, rest) = ([String](), "", html[...])
        while let start = rest.firstIndex(of: "<") {
            text += rest[..<start]
            rest = rest[start...]
            let isComment = rest.hasPrefix("<!--")
            let end = isComment ? rest.firstRange(of: "-->")?.upperBound : rest.firstIndex(of: ">")
            guard let end else { break }
            let name = rest[..<end].dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
            let isClosing = rest.hasPrefix("</")
            rest = isComment ? rest[end...] : rest[end...].dropFirst()
            if blocks.contains(name.lowercased()) {
                paragraphs.append(text)
                text = ""
            } else if name.lowercased() == "br" {
                text += " "
            } else if ["script", "style"].contains(name.lowercased()), !isClosing {
                rest = rest.firstRange(of: "</\(name)").map { rest[$0.lowerBound...] } ?? ""
            }
        }
        return (paragraphs + [text + rest]).map(decoded).filter { !$0.isEmpty }
    }

    /// Without entities, and with single spaces.
    private static func decoded(_ text: String) -> String {
        guard text.contains("&") else {
            return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return text.replacing(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]+);/.ignoresCase()) { match in
            let name = match.1.lowercased()
            guard name.hasPrefix("#") else { return entities[name] ?? String(match.0) }
            let number =
                name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
            return number.flatMap(Unicode.Scalar.init).map { String($0) } ?? "\u{FFFD}"
        }
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
