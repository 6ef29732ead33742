import Testing

@testable import Formats

@Suite struct `A site that may be WordPress's` {
    @Test(arguments: [401, 403, 404, 500])
    func `may not open its API`(status: Int) async throws {
        for closed in ["wp/v2/posts", "wp/v2/comments"] {
            let site = MadeUpSite(comments: 3, answers: [closed: (status, ["code": "rest_disabled"])])
            let reading = try await MadeUpReading(site)
            #expect(reading.failure == .closed(status: status, code: "rest_disabled"))
            #expect(reading.failure?.leavesThePage == true)
            #expect(reading.pieces.isEmpty)
        }
    }

    @Test func `may be somebody else's`() async throws {
        let reading = try await MadeUpReading(
            MadeUpSite(headers: { _ in [("Link", "</a.css>; rel=preload")] })
        )
        #expect(reading.failure == .notWordPress)
        #expect(reading.failure?.leavesThePage == true)
    }

    @Test(arguments: ["/", "/2024/05/on-salt/", "/on-bread/", "/?p=13"])
    func `may have no post there`(path: String) async throws {
        let site = MadeUpSite()
        let reading = try await MadeUpReading(site, address: site.base + path)
        #expect(reading.failure == .noPost)
        #expect(reading.pieces.isEmpty)
    }

    @Test func `may answer something else than JSON`() async throws {
        let link = { (root: String) in
            [
                (name: "link", value: "<\(root)>; rel=\"https://api.w.org/\""),
                ("Link", "<\(root)wp/v2/posts/12>; rel=alternate; type=\"application/json\""),
            ]
        }
        let site = MadeUpSite(
            headers: link,
            answers: ["wp/v2/posts/12": (200, ["id": 5, "name": "Category"])]
        )
        #expect(try await MadeUpReading(site).statement != nil)  // by its name
        let other = try await MadeUpReading(site, address: site.base + "/elsewhere/")
        #expect(other.failure == .unreadable("The post"))
    }

    @Test func `may have a password before the post`() async throws {
        let site = MadeUpSite(post: ["content": ["rendered": "", "protected": true]])
        #expect(try await MadeUpReading(site).failure == .protected)
    }

    @Test func `may not have the page`() async throws {
        let site = MadeUpSite()
        site.before { _, site in .made(404, [], "", url: site.address) }
        #expect(try await MadeUpReading(site).failure == .status(404))
    }

    @Test(arguments: [429, 503])
    func `is waited for when it is busy`(status: Int) async throws {
        let site = MadeUpSite(comments: 150)
        // Twice each time, once with its own words.
        site.before { number, site in
            guard number % 3 < 2 else { return nil }
            return .made(status, [], "", url: "", retryAfter: number % 3 == 0 ? .seconds(7) : nil)
        }
        let reading = try await MadeUpReading(site)
        #expect(reading.ids == Array(1...150))
        #expect(reading.pauses == (0..<5).flatMap { _ in [Duration.seconds(7), .seconds(10)] })
    }

    @Test func `is not waited for for ever`() async throws {
        let site = MadeUpSite()
        site.before { _, _ in .made(429, [], "", url: "", retryAfter: .seconds(7)) }
        let reading = try await MadeUpReading(site)
        #expect(reading.failure == .busy(retryAfter: .seconds(7)))
        #expect(reading.pauses == [.seconds(7), .seconds(7)])
        site.before { _, _ in .made(429, [], "", url: "", retryAfter: .seconds(86_400)) }
        #expect(try await MadeUpReading(site).pauses.isEmpty)
    }
}
