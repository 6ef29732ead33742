import Foundation
import Glibc
import TestSupport

@testable import Formats

/// A made-up site on a socket of loopback, one connection at a time.
struct MadeUpServer {
    let site: MadeUpSite
    private let listener: LoopbackListener

    /// - Parameter site: What stands at this address.
    init(_ site: (_ base: String) -> MadeUpSite) throws {
        listener = try LoopbackListener()
        self.site = site("http://127.0.0.1:\(listener.port)")
        let (descriptor, served) = (listener.descriptor, self.site)
        Thread.detachNewThread {
            while true {
                let connection = accept(descriptor, nil, nil)
                guard connection >= 0 else { break }
                while let path = Self.readPath(from: connection) {
                    let answer = served.answer(to: served.base + path)
                    guard Self.write(answer, to: connection) else { break }
                }
                close(connection)
            }
            close(descriptor)
        }
    }

    func stop() { shutdown(listener.descriptor, Int32(SHUT_RDWR)) }

    /// What the next request asks for; nil when the client has gone.
    private static func readPath(from connection: Int32) -> String? {
        var (head, buffer) = ("", [UInt8](repeating: 0, count: 4096))
        while !head.hasSuffix("\r\n\r\n") {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            head += String(decoding: buffer[..<count], as: UTF8.self)
        }
        return head.split(separator: " ").dropFirst().first.map(String.init)
    }

    private static func write(_ answer: WebAnswer, to connection: Int32) -> Bool {
        let headers = answer.headers.map { "\($0.name): \($0.value)\r\n" }.joined()
        let wait = answer.retryAfter.map { "Retry-After: \($0.components.seconds)\r\n" } ?? ""
        let head =
            "HTTP/1.1 \(answer.status) So\r\n\(headers)\(wait)Content-Length: \(answer.body.count)\r\n\r\n"
        var rest = (Array(head.utf8) + answer.body)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
