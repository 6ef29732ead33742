import Discussion
import Testing

@testable import Formats

@Suite struct `Pages of WordPress comments` {
    @Test(arguments: [0, 1, 99, 100, 101, 199, 200, 500])
    func `bring each comment once, in order`(count: Int) async throws {
        let site = MadeUpSite(comments: count)
        let reading = try await MadeUpReading(site)
        #expect(reading.ids == Array(1..<(count + 1)))
        #expect(reading.failure == nil)
        // The first brings a hundred, each other one that is known and 99 that are not.
        let pages = site.requests.count { $0.contains("comments") }
        #expect(pages == (count <= 100 ? 1 : 1 + (count - 100 + 98) / 99))
    }

    @Test func `bring each comment once where the site does not count them`() async throws {
        let site = MadeUpSite(comments: 250)
        site.restrict(countsComments: false)
        #expect(try await MadeUpReading(site).ids == Array(1...250))
    }

    /// What happens between two pages: comments removed at the front, added at the end.
    @Test(arguments: [0, 1, 2, 100], [0, 2, 150])
    func `bring each comment that stays, whatever happens meanwhile`(removed: Int, added: Int) async throws {
        let site = MadeUpSite(comments: 350)
        site.before { _, site in
            // The second page, when it is asked for the first time.
            guard site.requests.count(where: { $0.contains("offset=99&") }) == 1,
                site.requests.last?.contains("offset=99&") == true
            else { return nil }
            site.change {
                $0.removeFirst(removed)
                $0 += (0..<added).map { MadeUpSite.comment(351 + $0) }
            }
            return nil
        }
        let reading = try await MadeUpReading(site)
        #expect(reading.ids.sorted() == Array(1...(350 + added)).filter { $0 <= 100 || $0 > removed })
        #expect(Set(reading.ids).count == reading.ids.count)
        #expect(reading.failure == nil)
    }

    @Test func `may be shorter than was asked for`() async throws {
        let site = MadeUpSite(comments: 120)
        site.restrict(perPage: 30)
        #expect(try await MadeUpReading(site).ids == Array(1...120))
    }

    @Test func `hold a comment that cannot be read once`() async throws {
        let site = MadeUpSite(comments: 250)
        site.change { $0[99] = ["id": "x"] }
        let reading = try await MadeUpReading(site)
        #expect(reading.ids.count == 249)
        #expect(reading.remarks.map(\.kind) == [.commentUnreadable])
        #expect(reading.failure == nil)
    }

    @Test func `are asked for no longer where they begin again and again`() async throws {
        let site = MadeUpSite(comments: 250)
        site.before { _, site in
            guard let url = site.requests.last, url.contains("comments") else { return nil }
            let page = (1...100).map { MadeUpSite.comment($0) }
            return .json(page, headers: [("X-WP-Total", "1000000000")], url: url)
        }
        let reading = try await MadeUpReading(site)
        #expect(reading.ids == Array(1...100))
        #expect(reading.failure == .incomplete(read: 100, total: 1_000_000_000))
        #expect(site.requests.count < 12)
    }

    @Test func `that cannot be had leave what was read before`() async throws {
        let site = MadeUpSite(comments: 250)
        site.before { _, site in
            guard let url = site.requests.last, url.contains("offset=198") else { return nil }
            return .made(200, [], "<html>Maintenance</html>", url: url)
        }
        let reading = try await MadeUpReading(site)
        #expect(reading.ids == Array(1...199))
        let failure = try #require(reading.failure)
        #expect(!failure.leavesThePage)
        #expect(failure.description.hasPrefix("After 199 comments the site gave no more. A page of comments"))
    }
}
