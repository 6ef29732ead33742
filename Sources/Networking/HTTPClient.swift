internal import Foundation

/// Sends requests over HTTP and HTTPS and hands back whole answers.
///
/// Connections are kept and shared, with HTTP/2 where TLS offers it; requests wait for their answers side by
/// side, on one thread for all. Redirects are answers like any other.
package final class HTTPClient: Sendable {
    private enum Stage: Sendable {
        case unused
        case running(CurlService)
        case shutDown
    }

    private let caFile: String?
    private let reach: HTTPReach?
    private let stage = Guarded(Stage.unused)

    /// A client with a thread of its own from the first request on, which ends with ``shutdown()`` or with the
    /// client. A bot over a stream may never need it, and libcurl costs two megabytes.
    ///
    /// - Parameters:
    ///   - caFile: A PEM file with the only authorities that are trusted; nil trusts those of the system.
    ///   - reach: Where it may go; nil where all its servers are configured. It holds for each connection that the
    ///     client keeps, since clients share none.
    /// - Throws: ``HTTPError/unreadableCAFile(_:)``.
    package init(caFile: String?, reach: HTTPReach? = nil) throws(HTTPError) {
        if let caFile {
            let text = FileManager.default.contents(atPath: caFile) ?? Data()
            guard text.range(of: Data("-----BEGIN ".utf8)) != nil else { throw .unreadableCAFile(caFile) }
        }
        self.caFile = caFile
        self.reach = reach
    }

    deinit {
        if case .running(let service) = stage.use({ $0 }) { service.stop(then: nil) }
    }

    /// The answer to a request, whatever its status.
    ///
    /// Where a connection that was kept turns out to be dead, the request is sent again on a new one; a POST, which
    /// must not happen twice, has a new one from the start.
    ///
    /// - Parameter sink: Takes the body of an answer that means success, which is then empty in the response; that of
    ///   any other answer is dropped. Without one, bodies are in the response.
    /// - Throws: ``HTTPError`` if there is no whole answer within the request's limits, what the sink throws, or
    ///   `CancellationError`.
    package func response(to request: HTTPRequest, into sink: HTTPBodySink? = nil) async throws
        -> HTTPResponse
    {
        try request.check()
        let service = try service()
        let exchange = HTTPExchange(request, within: reach, into: sink)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                exchange.continuation = continuation
                service.start(exchange)
            }
        } onCancel: {
            service.cancel(exchange)
        }
    }

    /// Ends the thread. Requests under way fail with ``HTTPError/shutDown``, as do those that come later.
    package func shutdown() async {
        let last = stage.use { stage in
            defer { stage = .shutDown }
            return stage
        }
        guard case .running(let service) = last else { return }
        await withCheckedContinuation { continuation in
            service.stop { continuation.resume() }
        }
    }

    private func service() throws(HTTPError) -> CurlService {
        try stage.use { stage throws(HTTPError) in
            switch stage {
            case .running(let service): return service
            case .shutDown: throw .shutDown
            case .unused:
                let service = try CurlService(caFile: caFile)
                stage = .running(service)
                return service
            }
        }
    }
}
