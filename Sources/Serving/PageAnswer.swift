package import struct Foundation.Data

/// What is asked for.
package struct PageRequest: Hashable, Sendable {
    /// Percent-encoded, from its first slash on, without a query.
    package let path: String
    /// What the browser has already, by the tag that it came with; nil where it has nothing.
    package let knownTag: String?

    package init(path: String, knownTag: String?) {
        self.path = path
        self.knownTag = knownTag
    }
}

/// What is answered.
package struct PageAnswer: Hashable, Sendable {
    package let status: Int
    /// The type of the body, as HTTP names it.
    package let type: String
    package let body: Data
    package let headers: [String: String]

    package init(status: Int, type: String, body: Data, headers: [String: String] = [:]) {
        self.status = status
        self.type = type
        self.body = body
        self.headers = headers
    }

    /// A sentence.
    package static func text(_ sentence: String, status: Int) -> PageAnswer {
        PageAnswer(status: status, type: "text/plain; charset=utf-8", body: Data((sentence + "\n").utf8))
    }
}
