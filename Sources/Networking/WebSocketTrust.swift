/// Whose certificates a client connection trusts.
enum WebSocketTrust: Hashable, Sendable {
    /// Nobody is asked: no TLS.
    case plain
    case system
    /// The authorities in this PEM file, and no others.
    case file(String)

    /// Named for the system's authorities too: without a file libwebsockets would trust a folder `../share`, wherever
    /// that is.
    var file: String? {
        switch self {
        case .plain: nil
        case .system: SystemAuthorities.file
        case .file(let path): path
        }
    }

    init(_ address: WebSocketAddress, caFile: String?) {
        if !address.isSecure {
            self = .plain
        } else if let caFile {
            self = .file(caFile)
        } else {
            self = .system
        }
    }
}
