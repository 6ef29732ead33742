import CLibwebsockets

/// The one context, and its vhosts: one for all plain listeners, one for each listener with a certificate, one for
/// each set of authorities that client connections trust.
///
/// libwebsockets 4.1 cannot end a vhost that listens (the flag that would do it is never set), so no vhost listens:
/// the listening sockets are ours and are handed over. All server vhosts share one array of protocols, because
/// with such sockets libwebsockets sorts requests to the first server vhost there is.
extension WebSocketLoop {
    /// For the headers of a handshake; a request line alone may have 2,000 bytes of path and a long filter.
    private static let headerBytes: UInt32 = 16 << 10
    private static let handshakesAtOnce: UInt32 = 128
    /// How long libwebsockets itself would wait. Our own deadlines are shorter; this is a net below them.
    private static let netSeconds: UInt32 = 120

    /// Where it is missing, a vhost has no TLS, and does not load authorities for nothing.
    private static let tlsOptions = UInt64(LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT)

    func makeContext() -> OpaquePointer? {
        var info = lws_context_creation_info()
        info.options = Self.tlsOptions | UInt64(LWS_SERVER_OPTION_EXPLICIT_VHOSTS)
        info.port = CONTEXT_PORT_NO_LISTEN
        info.user = Unmanaged.passUnretained(self).toOpaque()
        info.pt_serv_buf_size = UInt32(Self.fragmentBytes)
        info.max_http_header_data2 = Self.headerBytes
        info.max_http_header_pool2 = Self.handshakesAtOnce
        info.timeout_secs = Self.netSeconds
        info.connect_timeout_secs = Self.netSeconds
        return lws_create_context(&info)
    }

    func makePlainServerVhost(in context: OpaquePointer) -> OpaquePointer? {
        var info = vhostInfo(named: "listeners", port: CONTEXT_PORT_NO_LISTEN_SERVER)
        return lws_create_vhost(context, &info)
    }

    func makeServerVhost(for acceptor: WebSocketAcceptor) -> OpaquePointer? {
        guard let certificate = acceptor.listener.certificateFile else { return serverVhost }
        var info = vhostInfo(named: "listener \(acceptor.number)", port: CONTEXT_PORT_NO_LISTEN_SERVER)
        info.options = Self.tlsOptions | UInt64(LWS_SERVER_OPTION_DISABLE_OS_CA_CERTS)
        info.options |= UInt64(LWS_SERVER_OPTION_CREATE_VHOST_SSL_CTX)
        info.ssl_cert_filepath = UnsafePointer(names.keep(certificate))
        info.ssl_private_key_filepath = UnsafePointer(names.keep(acceptor.listener.keyFile ?? certificate))
        return lws_create_vhost(serviceContext, &info)
    }

    /// - Throws: ``WebSocketError/tls(reason:)`` for a CA file that has no certificates. libwebsockets itself would go
    ///   on without.
    func clientVhost(for trust: WebSocketTrust) throws(WebSocketError) -> OpaquePointer {
        if let vhost = clientVhosts[trust] { return vhost }
        var info = vhostInfo(named: "connections \(clientVhosts.count)", port: CONTEXT_PORT_NO_LISTEN)
        if trust != .plain { info.options = Self.tlsOptions }
        // Its own way to the system's authorities goes through the environment; ours are named.
        info.options |= UInt64(LWS_SERVER_OPTION_DISABLE_OS_CA_CERTS)
        if let file = trust.file { info.client_ssl_ca_filepath = UnsafePointer(names.keep(file)) }
        log.clear()
        guard let vhost = lws_create_vhost(serviceContext, &info) else {
            throw .tls(reason: log.last ?? "no vhost")
        }
        if let file = trust.file, log.isCertificateFileUnread {
            lws_vhost_destroy(vhost)
            throw .tls(reason: "the CA file \(file) has no certificates that can be read")
        }
        clientVhosts[trust] = vhost
        return vhost
    }

    private func vhostInfo(named name: String, port: Int32) -> lws_context_creation_info {
        var info = lws_context_creation_info()
        info.port = port
        info.vhost_name = UnsafePointer(names.keep(name))
        info.protocols = UnsafePointer(names.protocols)
        // Otherwise libwebsockets agrees to HTTP/2, over which its WebSockets are another, less tried path.
        info.alpn = UnsafePointer(names.keep("http/1.1"))
        // Otherwise a variable `http_proxy` in the environment would be obeyed.
        info.http_proxy_address = UnsafePointer(names.keep(""))
        info.timeout_secs = Self.netSeconds
        info.connect_timeout_secs = Self.netSeconds
        return info
    }
}
