internal import CLibcurl

/// One request under way, and whoever waits for its answer.
///
/// Unchecked: ``continuation`` is set before the exchange is handed to ``CurlService``, under whose lock it
/// passes to the service's thread; only that thread touches it from then on.
final class HTTPExchange: @unchecked Sendable {
    let request: HTTPRequest
    /// nil where the server is one that somebody configured.
    let reach: HTTPReach?
    var continuation: CheckedContinuation<HTTPResponse, any Error>?
    /// Whether the caller gave up; known even before the exchange has started.
    var isCancelled = false
    private(set) var easy: UnsafeMutableRawPointer?

    let deadline: ContinuousClock.Instant
    private let sink: HTTPBodySink?
    private var answer: HTTPAnswer
    private(set) var hasBeenRetried = false
    private var headerList: UnsafeMutablePointer<curl_slist>?
    var lookupList: UnsafeMutablePointer<curl_slist>?
    /// An address beyond reach, to which libcurl wanted to connect.
    var refused: NetworkAddress?
    let reason: UnsafeMutablePointer<CChar>

    init(_ request: HTTPRequest, within reach: HTTPReach?, into sink: HTTPBodySink?) {
        self.request = request
        self.reach = reach
        self.sink = sink
        deadline = ContinuousClock.now + request.timeout
        answer = HTTPAnswer(to: request, into: sink)
        reason = .allocate(capacity: Int(CURL_ERROR_SIZE))
        reason.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        close()
        reason.deallocate()
    }

    func finish(_ result: Result<HTTPResponse, any Error>) {
        close()
        continuation?.resume(with: result)
        continuation = nil
    }

    /// Makes the libcurl handle, also for another try.
    ///
    /// - Returns: nil if libcurl has no memory for it.
    func open(caFile: String?) -> UnsafeMutableRawPointer? {
        close()
        answer = HTTPAnswer(to: request, into: sink)
        easy = curl_easy_init()
        guard let easy, setLimits(of: easy), setTrust(of: easy, caFile: caFile), setRequest(of: easy),
            setReach(of: easy), setReceivers(of: easy), setHeaders(of: easy)
        else { return nil }
        return easy
    }

    private func setHeaders(of easy: UnsafeMutableRawPointer) -> Bool {
        for line in headerLines {
            guard let list = curl_slist_append(headerList, line) else { return false }
            headerList = list
        }
        return shim_set_pointer(easy, CURLOPT_HTTPHEADER, headerList) == CURLE_OK
    }

    func take(line bytes: UnsafeRawBufferPointer) -> Bool { answer.take(line: bytes) }

    func take(body bytes: UnsafeRawBufferPointer) -> Bool { answer.take(body: bytes) }

    private func close() {
        if let easy { curl_easy_cleanup(easy) }
        if let headerList { curl_slist_free_all(headerList) }
        if let lookupList { curl_slist_free_all(lookupList) }
        easy = nil
        headerList = nil
        lookupList = nil
    }

    /// What to make of libcurl's verdict; nil if the request is worth another try.
    func result(of code: CURLcode) -> Result<HTTPResponse, any Error>? {
        guard code != CURLE_OK else { return Result { try answer.response() } }
        if let failure = answer.failure { return .failure(failure) }
        if isStale(code) {
            hasBeenRetried = true
            return nil
        }
        // Where one of several addresses is beyond reach and another answers, all is well.
        if code == CURLE_COULDNT_CONNECT, let refused { return .failure(HTTPError.beyondReach(refused)) }
        let said = String(cString: reason)
        let reason = said.isEmpty ? String(cString: curl_easy_strerror(code)) : said
        return .failure(HTTPError(code, reason: reason, request: request, hasBegun: answer.hasBegun))
    }

    /// Whether a connection that was kept had died before the server said anything on it.
    ///
    /// libcurl tries again by itself where it reads the end, but neither where a write is what fails nor where a server
    /// on HTTP/2 said goodbye in the same moment, as each does after some number of requests.
    private func isStale(_ code: CURLcode) -> Bool {
        let signs = [CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM]
        guard let easy, signs.contains(code), request.method.isIdempotent, !hasBeenRetried,
            !answer.hasBegun
        else { return false }
        var connects = 0
        return shim_get_number(easy, CURLINFO_NUM_CONNECTS, &connects) == CURLE_OK && connects == 0
    }
}
