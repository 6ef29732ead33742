/// The name of an element or an attribute.
package struct MarkupName: Hashable, Sendable {
    /// Without its prefix; in HTML, in small letters.
    package let local: String
    /// The address that the prefix stands for; nil where there is none, and always in HTML.
    package let namespace: String?

    package init(_ local: String, in namespace: String? = nil) {
        self.local = local
        self.namespace = namespace
    }
}
