import Discussion
import Foundation

/// A web page with a statement on it, and the links to its passages.
struct QuotedPage {
    /// One text of the page, as it stands there, with the name of its element.
    struct Block {
        let element: String
        let text: String
    }

    /// A quotation, and where its words stand: code points of the page's blocks with white space folded, a line feed
    /// between each and the next.
    struct Passage {
        let address: String
        let link: String?
        let start: Int
        let end: Int
    }

    /// Where the links lead to.
    static let url = "https://example.org/page"

    let blocks: [Block]
    let passages: [Passage]

    /// Those whose link leads to the page only.
    var bareAddresses: [String] { passages.filter { $0.link == Self.url }.map(\.address) }

    var html: String {
        let body = blocks.map { block in
            "<\(block.element) data-block>\(Self.escaped(block.text))</\(block.element)>"
        }
        return """
            <!doctype html><meta charset="utf-8"><title>A page</title><style>\(Self.style)</style>\
            <body>\(body.joined())
            """
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }

    /// Both kinds of marks look the same.
    private static let style = """
        body { margin: 4px; font: 6px/7px sans-serif; } h1, p, li, figcaption { margin: 0; font: inherit; }
        li { margin-left: 30px; } ::target-text { background: #f0f; color: #000; }
        ::highlight(passage) { background: #f0f; color: #000; }
        """

    /// Gives the page a function `mark(start, end)` that marks a passage, widened to whole words as the browser counts them. A full stop between
    /// letters holds them together in other browsers, and a link is for all of them.
    static let script = #"""
        const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
        const nodes = [...document.querySelectorAll("[data-block]")].map((block) => block.firstChild);
        const places = nodes.map((node) => {
          const found = [];
          let offset = 0, gap = null;
          for (const sign of node.data) {
            if (/\s/u.test(sign)) gap ??= offset;
            else {
              if (gap !== null && found.length) found.push([gap, offset]);
              found.push([offset, offset + sign.length]);
              gap = null;
            }
            offset += sign.length;
          }
          return found;
        });
        const place = (position) => {
          let block = 0;
          while (position > places[block].length) position -= places[block++].length + 1;
          return [block, position];
        };
        const holds = (before, behind) => /\p{L}\p{M}*\.$/u.test(before) && /^\p{L}/u.test(behind)
          || /\p{L}\p{M}*$/u.test(before) && /^\.\p{L}/u.test(behind);
        const isBorder = (text, offset) => offset <= 0 || offset >= text.length
          || segmenter.segment(text).containing(offset).index === offset
          && !holds(text.slice(0, offset), text.slice(offset));
        globalThis.mark = (start, end) => {
          const [first, from] = place(start), [last, to] = place(end);
          const range = new Range();
          let [opening] = places[first][from], [, closing] = places[last][to - 1];
          while (!isBorder(nodes[first].data, opening)) opening -= 1;
          while (!isBorder(nodes[last].data, closing)) closing += 1;
          range.setStart(nodes[first], opening);
          range.setEnd(nodes[last], closing);
          CSS.highlights.set("passage", new Highlight(range));
        };
        """#
}

extension QuotedPage.Passage {
    /// What stands behind the page's address in the link; nil without a link.
    var fragment: String? { link.map { String($0.dropFirst(QuotedPage.url.count)) } }

    /// The words that the link names.
    var words: String { fragment?.removingPercentEncoding ?? "" }

    /// - Parameter above: How many code points stand before the text that the quotation is from.
    init(_ quotation: Quotation, above: Int = 0) {
        self.init(
            address: quotation.reference.description,
            link: quotation.link,
            start: above + quotation.selectors.position.start,
            end: above + quotation.selectors.position.end
        )
    }
}
