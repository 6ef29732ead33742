import Foundation
import Testing

@testable import Networking

@Suite struct `A fetcher of pages` {
    @Test func `has the page in a private file, until it was read`() async throws {
        let server = try HTTPTestServer { connection in
            while let request = connection.readRequest() {
                connection.write(webAnswer("200 OK", ["Content-Type: text/html", "X-A: b"], request))
            }
        }
        try await withWeb(server) { fetcher in
            let path = try await fetcher.page(at: server.url + "/a?b=c#d") { page in
                let request = try String(contentsOfFile: page.path, encoding: .utf8)
                #expect(request.hasPrefix("GET /a?b=c HTTP/1.1\r\n"))
                #expect(request.contains("\r\nUser-Agent: rapporteur\r\n"))
                #expect(request.contains("\r\nAccept-Encoding: identity\r\n"))
                #expect(page.bytes == request.utf8.count)
                #expect(page.contentType == "text/html")
                #expect(page.headers.contains { $0 == ("X-A", "b") })
                #expect(page.finalURL == server.url + "/a?b=c")
                let attributes = try FileManager.default.attributesOfItem(atPath: page.path)
                #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
                return page.path
            }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test func `removes the file when reading fails`() async throws {
        struct Unreadable: Error {}
        let server = try HTTPTestServer(answering: webAnswer())
        try await withWeb(server) { fetcher in
            let path = Guarded("")
            await #expect(throws: Unreadable.self) {
                try await fetcher.page(at: server.url) { page in
                    path.use { $0 = page.path }
                    throw Unreadable()
                }
            }
            #expect(!FileManager.default.fileExists(atPath: path.use { $0 }))
        }
    }

    @Test func `leaves no file behind when it is given up`() async throws {
        let hasArrived = HTTPTestSignal()
        let server = try HTTPTestServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345")
            hasArrived.give()
            _ = connection.read()
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "pages-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try await withWeb(server, folder: folder.path) { fetcher in
            await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await fetcher.page(at: server.url) { _ in } }
                await hasArrived.wait()
                #expect((try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.count == 1)
                group.cancelAll()
                await #expect(throws: CancellationError.self) { try await group.next() }
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        try FileManager.default.removeItem(at: folder)
    }

