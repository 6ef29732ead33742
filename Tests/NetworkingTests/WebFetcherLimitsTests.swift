import Foundation
import Testing

@testable import Networking

@Suite struct `A fetcher among hostile servers` {
    private static let limits = WebFetchLimits(maximumBytes: 100_000, timeout: .seconds(20))

    /// Bodies that go on for ever, whatever their headers say.
    @Test(arguments: ["Transfer-Encoding: chunked", "Content-Length: 99999999999", "Connection: close"])
    func `takes no more bytes than it may`(header: String) async throws {
        let server = try HTTPTestServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.write("HTTP/1.1 200 OK\r\n\(header)\r\n\r\n")
            let piece = String(repeating: "x", count: 4096)
            while connection.write(header.hasPrefix("T") ? "1000\r\n\(piece)\r\n" : piece) {}
        }
        try await withWeb(server, limits: Self.limits) { fetcher in
            await #expect(throws: HTTPError.bodyTooLarge(limit: 100_000)) {
                try await fetcher.page(at: server.url) { _ in }
            }
            await #expect(throws: HTTPError.bodyTooLarge(limit: 100_000)) {
                try await fetcher.response(from: server.url)
            }
        }
    }

    @Test func `takes as many bytes as it may`() async throws {
        let body = String(repeating: "x", count: 100_000)
        let server = try HTTPTestServer { _ in webAnswer("200 OK", [], body) }
        try await withWeb(server, limits: Self.limits) { fetcher in
            try await fetcher.page(at: server.url) { #expect($0.bytes == 100_000) }
        }
    }

    @Test func `takes no shorter body than it was promised`() async throws {
        let server = try HTTPTestServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345")
        }
        try await withWeb(server) { fetcher in
            let error = await #expect(throws: HTTPError.self) {
                try await fetcher.page(at: server.url) { _ in }
            }
            #expect(error?.description.hasPrefix("The server's answer broke off") == true)
        }
    }

    /// Also where each answer comes in time, and only leads on.
    @Test(arguments: ["", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n123", "HTTP/1.1 302 Found\r\n"])
    func `waits no longer than it may`(beginning: String) async throws {
        let server = try HTTPTestServer { connection in
            while connection.readRequest() != nil {
                let leadsOn = beginning.contains("302")
                connection.write(leadsOn ? webAnswer("302 Found", ["Location: /"]) : beginning)
            }
        }
        let limits = WebFetchLimits(timeout: .milliseconds(300), maximumRedirects: 100_000)
        try await withWeb(server, limits: limits) { fetcher in
            await #expect(throws: HTTPError.timedOut(after: limits.timeout)) {
                try await fetcher.page(at: server.url) { _ in }
            }
        }
    }

    @Test func `unpacks what comes packed, and counts what comes out`() async throws {
        for (count, fits) in [(100_000, true), (100_001, false), (10_000_000, false)] {
            let packed = try Self.gzip(Data(repeating: UInt8(ascii: "x"), count: count))
            let server = try HTTPTestServer { connection in
                guard connection.readRequest() != nil else { return }
                connection.write(
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n"
                )
                connection.write(packed)
            }
            try await withWeb(server, limits: Self.limits) { fetcher in
                if fits {
                    try await fetcher.page(at: server.url) { _, total in
                        #expect(total == nil)
                    } _: { page in
                        #expect(page.bytes == count)
                    }
                } else {
                    await #expect(throws: HTTPError.bodyTooLarge(limit: 100_000)) {
                        try await fetcher.page(at: server.url) { _ in }
                    }
                }
            }
        }
    }

    private static func gzip(_ data: Data) throws -> [UInt8] {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-c"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        Thread.detachNewThread {
            try? input.fileHandleForWriting.write(contentsOf: data)
            try? input.fileHandleForWriting.close()
        }
        let packed = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Array(packed)
    }
}
