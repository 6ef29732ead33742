import Discussion
import Testing

@testable import Formats

@Suite struct `A web page` {
    private static func page(_ body: String, head: String = "") -> String {
        """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>T &#8211; Site</title>
        <link rel="canonical" href="https://example.org/a/"><meta property="og:site_name" content="Site">\(head)
        <style>p { color: red }</style></head><body><header><h1>Site</h1><nav><p>Menu</p></nav></header>
        \(body)<footer><p>Imprint</p></footer><script>evil()</script></body></html>
        """
    }

    private static let article = """
        <main><article class="post"><header class="entry-header"><h1 class="entry-title">On <i>words</i></h1>
        <div class="entry-meta">1 March</div></header>
        <div class="entry-content"><p>First &amp; foremost.</p><p>Second

        line.</p><script>evil()</script><aside>Advert</aside></div></article></main>
        """

    private static let statement =
        "“On words” (Site, https://example.org/a/): First & foremost. | Second line."

    /// As WordPress's themes write it since HTML5.
    private static let wordPress = """
        <div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts</h2><ol class="comment-list">
        <li id="comment-1" class="comment even depth-1 parent"><article id="div-comment-1" class="comment-body">
        <footer class="comment-meta"><div class="comment-author vcard"><img alt=""><b class="fn"><a href="#">Ann</a></b>
        <span class="says">says:</span></div><div class="comment-metadata"><a href="#comment-1">
        <time datetime="2024-03-01T10:00:00+00:00">March 1</time></a></div></footer>
        <div class="comment-content"><p>One.</p><blockquote><p>First</p></blockquote></div>
        <div class="reply"><a>Reply</a></div></article><ol class="children">
        <li id="comment-2" class="comment odd depth-2"><article id="div-comment-2" class="comment-body">
        <footer class="comment-meta"><div class="comment-author"><b class="fn">Bo</b></div></footer>
        <div class="comment-content"><p>Two.</p></div></article></li></ol></li>
        <li id="comment-3" class="pingback"><div class="comment-body">Pingback: <a>x</a></div></li>
        <li id="comment-4" class="comment"><em class="comment-awaiting-moderation">Waits</em>
        <div class="comment-content">hidden</div></li></ol>
        <div id="respond"><form><p>Leave a reply</p><textarea>x</textarea></form></div></div>
        """

    private static let wordPressLines = [
        "comment-1 by Ann at 2024-03-01T10:00:00Z: One. | > First", "comment-2 below comment-1 by Bo: Two.",
        "pingback at comment-3", "commentNotApproved at comment-4",
    ]

    private static func read(_ text: String, pieces size: Int = .max) async -> Reading {
        await Reading(text, pieces: size) { HTMLPageReader(bytes: $0) }
    }

    @Test func `gives its text and the comments of WordPress`() async {
        let reading = await Self.read(Self.page(Self.article + Self.wordPress))
        #expect(reading.lines == [Self.statement] + Self.wordPressLines)
        #expect(reading.error == nil)
    }

