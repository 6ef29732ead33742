internal import Glibc

/// A listening socket on a free port of loopback.
package struct LoopbackListener: Sendable {
    /// Whoever accepts from it closes it.
    package let descriptor: Int32
    package let port: Int

    /// Why there is no socket: the error number of the system.
    package struct Failure: Error {
        package let code: Int32
    }

    /// - Parameter host: Any address of 127/8.
    /// - Throws: ``Failure``.
    package init(on host: String = "127.0.0.1") throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr(host)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { [descriptor] in
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && listen(descriptor, 64) == 0
                    && getsockname(descriptor, $0, &size) == 0
            }
        }
        guard isListening else { throw Failure(code: errno) }
        port = Int(UInt16(bigEndian: address.sin_port))
    }
}
