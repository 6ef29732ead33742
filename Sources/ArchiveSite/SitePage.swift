/// A page of the site, or another file of it.
package struct SitePage: Hashable, Sendable {
    package let bytes: [UInt8]
    /// `text/html; charset=utf-8`.
    package let mediaType: String

    package init(bytes: [UInt8], mediaType: String) {
        self.bytes = bytes
        self.mediaType = mediaType
    }

    init(_ markup: Markup) {
        self.init(bytes: markup.bytes, mediaType: "text/html; charset=utf-8")
    }
}
