internal import CLibxml2

/// libxml2's parser of HTML, which reads everything.
final class HTMLPushParser: PushParser {
    init(longestText: Int) {
        // At about this depth browsers stop nesting; libxml2 looks at every open element for each end tag.
        super.init(longestText: longestText, deepest: 500)
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.startElement = { user, name, attributes in
            guard let parser = PushParser.of(user), let name = String(xml: name) else { return }
            let own = HTMLPushParser.attributes(attributes)
            parser.start(MarkupElement(MarkupName(name), attributes: own))
        }
        handler.endElement = { user, name in
            guard let parser = PushParser.of(user), let name = String(xml: name) else { return }
            parser.end(MarkupName(name))
        }
        handler.characters = { PushParser.of($0)?.addText($1, $2) }
        handler.ignorableWhitespace = { PushParser.of($0)?.addText($1, $2) }
        handler.cdataBlock = { PushParser.of($0)?.addText($1, $2) }
        // Everything else that is wrong is put up with.
        handler.serror = { user, error in
            guard error?.pointee.code == Int32(XML_ERR_NO_MEMORY.rawValue) else { return }
            PushParser.of(user)?.fail(.outOfMemory)
        }
        context = htmlCreatePushParserCtxt(&handler, pointer, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
        guard let context else {
            fail(.outOfMemory)
            return
        }
        let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        htmlCtxtUseOptions(context, Int32(options))
        // Else libxml2 guesses from the first byte above 127.
        context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
    }

    deinit { htmlFreeParserCtxt(context) }

    override func parse(_ bytes: UnsafePointer<CChar>?, _ count: Int32, _ isLast: Int32) {
        htmlParseChunk(context, bytes, count, isLast)
    }

    override func feed(_ utf8: ArraySlice<UInt8>, isLast: Bool = false) {
        super.feed(Self.withoutEnd(utf8), isLast: isLast)
    }

    /// The text with spaces for `</body>` and `</html>`: libxml2 reads nothing behind them, which browsers do.
    private static func withoutEnd(_ utf8: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var utf8 = utf8
        for place in utf8.indices.dropLast(5) where utf8[place] == UInt8(ascii: "<") {
            guard utf8[place + 1] == UInt8(ascii: "/") else { continue }
            let name = utf8[(place + 2)...].prefix(4).map { $0 | 0x20 }
            guard name.elementsEqual("body".utf8) || name.elementsEqual("html".utf8),
                let end = utf8[place...].firstIndex(of: UInt8(ascii: ">"))
            else { continue }
            for covered in place...end where utf8[covered] != 0x0A { utf8[covered] = 0x20 }
        }
        return utf8
    }

    override func readable(_ text: String) -> String { Windows1252.repaired(text) }

    /// Names and values in turn, up to a missing name; an attribute without a value is empty.
    private static func attributes(_ pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?)
        -> [MarkupElement.Attribute]
    {
        guard var next = pointers else { return [] }
        var attributes: [MarkupElement.Attribute] = []
        while let name = String(xml: next[0]) {
            attributes.append(.init(MarkupName(name), Windows1252.repaired(String(xml: next[1]) ?? "")))
            next += 2
        }
        return attributes
    }
}
