import Foundation
import PluginAPI
import Testing

@Suite struct `A message` {
    @Test func `is shown as plain text`() {
        let message = Message([
            .heading("Walls"), .text("See `!help`."), .quotation(["one", "two"]),
            .outline([Message.Line("a"), Message.Line("b", depth: 1)]),
        ])
        #expect(message.plainText == "Walls\n\nSee `!help`.\n\n> one\n>\n> two\n\na\n    b")
    }

    @Test(arguments: [
        (Message.Block.text("Try `!quote 8`, <b>"), "<p>Try <code>!quote 8</code>, &lt;b&gt;</p>"),
        (.heading("`NATO` & peace"), "<h4>`NATO` &amp; peace</h4>"),
        (.text("one ` alone"), "<p>one ` alone</p>"),
        (.text("`a` and ` alone"), "<p><code>a</code> and ` alone</p>"),
        (.verbatim("`a` & \"b\"\nc"), "<p>`a` &amp; &quot;b&quot;<br>c</p>"),
        (.quotation(["<i>", "`b`"]), "<blockquote><p>&lt;i&gt;</p><p>`b`</p></blockquote>"),
    ])
    func `is shown as HTML in which words stay words`(block: Message.Block, html: String) {
        #expect(Message([block]).html == html)
    }

    @Test(arguments: [
        ([0, 0], "<ul><li>0</li><li>1</li></ul>"),
        ([0, 1, 0], "<ul><li>0<ul><li>1</li></ul></li><li>2</li></ul>"),
        ([0, 1, 2, 1], "<ul><li>0<ul><li>1<ul><li>2</li></ul></li><li>3</li></ul></li></ul>"),
        ([0, 1, 2, 0], "<ul><li>0<ul><li>1<ul><li>2</li></ul></li></ul></li><li>3</li></ul>"),
        ([0, 5, 5], "<ul><li>0<ul><li>1</li><li>2</li></ul></li></ul>"),
        ([3, 1, 1, 2], "<ul><li>0</li><li>1</li><li>2<ul><li>3</li></ul></li></ul>"),
        ([], ""),
    ])
    func `nests its outline`(depths: [Int], html: String) {
        let lines = depths.enumerated().map { Message.Line("\($0.offset)", depth: $0.element) }
        #expect(Message([.outline(lines)]).html == html)
    }

    @Test func `does not nest deeper than clients allow`() {
        let lines = (0..<1_000).map { Message.Line("x", depth: $0) }
        let html = Message([.outline(lines)]).html
        #expect(html.components(separatedBy: "<ul>").count - 1 <= 13)
        #expect(html.components(separatedBy: "<ul>").count == html.components(separatedBy: "</ul>").count)
        #expect(html.components(separatedBy: "<li>").count == 1_001)
        #expect(html.components(separatedBy: "</li>").count == 1_001)
    }

    @Test(arguments: [
        (
            Message.Change("4", runs: [.kept("The "), .removed("war"), .added("<b>"), .kept(" goes on.")]),
            "4: The [-war-] {+<b>+} goes on.",
            "<p>4: The <del>war</del> <strong>&lt;b&gt;</strong> goes on.</p>"
        ),
        (
            Message.Change("", runs: [.leftOut, .added("one "), .removed(" two"), .leftOut, .kept("`x`.")]),
            "… {+one+}  [-two-] … `x`.", "<p>… <strong>one</strong>  <del>two</del> … `x`.</p>"
        ),
        (
            Message.Change("6 & 7", runs: [.kept("peace"), .removed(","), .kept(" now")]),
            "6 & 7: peace[-,-] now", "<p>6 &amp; 7: peace<del>,</del> now</p>"
        ),
        (Message.Change("5", runs: [.added(" ")]), "5:  ", "<p>5:  </p>"),
    ])
    func `shows what was changed`(change: Message.Change, plainText: String, html: String) {
        let message = Message([.changes([change])])
        #expect(message.plainText == plainText)
        #expect(message.html == html)
    }

    @Test func `of a quotation says what it shows`() throws {
        let place = PassagePlace(paragraph: 1, sentence: 2)
        let quotation = try Samples.statement.quotation(of: .statement(PassageRange(place)))
        let message = Message(quotation)
        #expect(
            message.plainText == "> Few agree how.\n\n— Peace: the statement, paragraph 1, sentence 2 · 1.2"
        )
        #expect(message.shown == [quotation.reference])
    }
}
