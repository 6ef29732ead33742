/// Fetches pages of strangers' web sites.
///
/// It goes to the public internet only, unless it was allowed to go to private networks, too; it follows redirects by
/// itself, and nothing that a server says or leaves out makes it take more bytes or time than its limits.
package struct WebFetcher: Sendable {
    private let client: HTTPClient
    private let folder: String
    private let limits: WebFetchLimits

    /// A fetcher with connections of its own.
    ///
    /// - Parameters:
    ///   - allowsPrivate: Whether it may go to addresses of private networks, this machine's own included.
    ///   - caFile: A PEM file with the only authorities that are trusted; nil trusts those of the system.
    ///   - folder: Where pages may lie for a while.
    /// - Throws: ``HTTPError/unreadableCAFile(_:)``.
    package init(
        allowsPrivate: Bool,
        caFile: String?,
        folder: String,
        limits: WebFetchLimits = WebFetchLimits()
    ) throws(HTTPError) {
        let reach = allowsPrivate ? HTTPReach.anywhere : .publicInternet
        try self.init(reach: reach, caFile: caFile, folder: folder, limits: limits)
    }

    init(reach: HTTPReach, caFile: String?, folder: String, limits: WebFetchLimits) throws(HTTPError) {
        client = try HTTPClient(caFile: caFile, reach: reach)
        self.folder = folder
        self.limits = limits
    }

    /// Ends what is under way. Without it, the fetcher ends with its last copy.
    package func shutdown() async {
        await client.shutdown()
    }

    /// Fetches a page into a temporary file, which is removed when `body` ends.
    ///
    /// - Parameters:
    ///   - progress: Called for every piece, on a thread of the fetcher's, with how many bytes have come, of how many
    ///     if the server says so.
    /// - Throws: ``WebFetchError``, ``HTTPError``, or what `body` throws.
    package func page<Result>(
        at url: String,
        progress: @escaping @Sendable (_ bytes: Int, _ total: Int?) -> Void = { _, _ in },
        _ body: (WebPage) async throws -> Result
    ) async throws -> Result {
        let file = try TemporaryFile(in: folder)
        defer { file.remove() }
        let count = Guarded(0)
        let sink = HTTPBodySink { piece, total in
            try file.append(piece)
            progress(
                count.use {
                    $0 += piece.count
                    return $0
                },
                total
            )
        }
        let (response, address) = try await follow(
            try WebAddress(url),
            [("Accept", "text/html, */*;q=0.5")],
            sink
        )
        try Self.check(response, from: address)
        return try await body(
            WebPage(
                path: file.path,
                bytes: count.use { $0 },
                contentType: response.header("Content-Type"),
                headers: response.headers,
                finalURL: address.text
            )
        )
    }

    /// A small answer, whatever its status, and the address that gave it, after all redirects.
    ///
    /// - Parameter headers: A name, a password or a cookie among them is for the site of `url` alone, and left out
    ///   where a redirect leads to another.
    /// - Throws: ``WebFetchError`` or ``HTTPError``.
    package func response(
        from url: String,
        headers: [(name: String, value: String)] = []
    ) async throws -> (response: HTTPResponse, finalURL: String) {
        let (response, address) = try await follow(try WebAddress(url), headers, nil)
        return (response, address.text)
    }

    /// - Throws: ``WebFetchError`` for an answer that brings no page.
    private static func check(_ response: HTTPResponse, from address: WebAddress) throws(WebFetchError) {
        switch response.status {
        case 206: throw .status(206, host: address.host)  // a part, of which nobody asked for one
        case 200..<300: break
        case 429, 503:
            throw .busy(host: address.host, status: response.status, retryAfter: response.retryAfter)
        default: throw .status(response.status, host: address.host)
        }
    }
}

extension WebFetcher {
    /// The first answer that does not lead on, and whose it is.
    private func follow(
        _ start: WebAddress,
        _ headers: [(name: String, value: String)],
        _ sink: HTTPBodySink?
    ) async throws -> (HTTPResponse, WebAddress) {
        let deadline = ContinuousClock.now + limits.timeout
        var address = start
        for _ in 0...limits.maximumRedirects {
            let given = headers.filter { address.origin == start.origin || !Self.isSecret($0.name) }
            let response = try await response(from: address, given, sink, before: deadline)
            guard let location = Self.location(in: response) else { return (response, address) }
            address = try address.following(location)
        }
        throw WebFetchError.tooManyRedirects(limit: limits.maximumRedirects)
    }

    private func response(
        from address: WebAddress,
        _ headers: [(name: String, value: String)],
        _ sink: HTTPBodySink?,
        before deadline: ContinuousClock.Instant
    ) async throws -> HTTPResponse {
        let request = HTTPRequest(
            method: .get,
            url: address.text,
            headers: [("User-Agent", "rapporteur")] + headers,
            body: [],
            timeout: deadline - .now,
            maximumResponseBytes: limits.maximumBytes
        )
        do {
            return try await client.response(to: request, into: sink)
        } catch HTTPError.beyondReach(let target) {
            throw WebFetchError.privateAddress(host: address.host, target)
        } catch HTTPError.timedOut {
            throw HTTPError.timedOut(after: limits.timeout)  // of which redirects may have taken a part
        }
    }

    private static func location(in response: HTTPResponse) -> String? {
        [301, 302, 303, 307, 308].contains(response.status) ? response.header("Location") : nil
    }

    private static func isSecret(_ header: String) -> Bool {
        ["authorization", "cookie", "proxy-authorization"].contains(header.lowercased())
    }
}
