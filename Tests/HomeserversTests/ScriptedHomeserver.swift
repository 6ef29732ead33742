import Foundation
import Networking
import TestSupport
import Testing

/// A homeserver made of a raw socket on loopback, that says what a test wants.
final class ScriptedHomeserver: Sendable {
    struct Request: Hashable, Sendable {
        let method: String
        /// Path and query, as they came.
        let target: String
        let token: String?
        let body: String

        var path: String { String(target.prefix { $0 != "?" }) }

        /// The decoded value of a query parameter.
        func parameter(_ name: String) -> String? {
            let query = target.drop { $0 != "?" }.dropFirst().split(separator: "&")
            return query.first { $0.hasPrefix(name + "=") }?.dropFirst(name.count + 1).description
                .removingPercentEncoding
        }
    }

    enum Reply: Sendable {
        case json(Int, String, headers: [String] = [])
        case page(Int, String)
        /// The bytes as they are, and then the end.
        case raw(String)
        /// Nothing, until the client or the test ends.
        case silence

        static func ok(_ json: String) -> Reply { .json(200, json) }

        static func refusal(_ status: Int, _ errcode: String, more: String = "", headers: [String] = [])
            -> Reply
        {
            .json(status, #"{"errcode":"\#(errcode)","error":"No."\#(more)}"#, headers: headers)
        }

        fileprivate var text: String? {
            switch self {
            case .json(let status, let json, let headers):
                return Self.answer(status, json, headers: ["Content-Type: application/json"] + headers)
            case .page(let status, let html):
                return Self.answer(status, html, headers: ["Content-Type: text/html"])
            case .raw(let text): return text
            case .silence: return nil
            }
        }

        private static func answer(_ status: Int, _ body: String, headers: [String]) -> String {
            let lines = [
                "HTTP/1.1 \(status) Reply", "Content-Length: \(body.utf8.count)", "Connection: close",
            ]
            return (lines + headers).joined(separator: "\r\n") + "\r\n\r\n" + body
        }
    }

    let port: Int
    private let listener: Int32
    private let connections = Guarded<Set<Int32>>([])
    private let seen = Guarded<[Request]>([])
    private let arrivals: AsyncStream<Request>
    private let arrived: AsyncStream<Request>.Continuation

    var url: String { "http://127.0.0.1:\(port)" }
    /// What was asked so far.
    var requests: [Request] { seen.use { $0 } }

    /// Runs a test beside a homeserver, and ends it after.
    static func run(
        _ answer: @escaping @Sendable (Request, Int) -> Reply,
        _ body: (ScriptedHomeserver) async throws -> Void
    ) async throws {
        let server = try ScriptedHomeserver(answer)
        defer { server.stop() }
        try await body(server)
    }

    /// - Parameter answer: What to say to a request; the number is how many of its path came before it.
    private init(_ answer: @escaping @Sendable (Request, Int) -> Reply) throws {
        let loopback = try LoopbackListener()
        (listener, port) = (loopback.descriptor, loopback.port)
        (arrivals, arrived) = AsyncStream.makeStream()
        Thread.detachNewThread { [self] in
            while let connection = accept() {
                Thread.detachNewThread { self.serve(connection, answer) }
            }
            close(listener)
        }
    }

    /// Returns when a request has come for which `condition` holds.
    func waits(for condition: (Request) -> Bool) async {
        for await request in arrivals where condition(request) { return }
    }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        connections.use { open in
            for connection in open { _ = shutdown(connection, Int32(SHUT_RDWR)) }
        }
        arrived.finish()
    }

    private func serve(_ connection: Int32, _ answer: (Request, Int) -> Reply) {
        defer {
            connections.use { _ = $0.remove(connection) }
            close(connection)
        }
        guard let request = Self.request(on: connection) else { return }
        let former = seen.use { seen in
            defer { seen.append(request) }
            return seen.filter { $0.path == request.path }.count
        }
        arrived.yield(request)
        if let text = answer(request, former).text {
            var bytes = Array(text.utf8)[...]
            while !bytes.isEmpty {
                let count = bytes.withUnsafeBytes {
                    send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { return }
                bytes = bytes.dropFirst(count)
            }
            shutdown(connection, Int32(SHUT_WR))
        }
        var rest: UInt8 = 0
        while recv(connection, &rest, 1, 0) > 0 {}
    }

    private static func request(on connection: Int32) -> Request? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let end = text.range(of: "\r\n\r\n") {
                let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
                func header(_ name: String) -> String? {
                    lines.first { $0.lowercased().hasPrefix(name + ":") }.map {
                        $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
                    }
                }
                let body = String(text[end.upperBound...])
                if body.utf8.count >= Int(header("content-length") ?? "0") ?? 0 {
                    let words = lines[0].split(separator: " ").map(String.init)
                    let token = header("authorization").map { String($0.dropFirst("Bearer ".count)) }
                    return Request(method: words[0], target: words[1], token: token, body: body)
                }
            }
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
        }
    }

    private func accept() -> Int32? {
        let connection = Glibc.accept(listener, nil, nil)
        guard connection >= 0 else { return nil }
        connections.use { _ = $0.insert(connection) }
        return connection
    }
}