    @Test func `may have one of WordPress's older themes`() async {
        let comments = """
            <ul class="commentlist"><li class="comment" id="li-comment-5"><div id="comment-5">
            <div class="comment-author vcard"><cite class="fn">Ann</cite> <span class="says">says:</span></div>
            <div class="comment-meta commentmetadata"><a href="#comment-5">March 1, 2024</a></div><p>One.</p><p>Two.</p>
            <div class="reply"><a>Reply</a></div></div><ul class="children"><li class="comment" id="li-comment-6">
            <div id="comment-6"><cite class="fn">Bo</cite><p>Three.</p></div></li></ul></li></ul>
            """
        let reading = await Self.read(Self.page(Self.article + comments))
        #expect(
            reading.lines == [
                Self.statement, "comment-5 by Ann: One. | Two.", "comment-6 below comment-5 by Bo: Three.",
            ]
        )
    }

    @Test func `may have comments in microdata`() async {
        let comments = """
            <section><div itemprop="comment" itemscope itemtype="https://schema.org/Comment" id="c1">
            <span itemprop="author" itemscope itemtype="https://schema.org/Person"><a itemprop="url" href="/ann">x</a>
            <b itemprop="name">Ann</b></span><time itemprop="dateCreated" datetime="2024-03-01T10:00:00Z">1</time>
            <div itemprop="text"><p>One.</p><p>Two.</p></div>
            <div itemprop="comment" itemscope itemtype="http://schema.org/Comment" itemid="https://example.org/a/#c2">
            <meta itemprop="author" content="Bo"><p itemprop="text">Three.</p></div></div></section>
            """
        let reading = await Self.read(Self.page(Self.article + comments))
        #expect(
            reading.lines == [
                Self.statement, "c1 by Ann at 2024-03-01T10:00:00Z: One. | Two.",
                "https://example.org/a/#c2 below c1 by Bo: Three.",
            ]
        )
    }

    @Test func `may have comments in JSON-LD`() async {
        let head = """
            <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "Article",
            "author": {"@type": "Person", "name": "no"}, "comment": [{"@type": "Comment", "@id": "#comment-1",
            "author": {"@type": "Person", "name": "Ann"}, "text": "One &lt; two.\\n\\nif a < b", "upvoteCount": 3,
            "dateCreated": "2024-03-01T10:00:00Z", "comment": {"@type": ["Comment"], "url": "https://example.org/c/2",
            "author": [{"name": "Bo"}], "text": "<p>Three</p><script>evil<\\/script>"}},
            {"@type": "Comment", "@id": "3", "parentItem": {"@id": "#comment-1"}, "author": "Cy", "text": "x"},
            {"@type": "Comment", "author": "Di", "text": "no id"}, {"@type": "Comment", "@id": "5"}]}]}</script>
            <script type="application/ld+json">{broken</script>
            """
        let reading = await Self.read(Self.page(Self.article, head: head))
        #expect(
            reading.lines == [
                Self.statement, "comment-1 by Ann at 2024-03-01T10:00:00Z: One &lt; two. | if a < b",
                "https://example.org/c/2 below comment-1 by Bo: Three", "3 below comment-1 by Cy: x",
                "commentWithoutID at Di", "commentWithoutWords at 5",
            ]
        )
    }

    @Test func `may have comments in microformats`() async {
        let text = """
            <div class="h-entry"><h1 class="p-name">On words</h1><div class="e-content"><p>First.</p></div>
            <div class="u-comment h-cite"><a class="u-url" href="https://b.example/2"></a>
            <span class="p-author h-card"><img class="u-photo" alt="no"><span class="p-name">Ann</span></span>
            <time class="dt-published" datetime="2024-03-01T10:00:00Z"></time><p class="e-content">One.</p>
            <div class="u-comment h-cite"><a class="p-author h-card" href="/bo">Bo</a><a class="u-url" href="#3">3</a>
            <div class="p-content">Two.</div></div></div></div>
            """
        let reading = await Self.read(Self.page(text))
        #expect(
            reading.lines == [
                "“On words” (Site, https://example.org/a/): First.",
                "https://b.example/2 by Ann at 2024-03-01T10:00:00Z: One.",
                "#3 below https://b.example/2 by Bo: Two.",
            ]
        )
    }

    @Test func `tells a comment once, in however many ways it has it`() async {
        let head = """
            <script type="application/ld+json">[{"@type": "Comment", "@id": "https://example.org/a/#comment-2",
            "author": {"name": "Bo"}, "text": "Other words."}, {"@type": "Comment", "author": {"name": "Bo"},
            "text": "Two."}]</script>
            """
        let both = Self.wordPress.replacing(
            "class=\"comment-body\"",
            with: "class=\"comment-body u-comment\" itemscope itemtype=\"https://schema.org/Comment\""
        )
        .replacing("class=\"comment-content\"", with: "class=\"comment-content e-content\" itemprop=\"text\"")
        let reading = await Self.read(Self.page(Self.article + both, head: head))
        #expect(reading.lines == [Self.statement] + Self.wordPressLines)
        let around = Self.wordPress.replacing(
            "<li id=",
            with: "<li itemscope itemtype='http://schema.org/Comment' x="
        )
        #expect(
            await Self.read(Self.page(Self.article + around)).comments.map(\.id) == [
                "comment-1", "comment-2",
            ]
        )
    }

    @Test(arguments: [
        ("<h1>H</h1><p>x</p>", "“H” (Site, https://example.org/a/): x"),
        ("<article><h1>H</h1><p>x</p></article>", "“H” (Site, https://example.org/a/): x"),
        ("<main><p>x</p><form>no</form></main>", "“Site” (Site, https://example.org/a/): x"),
        (
            "<article><h1>H</h1><div itemprop='articleBody'>x<br>y</div>no</article>",
            "“H” (Site, https://example.org/a/): x | y"
        ),
        (
            "<article><h1>H</h1><h1>I</h1><blockquote>x<footer>y</footer></blockquote><footer>no</footer></article>",
            "“H” (Site, https://example.org/a/): I | x | y"
        ),
        (
            "<div class=hentry><h2 class=entry-title>H</h2><div class=entry-content>x</div></div>",
            "“H” (Site, https://example.org/a/): x"
        ),
        ("<article></article><article><h1>H</h1><p>x</p></article>", "“H” (Site, https://example.org/a/): x"),
    ])
    func `has its text where pages have it`(body: String, expected: String) async {
        #expect(await Self.read(Self.page(body)).lines == [expected])
    }

    @Test func `is called what it calls itself`() async {
        let page = "<title>T</title><meta property='og:title' content='O &amp; P'><p>x</p>"
        #expect(await Self.read(page).lines == ["“O & P” (): x"])
        #expect(await Self.read("<title> T\n2 </title><p>x").lines == ["“T 2” (): x"])
        #expect(await Self.read("<link rel=canonical href='javascript:evil()'><p>x").lines == ["“” (): x"])
    }

    @Test(arguments: ["", "   ", "<html></html>", "<script>evil()</script>", "<p>&nbsp;</p>"])
    func `without any text says so`(page: String) async {
        #expect(await Self.read(page).lines == ["statementWithoutText at the page"])
    }

    @Test func `has no script in any field`() async {
        let evil = "<script>evil</script>"
        let page = Self.page("<article><h1>H\(evil)</h1><p>x\(evil)</p></article>" + Self.wordPress)
            .replacing("Ann", with: "Ann\(evil)").replacing("One.", with: "One.\(evil)")
        let reading = await Self.read(page)
        #expect(!reading.words.contains("evil"))
        #expect(reading.comments.map(\.author) == ["Ann", "Bo"])
    }

    @Test func `may be too large or too deep`() async {
        let paragraph = Array("<p>\(String(repeating: "words ", count: 100_000))</p>".utf8)
        let many = await Reading([]) { _ in HTMLPageReader { paragraph } }
        #expect(many.error?.hasPrefix("The page has more than 64 MB or") == true)
        let deep = await Self.read(String(repeating: "<div>", count: 10_000))
        #expect(deep.error?.contains("more than 500 deep") == true)
    }

    @Test func `gives the same wherever the bytes are cut`() async {
        let page = Self.page(Self.article + Self.wordPress)
        let whole = await Self.read(page)
        for size in [1, 2, 3, 5, 7, 11, 64, 100, 500, 1000] {
            #expect(await Self.read(page, pieces: size) == whole)
        }
    }
}
