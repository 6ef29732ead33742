/// What a page of a stranger's may cost.
package struct WebFetchLimits: Hashable, Sendable {
    /// Unpacked, without headers.
    package let maximumBytes: Int
    /// From the first name resolution to the last byte, redirects included.
    package let timeout: Duration
    package let maximumRedirects: Int

    package init(
        maximumBytes: Int = 64 << 20,
        timeout: Duration = .seconds(120),
        maximumRedirects: Int = 10
    ) {
        self.maximumBytes = maximumBytes
        self.timeout = timeout
        self.maximumRedirects = maximumRedirects
    }
}
