internal import FlyingFox
internal import Foundation
internal import MatrixTypes

/// The chat page and what it asks for, beside the client API.
struct PageSite: HTTPHandler {
    let page: PageSettings?
    let api: ClientAPI
    /// The addresses under which a browser may ask: one that was led here under another name gets nothing.
    let hosts: Set<String>
    let streamURL: String

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        let path = request.target.path(percentEncoded: true)
        if path.hasPrefix("/_matrix/") || path == ClientAPI.wellKnownPath {
            return try await api.handleRequest(request)
        }

        guard let host = request.headers[.host], hosts.contains(host.lowercased()) else {
            return plain("Open this page under the address that was printed.", status: .misdirectedRequest)
        }
        guard let page, request.method == .GET || request.method == .HEAD else {
            return plain("There is no such page.", status: .notFound)
        }
        switch path {
        case "/session.json": return secured(.json(session(of: page), status: 200))
        case "/discussion.json": return await discussion(of: page, after: request.query["after"])
        default: return file(path)
        }
    }

    private func file(_ path: String) -> HTTPResponse {
        guard let file = PageFile.all.first(where: { $0.path == path }) else {
            return plain("There is no such page.", status: .notFound)
        }
        let headers: HTTPHeaders = [.contentType: file.type, .cacheControl: "no-cache"]
        return secured(HTTPResponse(statusCode: .ok, headers: headers, body: Data(file.text.utf8)))
    }

    private func session(of page: PageSettings) -> JSONText {
        .object([
            "user_id": .string(page.person.userID.rawValue),
            "display_name": .string(page.person.displayName),
            "access_token": .string(page.person.accessToken),
            "bot_id": .string(page.bot.rawValue),
            "room_id": .string(page.room.rawValue),
            "room_name": .string(page.roomName),
            "stream_url": .string(streamURL + StreamAddress.path),
        ])
    }

    private func discussion(of page: PageSettings, after revision: String?) async -> HTTPResponse {
        guard let (revision, json) = await page.discussion(revision) else {
            return secured(HTTPResponse(statusCode: .noContent))
        }
        var response = HTTPResponse.json(JSONText(verbatim: json), status: 200)
        // The revision is ours to name, not ours to trust: it travels encoded.
        response.headers[HTTPHeader("X-Revision")] = revision.addingPercentEncoding(
            withAllowedCharacters: .alphanumerics
        )
        return secured(response)
    }

    private func plain(_ text: String, status: HTTPStatusCode) -> HTTPResponse {
        let headers: HTTPHeaders = [.contentType: "text/plain; charset=utf-8"]
        return secured(HTTPResponse(statusCode: status, headers: headers, body: Data(text.utf8)))
    }

    /// Nothing but our own files, and nowhere to send to but our own two ports.
    private func secured(_ response: HTTPResponse) -> HTTPResponse {
        var response = response
        response.headers[HTTPHeader("Content-Security-Policy")] = [
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self' \(streamURL)",
            "img-src 'self' data:", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
        ].joined(separator: "; ")
        response.headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
        response.headers[HTTPHeader("Referrer-Policy")] = "no-referrer"
        return response
    }
}
