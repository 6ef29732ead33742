import Foundation
import Testing

@testable import Networking

@Suite struct `The HTTP client on TLS` {
    private let body = String(repeating: "0123456789", count: 20_000)

    @Test func `trusts what its CA file names`() async throws {
        try await withTLS { url, caFile async throws in
            let response = try await self.response(to: url + "/whole", caFile: caFile)
            #expect(response.status == 200)
            #expect(response.text == body)
        }
    }

    @Test func `refuses a server of an unknown authority`() async throws {
        let other = try HTTPTestAuthority()
        try await withTLS { url, _ async throws in
            await #expect { try await response(to: url + "/whole", caFile: other.caFile) } throws: {
                $0.isTLSError
            }
            await #expect { try await response(to: url + "/whole", caFile: nil) } throws: { $0.isTLSError }
        }
        try other.remove()
    }

    @Test func `refuses a server of another name`() async throws {
        try await withTLS(alternativeName: "DNS:elsewhere.example") { url, caFile async throws in
            let error = await #expect(throws: HTTPError.self) {
                try await response(to: url + "/whole", caFile: caFile)
            }
            #expect(error?.description.contains("127.0.0.1") == true)
            #expect(error?.isTLSError == true)
        }
    }

    @Test(arguments: ["/whole", "/chunked"])
    func `takes no body that somebody on the way has cut short`(path: String) async throws {
        try await withTLS(cutAfter: 100_000) { url, caFile async throws in
            let error = await #expect(throws: HTTPError.self) {
                try await response(to: url + path, caFile: caFile)
            }
            #expect(error?.isCut == true)
        }
    }

    @Test func `takes no body that only the end of the connection ends`() async throws {
        for limit in [100_000, nil] {
            try await withTLS(cutAfter: limit) { url, caFile async throws in
                let error = await #expect(throws: HTTPError.self) {
                    try await response(to: url + "/open-ended", caFile: caFile)
                }
                #expect(error?.isCut == true)
            }
        }
    }

    /// - Parameter cutAfter: So many bytes from the server reach the client, before the connection ends.
    private func withTLS(
        alternativeName: String = "IP:127.0.0.1",
        cutAfter: Int? = nil,
        perform test: (_ url: String, _ caFile: String) async throws -> Void
    ) async throws {
        let authority = try HTTPTestAuthority()
        try authority.issue("server", for: alternativeName)
        try write("Content-Length: \(body.utf8.count)\r\n", to: "whole", of: authority)
        try write("Connection: close\r\n", to: "open-ended", of: authority)
        try write(
            "Transfer-Encoding: chunked\r\n\r\n\(String(body.utf8.count, radix: 16))",
            to: "chunked",
            of: authority
        )
        let server = try HTTPTestTLSServer(certificate: "server", of: authority)
        let target = server.port
        let relay = try HTTPTestServer { client in client.relay(to: target, cutAfter: cutAfter) }
        let result: Result<Void, any Error>
        do {
            result = .success(try await test("https://127.0.0.1:\(relay.port)", authority.caFile))
        } catch { result = .failure(error) }
        relay.stop()
        server.stop()
        try authority.remove()
        try result.get()
    }

    private func write(_ header: String, to name: String, of authority: HTTPTestAuthority) throws {
        try "HTTP/1.1 200 OK\r\n\(header)\r\n\(body)".write(
            to: authority.folder.appending(path: name),
            atomically: true,
            encoding: .utf8
        )
    }

    private func response(to url: String, caFile: String?) async throws -> HTTPResponse {
        let client = try HTTPClient(caFile: caFile)
        do {
            let response = try await client.response(to: .to(url))
            await client.shutdown()
            return response
        } catch {
            await client.shutdown()
            throw error
        }
    }
}

extension Error {
    fileprivate var isCut: Bool {
        if case .cutShort = self as? HTTPError { true } else { false }
    }

    fileprivate var isTLSError: Bool {
        if case .tls = self as? HTTPError { true } else { false }
    }
}
