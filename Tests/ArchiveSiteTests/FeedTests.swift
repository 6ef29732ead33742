import ArchiveSite
import Foundation
import FoundationXML
import Testing

@Suite struct `A feed` {
    @Test(arguments: ["https://example.org/archive", nil])
    func `has the newest comments, and what they answer`(address: String?) throws {
        let site = try Site.madeUp(comments: 500, Site.settings(address: address))
        let page = try #require(try site.page(at: "s/1/feed.atom"))
        let reader = FeedReader()
        let parser = XMLParser(data: Data(page.bytes))
        parser.delegate = reader
        #expect(parser.parse() && parser.parserError == nil)
        let ids = reader.texts["id"] ?? []
        #expect(reader.counts["entry"].map { (40...50).contains($0) } == true)
        #expect(Set(ids).count == ids.count)
        #expect(ids.count == 1 + (reader.counts["entry"] ?? 0))
        #expect(reader.counts["thr:in-reply-to"] == reader.counts["entry"])
        let start = address.map { $0 + "/s/1/c/" } ?? "urn:uuid:"
        #expect(ids.dropFirst().allSatisfy { $0.hasPrefix(start) })
        #expect(try site.page(at: "s/1/feed.atom") == page)
    }
}

private final class FeedReader: NSObject, XMLParserDelegate {
    var counts: [String: Int] = [:]
    var texts: [String: [String]] = [:]
    private var text = ""

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        counts[name, default: 0] += 1
        text = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
        _ parser: XMLParser,
        didEndElement name: String,
        namespaceURI: String?,
        qualifiedName: String?
    ) {
        texts[name, default: []].append(text)
    }
}
