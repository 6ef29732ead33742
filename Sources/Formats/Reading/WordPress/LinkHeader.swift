/// Reads `<address>; rel="a b"; title="c, d", <address>; rel=e`: RFC 8288.
struct LinkHeader {
    private var rest: Substring

    /// The links of one header. What cannot be read ends them.
    static func links(in value: String) -> [WebLink] {
        var header = LinkHeader(rest: value[...])
        var links: [WebLink] = []
        while let link = header.next() { links.append(contentsOf: link) }
        return links
    }

    private init(rest: Substring) {
        self.rest = rest
    }

    /// One link, or none where it has no relation; nil at the end.
    private mutating func next() -> [WebLink]? {
        rest = rest.drop { $0.isWhitespace || $0 == "," }
        guard rest.first == "<", let end = rest.firstIndex(of: ">") else { return nil }
        var attributes = ["href": String(rest[rest.index(after: rest.startIndex)..<end])]
        rest = rest[end...].dropFirst()
        while let (name, value) = parameter() {
            if attributes[name] == nil { attributes[name] = value }  // of several, the first counts
        }
        return WebLink(attributes).map { [$0] } ?? []
    }

    /// `; name="value"`; nil where the link ends.
    private mutating func parameter() -> (name: String, value: String)? {
        rest = rest.drop(while: \.isWhitespace)
        guard rest.first == ";" else { return nil }
        rest = rest.dropFirst().drop(while: \.isWhitespace)
        let name = rest.prefix { !"=;,".contains($0) && !$0.isWhitespace }
        rest = rest.dropFirst(name.count).drop(while: \.isWhitespace)
        guard rest.first == "=" else { return (name.lowercased(), "") }
        rest = rest.dropFirst().drop(while: \.isWhitespace)
        return (name.lowercased(), rest.first == "\"" ? quoted() : bare())
    }

    private mutating func bare() -> String {
        let value = rest.prefix { !";,".contains($0) && !$0.isWhitespace }
        rest = rest.dropFirst(value.count)
        return String(value)
    }

    private mutating func quoted() -> String {
        var value = ""
        rest = rest.dropFirst()
        while let next = rest.popFirst(), next != "\"" {
            if next == "\\", let escaped = rest.popFirst() {
                value.append(escaped)
            } else {
                value.append(next)
            }
        }
        return value
    }
}
