import Foundation

@testable import Formats

/// A WordPress site with one post, that answers as the real one does.
final class MadeUpSite: @unchecked Sendable {
    // Unchecked: what changes is touched under the lock only.
    private let lock = NSLock()
    private var asked: [String] = []
    private var comments: [[String: Any]]
    private var perPage = 100
    private var countsComments = true
    private var beforeAnswer: (Int, MadeUpSite) -> WebAnswer? = { _, _ in nil }

    let base: String
    let root: String
    /// What the post's page has in its headers and in its head.
    let headers: [(name: String, value: String)]
    let head: String
    let post: [String: Any]
    /// What the API has for each route; a status and JSON.
    let answers: [String: (status: Int, json: Any)]

    /// - Parameters:
    ///   - comments: How many there are, with ids from 1.
    ///   - root: Of the API, after the site's address.
    init(
        comments: Int = 0,
        base: String = "https://blog.example",
        root: String = "/wp-json/",
        headers: ((_ root: String) -> [(name: String, value: String)])? = nil,
        head: String = "",
        post: [String: Any] = [:],
        answers: [String: (status: Int, json: Any)] = [:]
    ) {
        self.base = base
        self.root = base + root
        self.headers = headers?(self.root) ?? [("Link", "<\(self.root)>; rel=\"https://api.w.org/\"")]
        self.head = head
        self.post = Self.post(at: base).merging(post) { $1 }
        self.answers = answers
        self.comments = (0..<comments).map { Self.comment($0 + 1) }
    }

    /// The addresses that were asked for.
    var requests: [String] { lock.withLock { asked } }

    var address: String { base + "/2024/05/on-bread/" }

    /// Changes comments, from within ``before(_:)`` or before reading.
    func change(_ body: (inout [[String: Any]]) -> Void) { lock.withLock { body(&comments) } }

    /// Has no more on a page, whatever it is asked for, or does not say how many there are.
    func restrict(perPage: Int = 100, countsComments: Bool = true) {
        lock.withLock { (self.perPage, self.countsComments) = (perPage, countsComments) }
    }

    /// - Parameter action: Called with the number of the request, from 0; may answer in the site's place.
    func before(_ action: @escaping (_ number: Int, MadeUpSite) -> WebAnswer?) {
        lock.withLock { beforeAnswer = action }
    }

    func answer(to url: String) -> WebAnswer {
        let (number, action) = lock.withLock {
            asked.append(url)
            return (asked.count - 1, beforeAnswer)
        }
        return action(number, self) ?? regularAnswer(to: url)
    }

    private func regularAnswer(to url: String) -> WebAnswer {
        guard url.hasPrefix(root) else {
            let html = "<html><head><title>On bread</title>\(head)</head><body></body></html>"
            return WebAnswer.made(200, headers, html, url: url)
        }
        let rest = url.dropFirst(root.count)
        let route = String(rest.prefix { $0 != "?" && $0 != "&" })
        let query = URLComponents(string: "?" + rest.dropFirst(route.count + 1))?.queryItems ?? []
        let values = Dictionary(query.map { ($0.name, $0.value ?? "") }) { $1 }
        if let given = answers[route] { return .json(given.json, status: given.status, url: url) }
        switch route {
        case "": return .json(["name": "Bread &amp; Butter", "routes": [:]], url: url)
        case "wp/v2/posts/12": return .json(post, url: url)
        case "wp/v2/posts": return .json(values["slug"] == "on-bread" ? [post] : [], url: url)
        case "wp/v2/pages": return .json([] as [Int], url: url)
        case "wp/v2/comments": return page(values, url: url)
        default: return .json(["code": "rest_post_invalid_id"], status: 404, url: url)
        }
    }

    private func page(_ query: [String: String], url: String) -> WebAnswer {
        lock.lock()
        let (all, perPage, isCounted) = (comments, perPage, countsComments)
        lock.unlock()
        let ids = (query["orderby"], query["order"], query["post"], query["per_page"])
        guard ids == ("id", "asc", "12", "100") else {
            return .json(["code": "rest_invalid_param"], status: 400, url: url)
        }
        let page = Array(all.dropFirst(Int(query["offset"] ?? "") ?? 0).prefix(perPage))
        return .json(page, headers: isCounted ? [("x-wp-total", "\(all.count)")] : [], url: url)
    }

    static func comment(_ id: Int, _ other: [String: Any] = [:]) -> [String: Any] {
        let comment: [String: Any] = [
            "id": id, "parent": 0, "author_name": "Ada", "date_gmt": "2024-05-01T12:00:00",
            "content": ["rendered": "<p>Words of \(id)</p>\n"], "status": "approved", "type": "comment",
        ]
        return comment.merging(other) { $1 }
    }

    private static func post(at base: String) -> [String: Any] {
        [
            "id": 12, "status": "publish", "link": base + "/2024/05/on-bread/", "type": "post",
            "date_gmt": "2024-05-01T08:00:00", "title": ["rendered": "On bread &#8211; and salt"],
            "content": ["rendered": "<p>Bread is old.</p>\n<p>Salt is older.</p>\n", "protected": false],
            "excerpt": ["rendered": "<p>Bread &hellip;</p>"],
        ]
    }
}

extension WebAnswer {
    static func made(
        _ status: Int,
        _ headers: [(name: String, value: String)],
        _ body: String,
        url: String,
        retryAfter: Duration? = nil
    ) -> WebAnswer {
        WebAnswer(
            status: status,
            headers: headers,
            body: Array(body.utf8),
            url: url,
            retryAfter: retryAfter
        )
    }

    static func json(
        _ value: Any,
        status: Int = 200,
        headers: [(name: String, value: String)] = [],
        url: String
    ) -> WebAnswer {
        // Only what these tests write, which is always JSON.
        let data = (try? JSONSerialization.data(withJSONObject: value)) ?? Data()
        return made(status, headers, String(decoding: data, as: UTF8.self), url: url)
    }
}
