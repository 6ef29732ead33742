import Foundation
import Testing

@testable import Endpoint

@Suite struct `The page's files` {
    @Test(arguments: PageFile.all.map(\.path) + ["/session.json", "/discussion.json", "/none"])
    func `come with strict headers`(path: String) async throws {
        try await ServedRoom.run(discussion: { _ in ("1", Array("{}".utf8)) }) { served in
            let answer = try await served.call("GET", path)
            #expect(answer.status == (path == "/none" ? 404 : 200))
            let policy = try #require(answer.headers["content-security-policy"])
            #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self'; "))
            #expect(policy.contains("connect-src 'self' \(served.addresses.streamURL);"))
            #expect(policy.hasSuffix("base-uri 'none'; form-action 'none'; frame-ancestors 'none'"))
            #expect(!policy.contains("unsafe"))
            #expect(answer.headers["x-content-type-options"] == "nosniff")
            #expect(answer.headers["referrer-policy"] == "no-referrer")
        }
    }

    @Test func `name nothing outside`() {
        for file in PageFile.all {
            #expect(!file.text.contains("http://") && !file.text.contains("https://"))
            #expect(!file.text.contains("innerHTML") && !file.text.contains(" style="))
        }
    }

    @Test func `are not given under another name`() async throws {
        try await ServedRoom.run { served in
            let answer = try await served.call("GET", "/session.json", headers: ["Host": "evil.example"])
            #expect(answer.status == 421)
            #expect(!String(decoding: answer.body, as: UTF8.self).contains(served.here.ada.accessToken))
        }
    }

    @Test func `tell the page whom it speaks for and where`() async throws {
        try await ServedRoom.run { served in
            let session = try object(try await served.call("GET", "/session.json").body)
            #expect(session["user_id"] as? String == "@ada:demo")
            #expect(session["access_token"] as? String == served.here.ada.accessToken)
            #expect(session["stream_url"] as? String == served.addresses.streamURL + StreamAddress.path)
        }
    }

    @Test func `bring the discussion and wait for the next`() async throws {
        let newest = "2 ü/"
        let discussion: PageSettings.Discussion = { after in
            after == newest ? nil : (newest, Array(#"{"title":"A"}"#.utf8))
        }
        try await ServedRoom.run(discussion: discussion) { served in
            let first = try await served.call("GET", "/discussion.json")
            #expect(try object(first.body)["title"] as? String == "A")
            let revision = try #require(first.headers["x-revision"])
            #expect(try await served.call("GET", "/discussion.json?after=\(revision)").status == 204)
        }
    }
}
