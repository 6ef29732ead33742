import Discussion
import Foundation
import Testing

@testable import Formats

@Suite struct `A WordPress post` {
    @Test func `is read with its comments`() async throws {
        let site = MadeUpSite()
        site.change {
            $0 = [
                MadeUpSite.comment(3, ["author_name": "Ada &amp; Bob"]),
                MadeUpSite.comment(
                    7,
                    ["parent": 3, "author_name": "", "content": ["rendered": "<p>a &lt; b</p><p>c</p>"]]
                ),
            ]
        }
        let reading = try await MadeUpReading(site)
        let noon = try Date("2024-05-01T12:00:00Z", strategy: .iso8601)
        #expect(
            reading.pieces == [
                .statement(
                    SourceStatement(
                        title: "On bread – and salt",
                        paragraphs: ["Bread is old.", "Salt is older."],
                        publisher: "Bread & Butter",
                        sourceURL: "https://blog.example/2024/05/on-bread/"
                    )
                ),
                .comment(
                    SourceComment(
                        id: "comment-3",
                        parent: nil,
                        author: "Ada & Bob",
                        paragraphs: ["Words of 3"],
                        writtenAt: noon
                    )
                ),
                .comment(
                    SourceComment(
                        id: "comment-7",
                        parent: "comment-3",
                        author: nil,
                        paragraphs: ["a < b", "c"],
                        writtenAt: noon
                    )
                ),
            ]
        )
        #expect(reading.failure == nil)
    }

    @Test(arguments: [
        (#"{"id": 1, "type": "pingback"}"#, SourceRemark.Kind.pingback),
        (#"{"id": 1, "type": "trackback"}"#, .pingback),
        (#"{"id": 1, "status": "hold"}"#, .commentNotApproved),
        (#"{"id": 1, "content": {"rendered": "<p> </p>"}}"#, .commentWithoutWords),
        (#"{"id": 1}"#, .commentWithoutWords),
        (#"{"id": null}"#, .commentUnreadable), (#"{"id": "x"}"#, .commentUnreadable),
        ("7", .commentUnreadable), (#"{"id": 1e400}"#, .commentUnreadable),
        (#"{"id": 1, "content": {"rendered": "\ud800"}}"#, .commentUnreadable),
        ("{\"id\": 1, \"author_name\": \"a\nb\"}", .commentUnreadable),
    ])
    func `has comments that are left out, with a remark`(json: String, kind: SourceRemark.Kind) async throws {
        let good = (2...3).map { #"{"id": \#($0), "content": {"rendered": "Words, [\"{"}}"# }
        let list = "[\(good[0]),\(json) , \(good[1])]"
        let site = MadeUpSite()
        site.before { _, site in
            guard let url = site.requests.last, url.contains("comments") else { return nil }
            return .made(200, [], list, url: url)
        }
        let reading = try await MadeUpReading(site)
        #expect(reading.ids == [2, 3])
        #expect(reading.comments.map(\.paragraphs) == [["Words, [\"{"], ["Words, [\"{"]])
        #expect(reading.remarks.map(\.kind) == [kind])
        #expect(reading.failure == nil)
    }

    @Test func `has dates that cannot be read, with a remark`() async throws {
        let site = MadeUpSite()
        site.change { $0 = [MadeUpSite.comment(1, ["date_gmt": "yesterday"])] }
        let reading = try await MadeUpReading(site)
        #expect(reading.remarks == [SourceRemark(.dateUnreadable, at: "comment-1")])
        #expect(reading.comments.map(\.writtenAt) == [nil])
    }

    @Test(arguments: [
        (#"{"content": {"rendered": "<p></p>"}}"#, SourceRemark.Kind.statementWithoutText),
        (#"{"status": "private"}"#, .statementNotPublished),
    ])
    func `may be left out, and its comments are not`(json: String, kind: SourceRemark.Kind) async throws {
        let other = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let reading = try await MadeUpReading(MadeUpSite(comments: 2, post: try #require(other)))
        #expect(reading.remarks.map(\.kind) == [kind])
        #expect(reading.statement == nil)
        #expect(reading.ids == [1, 2])
    }

    @Test func `has no publisher where the site's name is not open`() async throws {
        let site = MadeUpSite(answers: ["": (401, ["code": "rest_login_required"])])
        let reading = try await MadeUpReading(site)
        #expect(reading.statement?.title == "On bread – and salt")
        #expect(reading.statement?.publisher == nil)
    }
}
