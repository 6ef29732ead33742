import Foundation

/// The server's end of one connection. Blocking calls, for a thread of the test.
final class HTTPTestConnection: @unchecked Sendable {
    // Unchecked: the descriptor is closed and shut under the lock; reading and writing is for one thread.
    private let lock = NSLock()
    private let descriptor: Int32
    private var isOpen = true
    private var unread: [UInt8] = []

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Head and body of the next request; nil when the client has gone.
    func readRequest() -> String? {
        let end = Array("\r\n\r\n".utf8)
        while true {
            if let range = unread.firstRange(of: end) {
                let head = String(decoding: unread[..<range.upperBound], as: UTF8.self)
                let length = Self.length(in: head)
                while unread.count < range.upperBound + length, fill() {}
                guard unread.count >= range.upperBound + length else { return nil }
                let request = String(decoding: unread.prefix(range.upperBound + length), as: UTF8.self)
                unread.removeFirst(range.upperBound + length)
                return request
            }
            guard fill() else { return nil }
        }
    }

    /// Whatever has come; nil when the other side has gone.
    func read() -> [UInt8]? {
        guard !unread.isEmpty || fill() else { return nil }
        defer { unread = [] }
        return unread
    }

    @discardableResult
    func write(_ text: String) -> Bool { write(Array(text.utf8)) }

    @discardableResult
    func write(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                send(
                    descriptor,
                    $0.baseAddress.map { $0 + sent },
                    bytes.count - sent,
                    Int32(MSG_NOSIGNAL)
                )
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Ends the connection at once: the client's next write or read fails.
    func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        close()
    }

    /// Wakes whoever reads or writes; nothing more comes or goes.
    func shut() {
        lock.withLock {
            guard isOpen else { return }
            _ = shutdown(descriptor, Int32(SHUT_RDWR))
        }
    }

    func close() {
        lock.withLock {
            guard isOpen else { return }
            isOpen = false
            Glibc.close(descriptor)
        }
    }

    /// Passes bytes on in both directions until one side ends, or `limit` bytes have come from the port.
    func relay(to port: Int, cutAfter limit: Int?) {
        guard let server = Self.connected(to: port) else { return }
        let isDone = HTTPTestSignal()
        Thread.detachNewThread { [self] in
            while let bytes = read(), server.write(bytes) {}
            server.shut()
            isDone.give()
        }
        var left = limit ?? .max
        while left > 0, let bytes = server.read(), write(Array(bytes.prefix(left))) {
            left -= min(left, bytes.count)
        }
        server.shut()
        shut()
        isDone.waitBlocking()
        server.close()
    }

    private static func connected(to port: Int) -> HTTPTestConnection? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        address.sin_port = in_port_t(port).bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return result == 0 ? HTTPTestConnection(descriptor) : nil
    }

    private func fill() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return false }
        unread += bytes[..<count]
        return true
    }

    private static func length(in head: String) -> Int {
        let lines = head.lowercased().split(separator: "\r\n")
        let line = lines.first { $0.hasPrefix("content-length:") }
        return line.flatMap { Int($0.dropFirst(15).drop { $0 == " " }) } ?? 0
    }
}
