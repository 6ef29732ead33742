internal import CLibcurl
internal import Foundation

/// The thread on which libcurl works: one multi handle, fed through a queue.
///
/// Unchecked: ``orders`` and ``isClosed`` are touched under ``lock`` only, ``exchanges`` only by the thread. The
/// multi handle is the thread's; others may wake it, under the lock, which keeps it alive.
final class CurlService: @unchecked Sendable {
    private enum Order {
        case start(HTTPExchange)
        case cancel(HTTPExchange)
        case stop
    }

    private let caFile: String?
    private let multi: UnsafeMutableRawPointer
    // `Synchronization.Mutex` gives false reports under the thread sanitizer.
    private let lock = NSLock()
    private var orders: [Order] = []
    private var whenStopped: [@Sendable () -> Void] = []
    private var isClosed = false
    private var exchanges: [UnsafeMutableRawPointer: HTTPExchange] = [:]

    init(caFile: String?) throws(HTTPError) {
        guard curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK, let multi = curl_multi_init() else {
            throw .cannotStart
        }
        self.caFile = caFile
        self.multi = multi
        // How many connections are kept when nobody uses them.
        shim_set_multi_number(multi, CURLMOPT_MAXCONNECTS, 256)
        let thread = Thread { [self] in run() }
        thread.name = "http"
        thread.start()
    }

    func start(_ exchange: HTTPExchange) {
        if !order(.start(exchange)) { exchange.finish(.failure(HTTPError.shutDown)) }
    }

    /// Does nothing if the exchange is over.
    func cancel(_ exchange: HTTPExchange) {
        _ = order(.cancel(exchange))
    }

    /// Calls `action`, from the thread, when nothing is under way any more; at once if that is so already.
    func stop(then action: (@Sendable () -> Void)?) {
        let isOver = lock.withLock {
            guard !isClosed else { return true }
            if let action { whenStopped.append(action) }
            orders.append(.stop)
            curl_multi_wakeup(multi)
            return false
        }
        if isOver { action?() }
    }

    /// - Returns: Whether the thread will see it.
    private func order(_ order: Order) -> Bool {
        lock.withLock {
            guard !isClosed else { return false }
            orders.append(order)
            curl_multi_wakeup(multi)
            return true
        }
    }
}

/// The thread's side.
extension CurlService {
    private func run() {
        while follow(lock.withLock { exchange(&orders, with: []) }) {
            var running: Int32 = 0
            curl_multi_perform(multi, &running)
            finishWhatIsDone()
            // libcurl waits no longer than its own time limits, and an order wakes it.
            curl_multi_poll(multi, nil, 0, 60_000, nil)
        }
        close()
    }

    /// - Returns: Whether to go on.
    private func follow(_ orders: [Order]) -> Bool {
        for order in orders {
            switch order {
            case .start(let exchange): add(exchange)
            case .cancel(let exchange):
                exchange.isCancelled = true
                if remove(exchange) { exchange.finish(.failure(CancellationError())) }
            case .stop: return false
            }
        }
        return true
    }

    private func add(_ exchange: HTTPExchange) {
        if exchange.isCancelled {
            exchange.finish(.failure(CancellationError()))
        } else if let easy = exchange.open(caFile: caFile), curl_multi_add_handle(multi, easy) == CURLM_OK {
            exchanges[easy] = exchange
        } else {
            exchange.finish(.failure(HTTPError.cannotStart))
        }
    }

    private func finishWhatIsDone() {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let exchange = exchanges[message.pointee.easy_handle]
            else {
                continue
            }
            let result = exchange.result(of: message.pointee.data.result)
            remove(exchange)
            if let result { exchange.finish(result) } else { add(exchange) }
        }
    }

    /// - Returns: Whether it was under way.
    @discardableResult
    private func remove(_ exchange: HTTPExchange) -> Bool {
        guard let easy = exchange.easy, exchanges.removeValue(forKey: easy) != nil else { return false }
        curl_multi_remove_handle(multi, easy)
        return true
    }

    private func close() {
        let (left, actions) = lock.withLock {
            isClosed = true
            return (orders, whenStopped)
        }
        for case .start(let exchange) in left { exchange.finish(.failure(HTTPError.shutDown)) }
        for exchange in exchanges.values {
            curl_multi_remove_handle(multi, exchange.easy)
            exchange.finish(.failure(HTTPError.shutDown))
        }
        exchanges = [:]
        curl_multi_cleanup(multi)
        for action in actions { action() }
    }
}
