/// Finds the `<link>` elements in the head of a page, and reads nothing else of it.
struct HeadLinks {
    /// What stands further down is no head.
    static let longestHead = 1 << 20

    private var rest: Substring.UTF8View

    static func links(in page: [UInt8]) -> [WebLink] {
        // Names of elements and addresses are ASCII in every encoding of the web but UTF-16.
        let text = String(decoding: page.prefix(longestHead), as: UTF8.self)
        var head = HeadLinks(rest: text[...].utf8)
        return head.links()
    }

    private mutating func links() -> [WebLink] {
        var links: [WebLink] = []
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[start...].dropFirst()
            if rest.starts(with: "!--".utf8) {
                skip(past: "-->")
                continue
            }
            let name = word { Self.isLetter($0) || $0 == UInt8(ascii: "/") }
            switch name {
            case "link": if let link = WebLink(attributes()) { links.append(link) }
            case "script", "style", "title", "noscript": skip(past: "</\(name)")
            case "body", "/head": return links
            default: break
            }
        }
        return links
    }

    /// Up to the `>` that ends the element.
    private mutating func attributes() -> [String: String] {
        var attributes: [String: String] = [:]
        while true {
            rest = rest.drop { Self.isBlank($0) || $0 == UInt8(ascii: "/") }
            guard let next = rest.first, next != UInt8(ascii: ">") else { return attributes }
            let name = word { !Self.isBlank($0) && !"=>/".utf8.contains($0) }
            rest = rest.drop(while: Self.isBlank)
            var value = ""
            if rest.first == UInt8(ascii: "=") {
                rest = rest.dropFirst().drop(while: Self.isBlank)
                value = self.value()
            } else if name.isEmpty {
                rest = rest.dropFirst()
            }
            if attributes[name] == nil { attributes[name] = value }
        }
    }

    private mutating func value() -> String {
        let raw: Substring.UTF8View
        if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            raw = rest.dropFirst().prefix { $0 != quote }
            rest = rest[raw.endIndex...].dropFirst()
        } else {
            raw = rest.prefix { !Self.isBlank($0) && $0 != UInt8(ascii: ">") }
            rest = rest[raw.endIndex...]
        }
        // All that an address needs; WordPress writes the second.
        return ["&amp;", "&#038;", "&#38;", "&#x26;"].reduce(String(Substring(raw))) {
            $0.replacing($1, with: "&")
        }
    }

    /// In lower case.
    private mutating func word(of isPart: (UInt8) -> Bool) -> String {
        let word = rest.prefix(while: isPart)
        rest = rest[word.endIndex...]
        return Substring(word).lowercased()
    }

    private mutating func skip(past end: String) {
        while let start = rest.firstIndex(of: end.utf8.first ?? 0) {
            rest = rest[start...]
            if Substring(rest.prefix(end.utf8.count)).lowercased() == end {
                rest = rest.dropFirst(end.utf8.count)
                return
            }
            rest = rest.dropFirst()
        }
        rest = rest[rest.endIndex...]
    }

    private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
