internal import CLibcurl

extension HTTPError {
    /// What libcurl's code means to the caller.
    ///
    /// - Parameters:
    ///   - reason: What libcurl says about it.
    ///   - hasBegun: Whether the server had begun to answer.
    init(_ code: CURLcode, reason: String, request: HTTPRequest, hasBegun: Bool) {
        let reason = reason.hasSuffix(".") ? String(reason.dropLast()) : reason
        self =
            switch code {
            case CURLE_COULDNT_RESOLVE_HOST:
                .cannotResolve(reason: reason)
            case CURLE_COULDNT_CONNECT:
                .cannotConnect(reason: reason)
            case CURLE_OPERATION_TIMEDOUT:
                .timedOut(after: request.timeout)
            case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE,
                CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR:
                .tls(reason: reason)
            case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_HTTP2,
                CURLE_HTTP2_STREAM:
                hasBegun ? .cutShort(reason: reason) : .lost(reason: reason)
            case CURLE_URL_MALFORMAT:
                .invalidURL(String(request.url.prefix { $0 != "?" }))
            default:
                .unreadable(reason: reason)
            }
    }
}
