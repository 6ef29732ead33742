/// A page that was fetched, in a file.
package struct WebPage: Sendable {
    /// Of a file that only its owner may read.
    package let path: String
    package let bytes: Int
    /// As the server has it: `text/html; charset=utf-8`.
    package let contentType: String?
    package let headers: [(name: String, value: String)]
    /// Where it was found, after all redirects; without a fragment.
    package let finalURL: String
}
