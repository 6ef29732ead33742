import Foundation

/// What of a page other pages depend on.
struct ReadPage {
    let text: String
    let ids: [String]
    let links: [String]

    init(_ text: String) {
        self.text = text
        ids = Self.values(of: "id", in: text)
        links = Self.values(of: "href", in: text) + Self.values(of: "src", in: text)
    }

    private static func values(of attribute: String, in text: String) -> [String] {
        text.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    /// Where a link of the page at `path` leads: a path of the site and an id; nil for other sites.
    static func target(of link: String, at path: String) -> (path: String, id: String?)? {
        if link.hasPrefix("http://") || link.hasPrefix("https://") { return nil }
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init
        )
        let id = parts.count > 1 ? parts[1] : nil
        if parts[0].isEmpty { return (path, id) }
        var folders = path.split(separator: "/").dropLast().map(String.init)
        for part in parts[0].split(separator: "/") {
            if part == ".." { folders.removeLast() } else { folders.append(String(part)) }
        }
        return (folders.joined(separator: "/"), id)
    }
}
