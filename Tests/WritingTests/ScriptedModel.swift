import Foundation
import Networking
import TestSupport
import Testing

/// The API of a language model, made of a raw socket on loopback, that says what a test wants.
final class ScriptedModel: Sendable {
    enum Reply: Sendable {
        /// The bytes as they are, and then the end.
        case raw(String)
        case status(Int, String, headers: [String])
        /// Nothing, until the client or the test ends.
        case silence

        static func json(_ json: String, status: Int = 200) -> Reply {
            .status(status, json, headers: ["Content-Type: application/json"])
        }

        /// A completion as an API gives it.
        static func completion(_ content: String, finish: String = "stop") -> Reply {
            let message = ["role": "assistant", "content": content]
            let choice: [String: Any] = ["index": 0, "message": message, "finish_reason": finish]
            let data = try? JSONSerialization.data(withJSONObject: ["choices": [choice]])
            return .json(String(decoding: data ?? Data(), as: UTF8.self))
        }

        var text: String? {
            switch self {
            case .raw(let text): return text
            case .silence: return nil
            case .status(let status, let body, let headers):
                let lines = [
                    "HTTP/1.1 \(status) Reply", "Content-Length: \(body.utf8.count)", "Connection: close",
                ]
                return (lines + headers).joined(separator: "\r\n") + "\r\n\r\n" + body
            }
        }
    }

    let port: Int
    private let listener: Int32
    private let connections = Guarded<[Int32]>([])
    private let seen = Guarded<[String]>([])

    var url: String { "http://127.0.0.1:\(port)/v1" }
    /// Every request so far, head and body.
    var requests: [String] { seen.use { $0 } }

    /// Runs a test beside a model, and ends it after.
    static func run(_ reply: Reply, _ body: (ScriptedModel) async throws -> Void) async throws {
        let server = try ScriptedModel(reply)
        defer { server.stop() }
        try await body(server)
    }

    init(_ reply: Reply) throws {
        let loopback = try LoopbackListener()
        (listener, port) = (loopback.descriptor, loopback.port)
        Thread.detachNewThread { [self] in
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                connections.use { $0.append(connection) }
                Thread.detachNewThread { self.serve(connection, reply) }
            }
            close(listener)
        }
    }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        connections.use { for connection in $0 { _ = shutdown(connection, Int32(SHUT_RDWR)) } }
    }

    private func serve(_ connection: Int32, _ reply: Reply) {
        defer {
            connections.use { $0.removeAll { $0 == connection } }
            close(connection)
        }
        guard let request = Self.request(on: connection) else { return }
        seen.use { $0.append(request) }
        var bytes = Array((reply.text ?? "").utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes {
                send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
        if reply.text != nil { shutdown(connection, Int32(SHUT_WR)) }
        var rest: UInt8 = 0
        while recv(connection, &rest, 1, 0) > 0 {}
    }

    private static func request(on connection: Int32) -> String? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let end = text.range(of: "\r\n\r\n") {
                let lengths = text[..<end.lowerBound].lowercased().components(separatedBy: "content-length: ")
                let length = lengths.dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
                if text[end.upperBound...].utf8.count >= length { return text }
            }
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
        }
    }
}
