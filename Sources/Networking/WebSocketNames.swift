import CLibwebsockets
import Glibc

/// C strings and arrays that libwebsockets keeps pointing at for as long as its context lives.
final class WebSocketNames {
    /// A name that no client can ask for, since a parenthesis cannot be part of one.
    static let none = "(none)"
    private static let longestSubprotocol = 63

    private var strings: [UnsafeMutablePointer<CChar>] = []
    /// The protocols of every vhost: one without a name, and one that takes the name of the subprotocol that was
    /// just chosen. Choosing and answering happen in one go on one thread, so that one such slot is enough.
    let protocols: UnsafeMutablePointer<lws_protocols>
    private let slot: UnsafeMutablePointer<CChar>

    init() {
        protocols = .allocate(capacity: 3)
        protocols.initialize(repeating: lws_protocols(), count: 3)
        slot = .allocate(capacity: Self.longestSubprotocol + 1)
        slot.initialize(repeating: 0, count: Self.longestSubprotocol + 1)
        protocols[0].name = UnsafePointer(keep(Self.none))
        protocols[1].name = UnsafePointer(slot)
        _ = choose("(chosen)")
        for index in 0..<2 {
            protocols[index].callback = webSocketCallback
            protocols[index].rx_buffer_size = 32 << 10
        }
    }

    deinit {
        for string in strings { free(string) }
        slot.deallocate()
        protocols.deallocate()
    }

    func keep(_ text: String) -> UnsafeMutablePointer<CChar>? {
        guard let copy = strdup(text) else { return nil }
        strings.append(copy)
        return copy
    }

    /// Makes `subprotocol` the one that libwebsockets finds in the handshake that it is reading.
    func choose(_ subprotocol: String) -> Bool {
        let bytes = Array(subprotocol.utf8)
        guard bytes.count <= Self.longestSubprotocol else { return false }
        for (index, byte) in bytes.enumerated() { slot[index] = CChar(bitPattern: byte) }
        slot[bytes.count] = 0
        return true
    }
}
