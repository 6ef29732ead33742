import Foundation
import FoundationXML

/// An element of XML with what is in it; names as they are written, prefixes included.
final class XMLBranch {
    let name: String
    let attributes: [String: String]
    fileprivate(set) var text = ""
    fileprivate(set) var children: [XMLBranch] = []

    fileprivate init(_ name: String, _ attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    /// Those of its elements that have this name.
    func all(_ name: String) -> [XMLBranch] { children.filter { $0.name == name } }

    /// The text of its first element that has this name.
    subscript(name: String) -> String? { all(name).first?.text }

    /// WordPress's fields beside a post or a comment, without the beginning of their names.
    func fields(_ element: String) -> [String: String] {
        let pairs = all(element).map { meta in
            (meta["wp:meta_key"] ?? "").replacing("rapporteur_", with: "")
        }
        return Dictionary(uniqueKeysWithValues: zip(pairs, all(element).map { $0["wp:meta_value"] ?? "" }))
    }

    /// The document's own element.
    ///
    /// - Throws: What is wrong with it.
    static func document(_ data: Data) throws -> XMLBranch {
        let parser = XMLParser(data: data)
        let planter = Planter()
        parser.delegate = planter
        // It says that all is well where the end is missing.
        guard parser.parse(), planter.fault == nil, planter.open.isEmpty, let root = planter.root else {
            throw planter.fault ?? parser.parserError ?? CocoaError(.coderReadCorrupt)
        }
        return root
    }

    private final class Planter: NSObject, XMLParserDelegate {
        var root: XMLBranch?
        var open: [XMLBranch] = []
        var fault: (any Error)?

        func parser(
            _ parser: XMLParser,
            didStartElement name: String,
            namespaceURI: String?,
            qualifiedName: String?,
            attributes: [String: String]
        ) {
            let element = XMLBranch(name, attributes)
            open.last?.children.append(element)
            root = root ?? element
            open.append(element)
        }

        func parser(
            _ parser: XMLParser,
            didEndElement name: String,
            namespaceURI: String?,
            qualifiedName: String?
        ) {
            open.removeLast()
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { open.last?.text += string }

        func parser(_ parser: XMLParser, foundCDATA block: Data) {
            open.last?.text += String(decoding: block, as: UTF8.self)
        }

        func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) { fault = parseError }
    }
}

extension String {
    /// What the entities of the house's HTML stand for.
    var withoutEntities: String {
        [("&lt;", "<"), ("&gt;", ">"), ("&#91;", "["), ("&amp;", "&")].reduce(self) { text, entity in
            text.replacingOccurrences(of: entity.0, with: entity.1, options: .literal)
        }
    }

    /// Its scalars, to be compared one by one: to strings, letters are the same composed and decomposed.
    var scalars: [Unicode.Scalar] { Array(unicodeScalars) }
}
