@testable import Markup

/// A document as it is read, in short: `<a k=v>text</>`.
enum Script {
    static func read(
        _ text: String,
        _ language: MarkupReader.Language,
        pieces size: Int = .max,
        longestText: Int = 1 << 20
    ) -> String {
        read(Array(text.utf8), language, pieces: size, longestText: longestText)
    }

    /// - Parameter step: How much is parsed at once.
    /// - Returns: The events, and after them the error in brackets, if there was one.
    static func read(
        _ bytes: [UInt8],
        _ language: MarkupReader.Language,
        charset: String? = nil,
        pieces size: Int = .max,
        longestText: Int = 1 << 20,
        step: Int = 16 << 10
    ) -> String {
        var rest = bytes[...]
        var reader = MarkupReader(language, charset: charset, longestText: longestText, step: step) {
            defer { rest = rest.dropFirst(size) }
            return Array(rest.prefix(size))
        }
        var script = ""
        do {
            while let event = try reader.next() { script += Self.text(of: event) }
        } catch {
            script += "[\(error)]"
        }
        return script
    }

    static func text(of event: MarkupEvent) -> String {
        switch event {
        case .start(let element):
            let attributes = element.attributes.map { " \(name($0.name))=\($0.value)" }
            return "<\(name(element.name))\(attributes.joined())>"
        case .end: return "</>"
        case .text(let text): return text
        case .longText(let bytes): return "[\(bytes) bytes]"
        }
    }

    private static func name(_ name: MarkupName) -> String {
        name.namespace.map { "{\($0)}\(name.local)" } ?? name.local
    }
}
