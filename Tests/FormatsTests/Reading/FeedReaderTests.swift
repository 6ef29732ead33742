import Discussion
import Testing

@testable import Formats

@Suite struct `A feed of comments` {
    private static func rss(_ items: String, title: String = "Comments on: A text") -> String {
        """
        <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
         xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
         xmlns:thr="http://purl.org/syndication/thread/1.0"><channel><title>\(title)</title>
        <atom:link href="https://example.org/a/feed/" rel="self"/><link>https://example.org/a/</link>
        <image><title>no</title><link>https://example.org/no</link></image>\(items)</channel></rss>
        """
    }

    private static func atom(_ entries: String) -> String {
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">
        <title type="html">Kommentare zu: &lt;b&gt;A&lt;/b&gt; text</title><id>tag:example.org,2024:a</id>
        <link rel="self" href="https://example.org/feed"/><link rel="alternate" href="https://example.org/a/"/>
        \(entries)</feed>
        """
    }

    private static func read(_ text: String, pieces size: Int = .max) async -> Reading {
        await Reading(text, pieces: size) { FeedReader(bytes: $0) }
    }

    private static let statement = "“A text” (https://example.org/a/): "

    @Test func `may be WordPress's RSS`() async {
        let items = """
            <item><title>By: Ann</title><link>https://example.org/a/#comment-12</link><dc:creator><![CDATA[Ann &amp; Bo]]>
            </dc:creator><pubDate>Fri, 01 Mar 2024 10:00:00 +0000</pubDate>
            <guid isPermaLink="false">https://example.org/?p=1#comment-12</guid><description>Short</description>
            <content:encoded><![CDATA[<p>Long &amp; whole</p><p>Two</p>]]></content:encoded></item>
            <item><guid>https://example.org/?p=1#comment-11</guid><author>bo@example.org (Bo)</author>
            <description><![CDATA[plain]]></description></item>
            """
        let reading = await Self.read(Self.rss(items))
        #expect(
            reading.lines == [
                Self.statement, "comment-12 by Ann & Bo at 2024-03-01T10:00:00Z: Long & whole | Two",
                "comment-11 by Bo: plain",
            ]
        )
    }

    @Test func `may be Atom with answers`() async {
        let entries = """
            <entry><id>https://example.org/?p=1#comment-2</id><author><name>Bo</name><email>x@y</email></author>
            <published>2024-03-02T10:00:00Z</published><updated>2024-03-03T10:00:00Z</updated><title>By</title>
            <content type="html">&lt;p&gt;No.&lt;/p&gt;</content>
            <thr:in-reply-to ref="https://example.org/?p=1#comment-1" href="https://example.org/a/#comment-1"/></entry>
            <entry><id>https://example.org/?p=1#comment-1</id><updated>2024-03-01T10:00:00</updated>
            <content type="text">a &lt;b&gt; &amp;amp;</content>
            <thr:in-reply-to ref="https://example.org/?p=1" href="https://example.org/a/"/></entry>
            <entry><id>urn:3</id><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x <b>y</b></p>
            <p>z</p><script>evil</script></div></content><thr:in-reply-to ref="urn:2"/></entry>
            <entry><id>urn:4</id><summary>sum</summary><thr:in-reply-to ref="tag:example.org,2024:a"/></entry>
            """
        let reading = await Self.read(Self.atom(entries))
        #expect(
            reading.lines == [
                Self.statement, "comment-2 below comment-1 by Bo at 2024-03-02T10:00:00Z: No.",
                "dateWithoutZone at comment-1", "comment-1 by nobody at 2024-03-01T10:00:00Z: a <b> &amp;",
                "urn:3 below urn:2 by nobody: x y | z", "urn:4 by nobody: sum",
            ]
        )
    }

    @Test func `says what is left out`() async {
        let items =
            "<item><title>By: X</title><description>hidden</description></item>"
            + "<item><guid>1</guid><description><![CDATA[<script>hidden</script>]]></description></item>"
            + "<item><guid>2</guid><description>\(String(repeating: "hidden ", count: 160_000))</description></item>"
            + "<item><guid>\(String(repeating: "3", count: 1001))</guid><description>hidden</description></item>"
            + "<item><guid>4</guid><pubDate>soon</pubDate><author>x@example.org</author><description>x</description></item>"
        #expect(
            await Self.read(Self.rss(items)).lines.dropFirst() == [
                "commentWithoutID at By: X", "commentWithoutWords at 1", "commentTooLong at 2",
                "commentWithoutID at ", "dateUnreadable at 4", "4 by nobody: x",
            ]
        )
    }

    @Test func `may have its title after its entries, or none`() async {
        let entry = "<entry><id>1</id><content>x</content></entry>"
        let reading = await Self.read(
            "<feed xmlns='http://www.w3.org/2005/Atom'>\(entry)<title>Comments on T</title></feed>"
        )
        #expect(reading.lines == ["“T” (): ", "1 by nobody: x"])
        #expect(await Self.read("<feed xmlns='http://www.w3.org/2005/Atom'>\(entry)</feed>").lines.count == 1)
        #expect(await Self.read(Self.rss("")).lines == [Self.statement])
    }

    @Test(arguments: ["Commentaires sur : T", "Comentarios en: T", "Comments on T", "T", "Комментарии: T"])
    func `is about the text that its title names`(title: String) async {
        #expect(await Self.read(Self.rss("", title: title)).statements.map(\.title) == ["T"])
    }

    @Test func `that breaks off gives all before that`() async {
        let items =
            "<item><guid>1</guid><description>x</description></item><item><guid>2</guid><description>y"
        let reading = await Self.read(Self.rss(items))
        #expect(reading.lines == [Self.statement, "1 by nobody: x"])
        #expect(reading.error?.contains("not well-formed") == true)
    }

    @Test func `gives the same wherever the bytes are cut`() async {
        let text = Self.atom(
            "<entry><id>1</id><content type='xhtml'><p>Zoë</p>x</content></entry>"
                + "<entry><id>2</id><title>t</title><content type='html'>&lt;p&gt;é</content></entry>"
        )
        let whole = await Self.read(text)
        #expect(whole.comments.count == 2)
        for size in 1...text.utf8.count { #expect(await Self.read(text, pieces: size) == whole) }
    }
}
