/// A homeserver that has answered as one.
package struct FoundHomeserver: Hashable, Sendable {
    /// What `homeserver.url` is to be: `https://host`.
    package let base: String
    /// Those of the specification that it claims.
    package let versions: [String]

    package init(base: String, versions: [String]) {
        self.base = base
        self.versions = versions
    }
}
