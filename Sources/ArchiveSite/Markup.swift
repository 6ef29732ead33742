/// HTML or XML: what is written literally is markup, and every text put into it is escaped.
struct Markup: Hashable, Sendable, ExpressibleByStringInterpolation {
    private(set) var text: String

    init(stringLiteral text: String) { self.text = text }

    init(stringInterpolation parts: Parts) { text = parts.text }

    static func + (left: Markup, right: Markup) -> Markup {
        var sum = left
        sum.text += right.text
        return sum
    }

    static func += (left: inout Markup, right: Markup) { left.text += right.text }

    /// The bytes of a file.
    var bytes: [UInt8] { Array(text.utf8) }

    struct Parts: StringInterpolationProtocol {
        fileprivate var text: String

        init(literalCapacity: Int, interpolationCount: Int) {
            text = ""
            text.reserveCapacity(literalCapacity + 32 * interpolationCount)
        }

        mutating func appendLiteral(_ literal: String) { text += literal }

        mutating func appendInterpolation(_ words: String) { Markup.escape(words, into: &text) }

        mutating func appendInterpolation(_ number: Int) { text += String(number) }

        mutating func appendInterpolation(_ markup: Markup) { text += markup.text }

        mutating func appendInterpolation(_ markup: Markup?) { text += markup?.text ?? "" }

        mutating func appendInterpolation(_ markups: [Markup]) {
            for markup in markups { text += markup.text }
        }
    }
}

extension Markup {
    /// For text and for quoted attributes, in HTML and in XML. What neither may hold becomes U+FFFD.
    fileprivate static func escape(_ words: String, into text: inout String) {
        var words = words
        let isPlain = words.withUTF8 { $0.allSatisfy { $0 >= 0x20 && $0 < 0x7F && !isSpecial($0) } }
        if isPlain {
            text += words
            return
        }
        for scalar in words.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            default: text.unicodeScalars.append(scalar.isForbidden ? "\u{FFFD}" : scalar)
            }
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
            || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
}

extension [Markup] {
    func joined(separator: Markup = "") -> Markup {
        guard var sum = first else { return "" }
        for markup in dropFirst() { sum += separator + markup }
        return sum
    }
}

extension Unicode.Scalar {
    /// Control characters and those that are none: no document may have them.
    fileprivate var isForbidden: Bool {
        switch value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
        default: value & 0xFFFE == 0xFFFE
        }
    }
}
