internal import Foundation

/// What a page says of another address, in its headers or its head.
struct WebLink: Hashable, Sendable {
    /// As it is written, maybe relative to the page.
    let target: String
    /// The values of `rel`, in lower case.
    let relations: [String]
    /// `application/json`, in lower case and without parameters; nil where nothing is said.
    let type: String?

    /// - Parameter attributes: By their names in lower case; an address is under `href`.
    init?(_ attributes: [String: String]) {
        guard let target = attributes["href"], let relation = attributes["rel"] else { return nil }
        self.target = target.trimmingCharacters(in: .whitespacesAndNewlines)
        relations = relation.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        type = attributes["type"].map {
            $0.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
        }
    }

    /// The whole address, of http or https; nil where it is none.
    func address(on page: String) -> String? {
        guard let url = URL(string: target, relativeTo: URL(string: page))?.absoluteURL,
            ["http", "https"].contains(url.scheme?.lowercased() ?? ""), url.host() != nil
        else { return nil }
        return url.absoluteString
    }
}
