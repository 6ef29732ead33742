import Foundation
import TestSupport
import Testing

/// A server made of a raw socket on loopback; what it does with a connection is a closure, run on a thread.
final class HTTPTestServer: @unchecked Sendable {
    // Unchecked: what changes is touched under the lock only.
    private let lock = NSLock()
    private let listener: Int32
    private var connections: [HTTPTestConnection] = []

    let host: String
    let port: Int
    var url: String { "http://\(host):\(port)" }
    var connectionCount: Int { lock.withLock { connections.count } }

    init(on host: String = "127.0.0.1", serving script: @escaping @Sendable (HTTPTestConnection) -> Void)
        throws
    {
        let loopback = try LoopbackListener(on: host)
        self.host = host
        let listener = loopback.descriptor
        self.listener = listener
        port = loopback.port
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
    convenience init(on host: String = "127.0.0.1", answering bytes: String) throws {
        try self.init(on: host) { connection in
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
}
