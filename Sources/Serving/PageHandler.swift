internal import FlyingFox
internal import Foundation

/// The HTTP side: who may ask, and how.
struct PageHandler: HTTPHandler {
    /// The names under which it may be asked: a browser that was led here under another gets nothing.
    let hosts: Set<String>
    let answer: @Sendable (PageRequest) async -> PageAnswer

    func handleRequest(_ request: HTTPRequest) async -> HTTPResponse {
        guard let host = request.headers[.host], hosts.contains(host.lowercased()) else {
            return response(to: .text("Ask under the address that was logged.", status: 421))
        }
        guard request.method == .GET || request.method == .HEAD else {
            var response = response(to: .text("Only GET and HEAD are answered here.", status: 405))
            response.headers[HTTPHeader("Allow")] = "GET, HEAD"
            return response
        }
        let page = PageRequest(
            path: request.target.path(percentEncoded: true),
            knownTag: request.headers[HTTPHeader("If-None-Match")]
        )
        return response(to: await answer(page))
    }

    private func response(to answer: PageAnswer) -> HTTPResponse {
        var headers: HTTPHeaders = [
            .contentType: answer.type, .cacheControl: "no-store",
            HTTPHeader("X-Content-Type-Options"): "nosniff",
        ]
        for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
        let phrase = Self.phrases[answer.status] ?? "Answer"
        return HTTPResponse(
            statusCode: HTTPStatusCode(answer.status, phrase: phrase),
            headers: headers,
            body: answer.body
        )
    }

    private static let phrases = [
        200: "OK", 301: "Moved Permanently", 302: "Found", 304: "Not Modified", 404: "Not Found",
        405: "Method Not Allowed", 421: "Misdirected Request", 500: "Internal Server Error",
        503: "Service Unavailable",
    ]
}
