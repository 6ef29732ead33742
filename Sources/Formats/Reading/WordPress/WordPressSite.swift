internal import Foundation

/// Where a page says that its site's REST API is, and where in it the page itself may be.
struct WordPressSite: Hashable, Sendable {
    /// Ends in a slash: `https://example.org/wp-json/`, or `https://example.org/?rest_route=/` where addresses are
    /// not pretty.
    let root: String
    /// The page's own address.
    let page: String
    /// Where the post may be, the likeliest first. The first that has it counts.
    let candidates: [String]

    /// nil where the page does not say that it is WordPress's.
    init?(of answer: WebAnswer) {
        let links = answer.values(of: "Link").flatMap(LinkHeader.links) + HeadLinks.links(in: answer.body)
        func addresses(_ relation: String, type: String? = nil) -> [String] {
            links.filter { $0.relations.contains(relation) && (type == nil || $0.type == type) }
                .compactMap { $0.address(on: answer.url) }
        }
        guard let found = addresses("https://api.w.org/").first else { return nil }
        let root = found.hasSuffix("/") ? found : found + "/"
        self.root = root
        page = answer.url
        let own = addresses("alternate", type: "application/json").filter { $0.hasPrefix(root) }
        let fields = "_fields=\(WordPressPost.fields)"
        let numbered = (addresses("shortlink") + [answer.url]).flatMap(Self.numbers)
        let named = Self.name(in: answer.url).map { name in
            ["posts", "pages"].map { ($0, "slug=\(name)&\(fields)") }
        }
        let routes = numbered.map { ($0, fields) } + (named ?? [])
        candidates =
            own.map { Self.address($0, asking: fields) }
            + routes.map { Self.address(root + "wp/v2/" + $0, asking: $1) }
    }

    /// An address of the API.
    ///
    /// - Parameters:
    ///   - route: Without a slash at its beginning.
    ///   - query: Percent-encoded.
    func address(of route: String, asking query: String) -> String {
        Self.address(root + route, asking: query)
    }

    private static func address(_ start: String, asking query: String) -> String {
        start + (start.contains("?") ? "&" : "?") + query
    }

    /// `posts/12` and `pages/12` for `?p=12` or `?page_id=12`.
    private static func numbers(in address: String) -> [String] {
        let items = URLComponents(string: address)?.queryItems ?? []
        let ids = items.filter { $0.name == "p" || $0.name == "page_id" }.compactMap(\.value)
        return ids.filter { UInt32($0) != nil }.flatMap { ["posts/\($0)", "pages/\($0)"] }
    }

    /// Whether two addresses are the same but for the way in which they are written.
    static func isSame(_ one: String, _ other: String) -> Bool {
        func plain(_ address: String) -> [String] {
            path(of: address).map { ($0.removingPercentEncoding ?? $0).lowercased() }
        }
        return plain(one) == plain(other)
    }

    /// The parts of the path, without the page of the comments.
    private static func path(of address: String) -> [String] {
        let path = URLComponents(string: address)?.percentEncodedPath ?? ""
        return path.split(separator: "/").filter { !$0.hasPrefix("comment-page-") }.map(String.init)
    }

    /// The post's own name, which is the last part of a pretty address.
    private static func name(in address: String) -> String? {
        guard let last = path(of: address).last else { return nil }
        let ending = [".html", ".htm", ".php"].first { last.hasSuffix($0) } ?? ""
        return String(last.dropLast(ending.count).replacing("&", with: "%26").replacing("+", with: "%2B"))
    }
}
