internal import CLibcurl
internal import Glibc

/// What libcurl is told where servers are strangers.
extension HTTPExchange {
    func setReach(of easy: UnsafeMutableRawPointer) -> Bool {
        guard let reach else { return true }
        for lookup in reach.lookups() {
            guard let list = curl_slist_append(lookupList, lookup) else { return false }
            lookupList = list
        }
        return [
            shim_set_socket_opener(easy, openSocket, Unmanaged.passUnretained(self).toOpaque()),
            shim_set_pointer(easy, CURLOPT_RESOLVE, lookupList),
            // Asks for what needs no unpacking, whose end shows whether it is whole; unpacks what some server packs
            // all the same.
            shim_set_text(easy, CURLOPT_ACCEPT_ENCODING, "identity"),
        ].allSatisfy { $0 == CURLE_OK }
    }

    /// A socket for a connection; nil where none may go.
    fileprivate func socket(to address: curl_sockaddr, _ bytes: UnsafeRawPointer) -> Int32? {
        guard let target = NetworkAddress(family: address.family, bytes), let reach else { return nil }
        guard reach.admits(target) else {
            refused = target
            return nil
        }
        return Glibc.socket(
            address.family,
            address.socktype | Int32(SOCK_CLOEXEC.rawValue),
            address.protocol
        )
    }
}

private func openSocket(
    _ context: UnsafeMutableRawPointer?,
    _ purpose: curlsocktype,
    _ address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
    guard let context, let address, let bytes = shim_address(address) else { return CURL_SOCKET_BAD }
    let exchange = Unmanaged<HTTPExchange>.fromOpaque(context).takeUnretainedValue()
    return exchange.socket(to: address.pointee, bytes) ?? CURL_SOCKET_BAD
}
