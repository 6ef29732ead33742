import CLibwebsockets
import Foundation

/// The thread that libwebsockets runs on, and the only one that calls it.
///
/// Other threads reach it in one way: they leave a note and call `lws_cancel_service`, under the lock that keeps the
/// context alive. Connections are found by number, never by a pointer that libwebsockets may have freed.
///
/// Unchecked, because the compiler cannot know that thread: the notes are guarded by the lock, and everything else is
/// touched by the service thread only.
final class WebSocketLoop: @unchecked Sendable {
    /// The most that one frame of ours carries; longer messages go out in fragments.
    static let fragmentBytes = 64 << 10
    /// How long a closing handshake may take before the socket is simply closed.
    static let closingLimit = Duration.milliseconds(800)
    /// How long what was accepted for sending may take to leave before that.
    static let flushingLimit = Duration.seconds(3)

    // Guarded by the lock.
    private let lock = NSLock()
    private var context: OpaquePointer?
    private var notes: [(WebSocketLoop) -> Void] = []
    private var wanted: [Int] = []
    private var isWoken = false
    private var lastNumber = 0
    private var hasEnded = false
    private var endWaiters: [CheckedContinuation<Void, Never>] = []

    // Of the service thread.
    let log = WebSocketLog()
    let names = WebSocketNames()
    var peers: [Int: WebSocketPeer] = [:]
    var acceptors: [Int: WebSocketAcceptor] = [:]
    var clientVhosts: [WebSocketTrust: OpaquePointer] = [:]
    /// TLS vhosts of listeners that have ended, to be destroyed when no socket is left on them.
    var serverVhost: OpaquePointer?
    var isStopping = false
    /// What must wait until libwebsockets has returned from its callback.
    var later: [() -> Void] = []
    /// Where a frame is made: libwebsockets writes its header before it and masks it in place. One buffer is enough
    /// only because no extension is ever negotiated; permessage-deflate would go on reading it.
    let scratch: UnsafeMutablePointer<UInt8>

    init() {
        scratch = .allocate(capacity: lws_shim_room_before() + Self.fragmentBytes)
    }

    deinit {
        scratch.deallocate()
    }

    // MARK: - From any thread

    func nextNumber() -> Int {
        lock.withLock {
            lastNumber += 1
            return lastNumber
        }
    }

    /// Has the service thread look at what a connection wants.
    func attend(to number: Int) {
        lock.withLock {
            wanted.append(number)
            wake()
        }
    }

    /// - Throws: ``WebSocketError/shutDown`` when there is no thread any more that could do it.
    func perform(_ note: @escaping @Sendable (WebSocketLoop) -> Void) throws(WebSocketError) {
        let isTaken = lock.withLock {
            guard context != nil else { return false }
            notes.append(note)
            wake()
            return true
        }
        guard isTaken else { throw .shutDown }
    }

    private func wake() {
        guard let context, !isWoken else { return }
        isWoken = true
        lws_cancel_service(context)
    }

    func waitUntilEnded() async {
        await withCheckedContinuation { continuation in
            let isOver = lock.withLock {
                if !hasEnded { endWaiters.append(continuation) }
                return hasEnded
            }
            if isOver { continuation.resume() }
        }
    }

    // MARK: - The service thread

    func start() throws(WebSocketError) {
        WebSocketLog.divert()
        guard let made = makeContext(), let vhost = makePlainServerVhost(in: made) else { throw .cannotStart }
        context = made
        serverVhost = vhost
        let thread = Thread { self.run() }
        thread.name = "websockets"
        thread.stackSize = 2 << 20
        thread.start()
    }

    private func run() {
        guard let made = serviceContext else { return }
        log.install()
        repeat {
            readNotes()
            log.clear()
        } while isServing && lws_service(made, 0) >= 0
        lock.withLock { context = nil }
        // Somebody may have left a note meanwhile, and wait for it.
        readNotes()
        lws_context_destroy(made)
        peers.values.forEach(forget)
        let waiters = lock.withLock {
            hasEnded = true
            return endWaiters
        }
        for waiter in waiters { waiter.resume() }
    }

    private var isServing: Bool {
        !isStopping || !peers.isEmpty
    }

    private func readNotes() {
        while true {
            let (notes, wanted) = lock.withLock {
                let taken = (self.notes, self.wanted)
                self.notes = []
                self.wanted = []
                isWoken = false
                return taken
            }
            let left = later
            later = []
            if notes.isEmpty && wanted.isEmpty && left.isEmpty { return }
            for action in left { action() }
            for note in notes { note(self) }
            for number in wanted { attend(peers[number]) }
        }
    }

    /// The context, for the service thread, which runs only while there is one.
    var serviceContext: OpaquePointer? {
        lock.withLock { context }
    }

    /// Ends everything, politely as far as that goes: each socket has the time of a closing handshake.
    func stop() {
        guard !isStopping else { return }
        isStopping = true
        for acceptor in acceptors.values { stop(acceptor) }
        for peer in peers.values { end(peer, with: .shutDown) }
    }
}
