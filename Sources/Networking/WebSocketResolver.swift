import CLibwebsockets
import Foundation
import Glibc

/// Turns names into addresses, on a thread of its own for each: `getaddrinfo` blocks, for as long as it likes, and
/// would hold up every connection of the service thread.
enum WebSocketResolver {
    /// Calls back once, on whatever thread.
    static func resolve(
        _ address: WebSocketAddress,
        done: @escaping @Sendable (Swift.Result<[String], WebSocketError>) -> Void
    ) {
        if let numeric = try? addresses(of: address.host, AI_NUMERICHOST), !numeric.isEmpty {
            return done(.success(numeric))
        }
        let thread = Thread {
            done(Swift.Result { () throws(WebSocketError) in try addresses(of: address.host, AI_ADDRCONFIG) })
        }
        thread.name = "resolving"
        thread.start()
    }

    private static func addresses(of host: String, _ flags: Int32) throws(WebSocketError) -> [String] {
        var hints = addrinfo()
        hints.ai_flags = flags
        hints.ai_socktype = lws_shim_stream()
        var first: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, nil, &hints, &first)
        defer { if first != nil { freeaddrinfo(first) } }
        guard status == 0 else {
            throw .cannotResolve(host: host, reason: String(cString: gai_strerror(status)))
        }
        var found: [String] = []
        var next = first
        while let entry = next?.pointee {
            next = entry.ai_next
            var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let length = socklen_t(name.count)
            if getnameinfo(entry.ai_addr, entry.ai_addrlen, &name, length, nil, 0, NI_NUMERICHOST) == 0 {
                found.append(
                    String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
                )
            }
        }
        return found
    }
}
