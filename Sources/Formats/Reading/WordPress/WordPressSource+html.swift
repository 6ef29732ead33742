extension WordPressSource {
    /// A source whose HTML is read as everywhere else: quoted paragraphs begin with `> `.
    ///
    /// - Parameters:
    ///   - address: Of the post, as people open it.
    ///   - fetch: The answer of a site, whatever its status; redirects were followed.
    ///   - pause: Waits, where the site asks for it.
    package init(
        address: String,
        fetch: @escaping @Sendable (_ url: String) async throws -> WebAnswer,
        pause: @escaping @Sendable (_ duration: Duration) async throws -> Void
    ) {
        self.init(
            address: address,
            fetch: fetch,
            paragraphs: { HTMLFragment(html: $0).paragraphs(marksQuotes: true) ?? [] },
            pause: pause
        )
    }
}
