/// What a web site answered, whatever its status, as whoever fetches hands it to a reader.
package struct WebAnswer: Sendable {
    package let status: Int
    /// In the order in which they came; a name may come more than once.
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]
    /// Where it came from, after all redirects.
    package let url: String
    /// How long the site asks to wait before the next request; nil where it does not say.
    package let retryAfter: Duration?

    package init(
        status: Int,
        headers: [(name: String, value: String)],
        body: [UInt8],
        url: String,
        retryAfter: Duration?
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.url = url
        self.retryAfter = retryAfter
    }

    /// All values of a header, by its name in any case.
    func values(of name: String) -> [String] {
        headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }
}
