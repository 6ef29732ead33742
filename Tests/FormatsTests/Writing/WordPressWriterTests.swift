import Discussion
import Foundation
import TestSupport
import Testing

@testable import Formats

@Suite struct `An archive for WordPress` {
    private func items(_ written: Written) throws -> [XMLBranch] {
        let document = try XMLBranch.document(written.data(.wxr))
        return try #require(document.all("channel").first).all("item")
    }

    @Test func `has comments as WordPress writes them`() throws {
        let text = try Written([(Statement(text: "One."), [pageComment("1", "A & b.\nC <d>", by: "A & B")])])
            .text(.wxr)
        #expect(
            text.contains(
                """
                <wp:comment>
                <wp:comment_id>1</wp:comment_id>
                <wp:comment_author><![CDATA[A &amp; B]]></wp:comment_author>
                <wp:comment_author_email><![CDATA[noreply@example.invalid]]></wp:comment_author_email>
                <wp:comment_author_url></wp:comment_author_url>
                <wp:comment_author_IP></wp:comment_author_IP>
                <wp:comment_date><![CDATA[0000-00-00 00:00:00]]></wp:comment_date>
                <wp:comment_date_gmt><![CDATA[0000-00-00 00:00:00]]></wp:comment_date_gmt>
                <wp:comment_content><![CDATA[A &amp; b.

                C &lt;d&gt;]]></wp:comment_content>
                <wp:comment_approved>1</wp:comment_approved>
                <wp:comment_type>comment</wp:comment_type>
                <wp:comment_parent>0</wp:comment_parent>
                <wp:comment_user_id>0</wp:comment_user_id>
                <wp:commentmeta><wp:meta_key><![CDATA[rapporteur_id]]></wp:meta_key><wp:meta_value><![CDATA[1]]></wp:meta_value></wp:commentmeta>
                <wp:commentmeta><wp:meta_key><![CDATA[rapporteur_origin]]></wp:meta_key><wp:meta_value><![CDATA[page]]></wp:meta_value></wp:commentmeta>
                </wp:comment>

                """
            )
        )
    }

    @Test func `has posts with their text, and what WordPress lacks beside it`() throws {
        let item = try #require(try items(Written([(Nasty.statement, [])])).first)
        #expect(item["title"] == "On &lt;war&gt; &amp; \"peace\" ]]&gt; [x]")
        #expect(
            item["content:encoded"]
                == "<p>First one. Second one.</p>\n\n<p>&#91;gallery] &lt;i&gt;Third&lt;/i&gt; &amp; 1 ]]&gt; 0.</p>"
                + "\n\n<p># Fourth.</p>"
        )
        #expect(item["wp:post_date_gmt"] == "2023-11-14 22:13:20")
        #expect(item["pubDate"] == "Tue, 14 Nov 2023 22:13:20 +0000")
        #expect(
            item.fields("wp:postmeta") == [
                "statement": "1", "publisher": "A & B <c>", "caption": "A picture ]]> of & nothing",
                "source_url": "https://example.org/statement?a=1&b=\"2\"", "revision": "2",
            ]
        )
    }

    @Test func `comes back whole`() throws {
        let written = try Written(Nasty.archive())
        var found: [String: (parent: Int, author: String, words: String)] = [:]
        var keys: [Int: String] = [0: ""]
        for item in try items(written) {
            let statement = item.fields("wp:postmeta")["statement"] ?? ""
            for comment in item.all("wp:comment") {
                let id = try #require(comment["wp:comment_id"].flatMap { Int($0) })
                let fields = comment.fields("wp:commentmeta")
                let content = try #require(comment["wp:comment_content"])
                #expect(content.utf8.count <= 65_525)
                #expect(keys[id] == nil, "\(id) is given once")
                if let whole = fields["part_of"] {
                    let joints = ["blank line": "\n\n", "space": " ", "nothing": ""]
                    keys[id] = whole
                    found["\(statement) \(whole)"]?.words +=
                        (joints[fields["joined_by"] ?? ""] ?? "?") + content
                    continue
                }
                let key = try #require(fields["id"])
                let parent = try #require(comment["wp:comment_parent"].flatMap { Int($0) })
                #expect(parent < id && keys[parent] != nil, "WordPress reads them by their numbers")
                keys[id] = key
                found["\(statement) \(key)"] = (parent, comment["wp:comment_author"] ?? "", content)
            }
        }
        let comments = try written.comments()
        #expect(found.count == comments.count)
        for (statement, published) in comments {
            let comment = try #require(found["\(statement) \(published.key)"])
            let words = published.comment.text.withoutControls
            #expect(comment.words.withoutEntities.scalars == words.scalars)
            #expect(comment.author.withoutEntities == (published.comment.author ?? "").withoutControls)
            #expect(keys[comment.parent] == published.parent ?? "")
        }
    }

    @Test func `keeps what WordPress has no place for`() throws {
        let written = try Written(Nasty.archive())
        let comments = try items(written)[1].all("wp:comment")
        let fields = comments.map { $0.fields("wp:commentmeta") }
        #expect(
            fields.first { $0["id"] == "3" } == [
                "id": "3", "origin": "page", "passage": "1.1", "revision": "1",
            ]
        )
        #expect(fields.first { $0["id"] == "6" } == ["id": "6", "origin": "page", "removed": "1"])
        #expect(fields.first { $0["id"] == "1.1" } == ["id": "1.1", "origin": "page", "edited": "1"])
        #expect(fields.first { $0["id"] == "6.1" }?["written_at"] == "2025-06-15T15:06:40.250Z")
    }

    @Test(arguments: [
        ("]]>", "<![CDATA[]]]]><![CDATA[>]]>"), ("]]]>", "<![CDATA[]]]]]><![CDATA[>]]>"),
        ("a]>b", "<![CDATA[a]>b]]>"), ("]]>\u{338}", "<![CDATA[]]]]><![CDATA[>\u{338}]]>"),
        ("\u{0}a\u{B}b\u{FFFF}", "<![CDATA[ab]]>"),
    ])
    func `has sections that end where they should`(text: String, section: String) {
        #expect(text.cdata.scalars == section.scalars)
    }

    @Test(arguments: [
        ([], 1), (["a b", "c"], 1), ([String(repeating: "&", count: 13_105)], 1),
        ([String(repeating: "&", count: 13_106)], 2), ([String(repeating: "é", count: 70_000)], 3),
        ([String(repeating: "word ", count: 30_000) + "end"], 3),
        ([String(repeating: "a", count: 65_525), "b"], 2), (["b", String(repeating: "a", count: 65_525)], 2),
    ])
    func `divides what is too long for WordPress`(paragraphs: [String], count: Int) {
        let pieces = WordPressPiece.pieces(of: paragraphs)
        #expect(pieces.count == count)
        #expect(pieces.allSatisfy { $0.content.utf8.count <= 65_525 })
        #expect(pieces.allSatisfy { $0.content.isEmpty == paragraphs.isEmpty })
        // Each by itself: nothing is divided within an entity.
        let words = pieces.map { $0.joint.text + $0.content.withoutEntities }.joined()
        #expect(words == paragraphs.joined(separator: "\n\n"))
    }
}