    @Test func `says that there is no place for a file`() async throws {
        try await withWeb(folder: "/nowhere") { fetcher in
            await #expect(throws: WebFetchError.disk(code: ENOENT)) {
                try await fetcher.page(at: "http://127.0.0.1/") { _ in }
            }
        }
    }

    @Test func `says how far it is`() async throws {
        let server = try HTTPTestServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
            connection.write(String(repeating: "x", count: 100_000))
        }
        try await withWeb(server) { fetcher in
            let steps = Guarded<[Int]>([])
            try await fetcher.page(at: server.url) { bytes, total in
                #expect(total == 100_000)
                steps.use { $0.append(bytes) }
            } _: { page in
                #expect(page.bytes == 100_000)
            }
            #expect(steps.use { $0.last } == 100_000)
            #expect(steps.use { $0 == $0.sorted() })
        }
    }

    @Test func `follows redirects, and keeps none of their words`() async throws {
        let server = try HTTPTestServer { path in
            switch path {
            case "/a/start": webAnswer("301 Moved", ["Location: ../b?c#here"], "moved")
            case "/b?c": webAnswer("307 Elsewhere", ["Location: ?d"], "elsewhere")
            default: webAnswer("200 OK", [], "at \(path)")
            }
        }
        try await withWeb(server) { fetcher in
            try await fetcher.page(at: server.url + "/a/start#there") { page in
                let text = try String(contentsOfFile: page.path, encoding: .utf8)
                #expect(text == "at /b?d")
                #expect(page.finalURL == server.url + "/b?d")
            }
        }
    }

    @Test func `follows so many redirects and no more`() async throws {
        let server = try HTTPTestServer { path in
            let number = Int(path.dropFirst()) ?? 0
            return number == 0 ? webAnswer() : webAnswer("302 Found", ["Location: /\(number - 1)"])
        }
        try await withWeb(server) { fetcher in
            try await fetcher.page(at: server.url + "/10") { #expect($0.finalURL == server.url + "/0") }
            await #expect(throws: WebFetchError.tooManyRedirects(limit: 10)) {
                try await fetcher.page(at: server.url + "/11") { _ in }
            }
        }
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "http://ada:secret@127.0.0.1/"])
    func `follows to pages only`(location: String) async throws {
        let server = try HTTPTestServer { _ in webAnswer("302 Found", ["Location: \(location)"]) }
        try await withWeb(server) { fetcher in
            await #expect(throws: WebFetchError.badRedirect(from: "127.0.0.1")) {
                try await fetcher.page(at: server.url) { _ in }
            }
        }
    }

    @Test(arguments: [401, 404, 410, 418, 500, 304, 300, 206])
    func `says which answers bring no page`(status: Int) async throws {
        let server = try HTTPTestServer { _ in webAnswer("\(status) So", [], "words") }
        try await withWeb(server) { fetcher in
            let error = WebFetchError.status(status, host: "127.0.0.1")
            await #expect(throws: error) { try await fetcher.page(at: server.url + "/secret") { _ in } }
            #expect(!error.description.contains("secret"))
        }
    }

    @Test(arguments: [
        (["Retry-After: 7"], Duration.seconds(7)),
        (
            ["Date: Sun, 06 Nov 1994 08:49:37 GMT", "Retry-After: Sun, 06 Nov 1994 08:50:37 GMT"],
            .seconds(60)
        ),
        (
            ["Date: Sun, 06 Nov 1994 08:49:37 GMT", "Retry-After: Sun, 06 Nov 1994 08:00:00 GMT"],
            .seconds(0)
        ),
        (["Retry-After: soon"], nil), (["Retry-After: 99999999999999999999"], nil),
        (["Retry-After: -1"], nil),
        ([], nil),
    ])
    func `says when to come again`(headers: [String], wait: Duration?) async throws {
        for status in [429, 503] {
            let server = try HTTPTestServer { _ in webAnswer("\(status) Busy", headers) }
            try await withWeb(server) { fetcher in
                await #expect(
                    throws: WebFetchError.busy(host: "127.0.0.1", status: status, retryAfter: wait)
                ) {
                    try await fetcher.page(at: server.url) { _ in }
                }
            }
        }
    }

    @Test func `hands back a small answer, whatever its status`() async throws {
        let server = try HTTPTestServer { connection in
            while let request = connection.readRequest() {
                connection.write(webAnswer("404 No", ["X-A: b"], request))
            }
        }
        try await withWeb(server) { fetcher in
            let (response, url) = try await fetcher.response(
                from: server.url + "/a",
                headers: [("Accept", "application/json")]
            )
            #expect(response.status == 404)
            #expect(response.header("x-a") == "b")
            #expect(response.text.contains("\r\nAccept: application/json\r\n"))
            #expect(url == server.url + "/a")
        }
    }

    @Test func `tells what is for one site to no other`() async throws {
        let other = try HTTPTestServer { connection in
            while let request = connection.readRequest() {
                connection.write(webAnswer("200 OK", [], request))
            }
        }
        let url = other.url
        let server = try HTTPTestServer { path in
            path == "/start"
                ? webAnswer("302 Found", ["Location: /middle"])
                : webAnswer("302 Found", ["Location: \(url)"])
        }
        try await withWeb(server, other) { fetcher in
            let headers = [("Authorization", "secret"), ("cookie", "secret"), ("Accept", "text/plain")]
            let text = try await fetcher.response(from: server.url + "/start", headers: headers).response.text
            #expect(!text.contains("secret"))
            #expect(text.contains("Accept: text/plain"))
        }
    }
}
