internal import CLibcurl

/// What libcurl is told.
extension HTTPExchange {
    func setLimits(of easy: UnsafeMutableRawPointer) -> Bool {
        let left = max(.milliseconds(1), deadline - .now)
        let milliseconds = min(left / .milliseconds(1), Double(Int32.max))
        return [
            shim_set_number(easy, CURLOPT_NOSIGNAL, 1),
            // Otherwise giving up a slow name resolution waits for it, and everybody else waits too.
            shim_set_number(easy, CURLOPT_QUICK_EXIT, 1),
            shim_set_number(easy, CURLOPT_TIMEOUT_MS, Int(milliseconds)),
            shim_set_text(easy, CURLOPT_PROTOCOLS_STR, "http,https"),
            // No proxy from the environment: what a service needs is configured.
            shim_set_text(easy, CURLOPT_PROXY, ""),
            shim_set_pointer(easy, CURLOPT_ERRORBUFFER, reason),
        ].allSatisfy { $0 == CURLE_OK }
    }

    func setTrust(of easy: UnsafeMutableRawPointer, caFile: String?) -> Bool {
        [
            // Without CURLOPT_PIPEWAIT: sends would wait for the first answer on a new connection, and so for a long poll.
            shim_set_number(easy, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS)),
            shim_set_text(easy, CURLOPT_CAINFO, caFile ?? SystemAuthorities.file),
            // Only what the file names: the folder of the system's authorities would be read beside it.
            shim_set_text(easy, CURLOPT_CAPATH, nil),
        ].allSatisfy { $0 == CURLE_OK }
    }

    func setRequest(of easy: UnsafeMutableRawPointer) -> Bool {
        var codes = [shim_set_text(easy, CURLOPT_URL, request.url)]
        switch request.method {
        case .get where request.body.isEmpty: break
        case .head: codes.append(shim_set_number(easy, CURLOPT_NOBODY, 1))
        case .delete where request.body.isEmpty:
            codes.append(shim_set_text(easy, CURLOPT_CUSTOMREQUEST, "DELETE"))
        default:
            codes.append(
                request.body.withUnsafeBytes {
                    shim_set_body(easy, $0.baseAddress ?? UnsafeRawPointer(reason), $0.count)
                }
            )
            codes.append(shim_set_text(easy, CURLOPT_CUSTOMREQUEST, request.method.rawValue))
        }
        // On a kept connection that turns out dead, libcurl sends anything again: what must not happen twice gets
        // a new one. So does the second try.
        if !request.method.isIdempotent || hasBeenRetried {
            codes.append(shim_set_number(easy, CURLOPT_FRESH_CONNECT, 1))
        }
        return codes.allSatisfy { $0 == CURLE_OK }
    }

    /// The lines of the header. A name and a semicolon is libcurl's way to write a header without a value; a
    /// name and a colon leaves one out that it would add.
    var headerLines: [String] {
        let given = request.headers.map { name, value in
            value.allSatisfy(\.isWhitespace) ? "\(name);" : "\(name): \(value)"
        }
        let names = Set(request.headers.map { $0.name.lowercased() })
        return given
            + ["Content-Type", "Expect"].filter { !names.contains($0.lowercased()) }.map { "\($0):" }
    }

    /// Hands what arrives to the exchange.
    func setReceivers(of easy: UnsafeMutableRawPointer) -> Bool {
        shim_set_receivers(easy, receiveHeader, receiveBody, Unmanaged.passUnretained(self).toOpaque())
            == CURLE_OK
    }
}

private func receiveHeader(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let context else { return 0 }
    let exchange = Unmanaged<HTTPExchange>.fromOpaque(context).takeUnretainedValue()
    return exchange.take(line: UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
}

private func receiveBody(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let context else { return 0 }
    let exchange = Unmanaged<HTTPExchange>.fromOpaque(context).takeUnretainedValue()
    return exchange.take(body: UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
}
