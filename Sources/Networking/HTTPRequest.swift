/// One request, with its limits.
package struct HTTPRequest: Sendable {
    package enum Method: String, Hashable, Sendable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"

        /// Whether doing it twice is doing it once, so that a connection that died under it is no failure yet.
        var isIdempotent: Bool { self != .post }
    }

    package let method: Method
    /// `http://` or `https://`, percent-encoded.
    package let url: String
    /// Sent in this order. The lengths of what is sent are not for the caller to say.
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]
    /// From the name resolution to the last byte of the answer.
    package let timeout: Duration
    /// A longer answer is an error.
    package let maximumResponseBytes: Int

    package init(
        method: Method,
        url: String,
        headers: [(name: String, value: String)],
        body: [UInt8],
        timeout: Duration,
        maximumResponseBytes: Int
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.maximumResponseBytes = maximumResponseBytes
    }

    /// Refuses what would be another request than the one that was meant.
    func check() throws(HTTPError) {
        let authority = url.drop { $0 != ":" }.dropFirst(3).prefix { !"/?#".contains($0) }
        let isWeb = ["http://", "https://"].contains { url.lowercased().hasPrefix($0) }
        let isPlain = url.utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "\\") }
        // A name and password before the host would be sent along.
        guard isWeb, isPlain, !authority.isEmpty, !authority.contains("@") else {
            // A query may hold a token, and errors are logged.
            throw .invalidURL(String(url.prefix { $0 != "?" }))
        }
        for (name, value) in headers {
            guard Self.isToken(name), value.utf8.allSatisfy({ ($0 >= 0x20 && $0 != 0x7f) || $0 == 0x09 }),
                !["content-length", "transfer-encoding", "connection"].contains(name.lowercased())
            else { throw .invalidHeader(name: name) }
        }
    }

    private static func isToken(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { (0x21...0x7e).contains($0) && !"()<>@,;:\\\"/[]?={}".utf8.contains($0) }
    }
}
