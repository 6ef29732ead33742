import CLibwebsockets
import Glibc

/// A bound socket, made before anything is promised about it.
struct WebSocketListeningSocket {
    private static let backlog: Int32 = 128

    let descriptor: Int32
    let port: Int

    /// - Throws: ``WebSocketError/cannotListen(address:reason:)``, with the system's words.
    init(host: String, port: Int) throws(WebSocketError) {
        let place = "\(host):\(port)"
        var hints = addrinfo()
        hints.ai_flags = AI_PASSIVE
        hints.ai_socktype = lws_shim_stream()
        var found: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, "\(port)", &hints, &found)
        defer { if found != nil { freeaddrinfo(found) } }
        guard status == 0, let address = found?.pointee else {
            throw .cannotListen(address: place, reason: String(cString: gai_strerror(status)))
        }
        let descriptor = socket(address.ai_family, address.ai_socktype, 0)
        lws_shim_prepare(descriptor)
        var isOn: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<Int32>.size))
        guard descriptor >= 0, bind(descriptor, address.ai_addr, address.ai_addrlen) == 0,
            Glibc.listen(descriptor, Self.backlog) == 0
        else {
            let reason = String(cString: strerror(errno))
            if descriptor >= 0 { close(descriptor) }
            throw .cannotListen(address: place, reason: reason)
        }
        self.descriptor = descriptor
        self.port = Self.port(of: descriptor)
    }

    private static func port(of descriptor: Int32) -> Int {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = getsockname(descriptor, $0, &length)
            }
            // The port stands at the same place for IPv4 and IPv6.
            return pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                Int(UInt16(bigEndian: $0.pointee.sin_port))
            }
        }
    }
}
