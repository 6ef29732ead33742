import CLibwebsockets
import Glibc

/// Handshakes whose verdict takes its time.
///
/// libwebsockets decides about an upgrade in one callback and cannot be made to wait. So it does not see the
/// connection before there is a verdict: until then its request is looked at, and left, in the socket.
extension WebSocketLoop {
    /// What libwebsockets takes for a head too.
    private static let headBytes = 16 << 10
    private static let headEnd = Array("\r\n\r\n".utf8)

    /// Waits for the whole head of a request.
    func watch(_ descriptor: Int32, for acceptor: WebSocketAcceptor) {
        let peer = admit(descriptor, for: acceptor)
        peer.descriptor = descriptor
        // libwebsockets closes what it watches: it gets a second descriptor of the same socket.
        let second = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        let opaque = UnsafeMutableRawPointer(bitPattern: peer.channel.number)
        guard second >= 0,
            let socket = lws_shim_adopt_listener(serverVhost, second, WebSocketNames.none, opaque)
        else {
            if second >= 0 { close(second) }
            return forget(peer)
        }
        peer.socket = socket
        setTimer(on: socket, acceptor.listener.handshakeTimeout)
    }

    /// Something has arrived for a connection that waits.
    func look(at peer: WebSocketPeer) {
        guard let descriptor = peer.descriptor, let acceptor = peer.acceptor, let socket = peer.socket else {
            return
        }
        var bytes = [UInt8](repeating: 0, count: Self.headBytes)
        let count = recv(descriptor, &bytes, bytes.count, lws_shim_peek())
        if count < 0, errno == EAGAIN || errno == EINTR { return }
        // No more than before: the other side has ended.
        guard count > peer.seenBytes else { return kill(socket) }
        peer.seenBytes = count
        guard let end = Self.end(of: bytes.prefix(count)) else {
            if count == bytes.count { return kill(socket) }
            return setLowWater(count + 1, of: descriptor)
        }
        unwatch(peer, socket)
        let address = Self.address(of: descriptor)
        guard acceptor.hasRoomForConnection,
            let handshake = WebSocketHandshake(reading: bytes.prefix(end), peerAddress: address)
        else { return hand(peer) }
        peer.handshake = handshake
        acceptor.arrived.yield(.question(handshake, number: peer.channel.number))
    }

    /// There is a verdict; the client may have gone meanwhile.
    func decided(_ number: Int, _ verdict: WebSocketVerdict) {
        guard let peer = peers[number], peer.descriptor != nil else { return }
        peer.verdict = verdict
        hand(peer)
    }

    /// Gives the connection to libwebsockets, which reads the request once more, and answers it.
    private func hand(_ peer: WebSocketPeer) {
        guard let descriptor = peer.descriptor, let acceptor = peer.acceptor else { return }
        peer.descriptor = nil
        adopt(descriptor, as: peer, for: acceptor)
    }

    private func unwatch(_ peer: WebSocketPeer, _ socket: OpaquePointer) {
        lws_set_opaque_user_data(socket, nil)
        peer.socket = nil
        kill(socket)
        peer.descriptor.map { setLowWater(1, of: $0) }
    }

    /// The socket counts as readable only from so many bytes on; otherwise the first of them would wake us for ever.
    private func setLowWater(_ bytes: Int, of descriptor: Int32) {
        var bytes = Int32(bytes)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVLOWAT, &bytes, socklen_t(MemoryLayout<Int32>.size))
    }

    private static func end(of bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= headEnd.count else { return nil }
        for start in 0...(bytes.count - headEnd.count)
        where bytes[start] == headEnd[0] && bytes[start..<(start + headEnd.count)].elementsEqual(headEnd) {
            return start + headEnd.count
        }
        return nil
    }

    private static func address(of descriptor: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 64)
        guard lws_get_peer_simple_fd(descriptor, &buffer, buffer.count) != nil else { return "" }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
