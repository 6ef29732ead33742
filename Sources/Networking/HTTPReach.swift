/// How far a client that follows the links of strangers may go.
package struct HTTPReach: Sendable {
    /// Asked on the client's thread for each connection, with the very address to which it would go: what a name, a
    /// number in some odd form or a later look-up of the same name leads to does not matter.
    let admits: @Sendable (NetworkAddress) -> Bool
    /// What names are to be taken for, as `name:port:address`, asked for before each request. Others are looked up.
    let lookups: @Sendable () -> [String]

    init(
        admits: @escaping @Sendable (NetworkAddress) -> Bool,
        lookups: @escaping @Sendable () -> [String] = { [] }
    ) {
        self.admits = admits
        self.lookups = lookups
    }

    /// The public internet.
    package static let publicInternet = HTTPReach { $0.privateNetwork == nil }
    /// Private networks, too.
    package static let anywhere = HTTPReach { _ in true }
}
