internal import CLibxml2

/// libxml2's parser of XML, with namespaces. It loads nothing, and resolves nothing but XML's five entities and
/// numbers.
final class XMLPushParser: PushParser {
    private var hasBegun = false

    init(longestText: Int) {
        // libxml2 itself stops at 256.
        super.init(longestText: longestText, deepest: 250)
        var handler = Self.handler
        context = xmlCreatePushParserCtxt(&handler, pointer, nil, 0, nil)
        guard let context else {
            fail(.outOfMemory)
            return
        }
        // NOENT, so that `&amp;` in an attribute is `&`. The declared encoding is not that of what is fed.
        let options = XML_PARSE_NOENT.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        xmlCtxtUseOptions(context, Int32(options))
    }

    deinit {
        // libxml2 makes a document for declared entities, though nobody asked for one, and leaves it behind.
        xmlFreeDoc(context?.pointee.myDoc)
        xmlFreeParserCtxt(context)
    }

    /// The functions that libxml2 calls.
    private static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        // Without a function for declarations none is kept, so that every name comes here when it is used.
        handler.getEntity = { user, name in
            // It also asks for what it is just being told.
            guard let parser = PushParser.of(user), parser.context?.pointee.inSubset == 0 else { return nil }
            parser.fail(.entity(line: parser.line, name: String(xml: name) ?? ""))
            return nil
        }
        handler.startElementNs = { user, local, _, namespace, _, _, count, defaulted, attributes in
            guard let parser = PushParser.of(user) as? XMLPushParser, let local = String(xml: local) else {
                return
            }
            // What a declaration adds to an element stands at the end; it is not in the document.
            let own = XMLPushParser.attributes(attributes, count: Int(count - defaulted))
            parser.hasBegun = true
            parser.start(MarkupElement(MarkupName(local, in: String(xml: namespace)), attributes: own))
        }
        handler.endElementNs = { user, local, _, namespace in
            guard let parser = PushParser.of(user), let local = String(xml: local) else { return }
            parser.end(MarkupName(local, in: String(xml: namespace)))
        }
        handler.characters = { PushParser.of($0)?.addText($1, $2) }
        handler.ignorableWhitespace = { PushParser.of($0)?.addText($1, $2) }
        handler.cdataBlock = { PushParser.of($0)?.addText($1, $2) }
        handler.serror = { user, error in
            guard let parser = PushParser.of(user) as? XMLPushParser, let error = error?.pointee,
                error.level == XML_ERR_FATAL
            else { return }
            parser.fail(parser.failure(error))
        }
        return handler
    }

    override func parse(_ bytes: UnsafePointer<CChar>?, _ count: Int32, _ isLast: Int32) {
        xmlParseChunk(context, bytes, count, isLast)
    }

    /// Each has five pointers: its name, prefix and namespace, and where its value begins and ends.
    private static func attributes(_ pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int)
        -> [MarkupElement.Attribute]
    {
        guard let pointers, count > 0 else { return [] }
        return (0..<count).compactMap { index in
            let own = pointers + index * 5
            guard let name = String(xml: own[0]), let start = own[3], let end = own[4] else { return nil }
            let value = UnsafeBufferPointer(start: start, count: end - start)
            return .init(MarkupName(name, in: String(xml: own[2])), String(decoding: value, as: UTF8.self))
        }
    }

    private func failure(_ error: xmlError) -> MarkupReader.ReadError {
        if error.code == XML_ERR_NO_MEMORY.rawValue { return .outOfMemory }
        // libxml2 calls it "extra content" too if something is missing.
        if error.code == XML_ERR_DOCUMENT_END.rawValue, isInside || !hasBegun {
            return .endsEarly(line: max(Int(error.line), 1))
        }
        let reason = error.message.map { String(cString: $0) } ?? "error \(error.code)"
        // What libxml2 says when it would have to keep more than 10 MB.
        if reason.contains("Huge input lookup") { return .tooLong(line: max(Int(error.line), 1)) }
        let words = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return .broken(line: Int(error.line), reason: String(words.prefix(200)))
    }
}

extension String {
    /// What libxml2 hands over, which ends in NUL and is UTF-8.
    init?(xml text: UnsafePointer<UInt8>?) {
        guard let text else { return nil }
        self.init(cString: text)
    }
}
