import Discussion
import Foundation
import Networking
import Testing

@testable import Formats

@Suite struct `A WordPress post on a server` {
    @Test(arguments: ["/wp-json/", "/?rest_route=/"])
    func `is read through the fetcher`(root: String) async throws {
        let server = try MadeUpServer { base in
            MadeUpSite(
                comments: 250,
                base: base,
                root: root,
                headers: { _ in [] },
                head: "<link rel='https://api.w.org/' href='\(root)' />"
            )
        }
        server.site.before { number, _ in
            // Busy now and then; moved at first.
            switch number {
            case 0: .made(301, [("Location", "/2024/05/on-bread/")], "", url: "")
            case 3: .made(429, [], "", url: "", retryAfter: .seconds(1))
            default: nil
            }
        }
        let fetcher = try WebFetcher(allowsPrivate: true, caFile: nil, folder: NSTemporaryDirectory())
        let (waits, pauses) = AsyncStream.makeStream(of: Duration.self)
        let source = WordPressSource(
            address: server.site.base + "/old/#comments",
            fetch: { url in
                let (response, finalURL) = try await fetcher.response(from: url)
                return WebAnswer(
                    status: response.status,
                    headers: response.headers,
                    body: response.body,
                    url: finalURL,
                    retryAfter: response.retryAfter
                )
            },
            paragraphs: HTMLText.paragraphs(ofHTML:),
            pause: { pauses.yield($0) }
        )
        var reading = MadeUpReading()
        try await source.read { reading.pieces.append($0) }
        pauses.finish()
        #expect(reading.statement?.sourceURL == server.site.base + "/2024/05/on-bread/")
        #expect(reading.statement?.publisher == "Bread & Butter")
        #expect(reading.ids == Array(1...250))
        #expect(await waits.reduce(into: []) { $0.append($1) } == [.seconds(1)])
        await fetcher.shutdown()
        server.stop()
    }
}
