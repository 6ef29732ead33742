/// The authorities of the system, for every kind of connection the same.
enum SystemAuthorities {
    /// Where Debian keeps them. Each library has a way of its own to find them, through a folder or the environment:
    /// what one of them trusts, another would refuse.
    static let file = "/etc/ssl/certs/ca-certificates.crt"
}
