import Foundation
import Testing

/// A server made of a raw socket on loopback; what it does with a connection is a closure, run on a thread.
final class HTTPTestServer: @unchecked Sendable {
    // Unchecked: what changes is touched under the lock only.
    private let lock = NSLock()
    private let listener: Int32
    private var connections: [HTTPTestConnection] = []

    let port: Int
    var url: String { "http://127.0.0.1:\(port)" }
    var connectionCount: Int { lock.withLock { connections.count } }

    init(serving script: @escaping @Sendable (HTTPTestConnection) -> Void) throws {
        let (listener, port) = try Self.listen()
        self.listener = listener
        self.port = port
        Thread.detachNewThread { [self] in
            while let connection = accept() {
                Thread.detachNewThread {
                    script(connection)
                    connection.close()
                }
            }
            Glibc.close(listener)
        }
    }

    /// Gives the same bytes to every connection, once a request has come.
    convenience init(answering bytes: String) throws {
        try self.init { connection in
            guard connection.readRequest() != nil else { return }
            connection.write(bytes)
        }
    }

    /// Ends listening and every connection, so that no thread waits on.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        for connection in lock.withLock({ connections }) { connection.shut() }
    }

    private func accept() -> HTTPTestConnection? {
        let descriptor = Glibc.accept(listener, nil, nil)
        guard descriptor >= 0 else { return nil }
        let connection = HTTPTestConnection(descriptor)
        lock.withLock { connections.append(connection) }
        return connection
    }

    private static func listen() throws -> (Int32, Int) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && Glibc.listen(descriptor, 64) == 0
                    && getsockname(descriptor, $0, &size) == 0
            }
        }
        try #require(isListening)
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }
}
