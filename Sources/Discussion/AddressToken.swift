/// A part of a typed address.
enum AddressToken: Hashable {
    case number(Int)
    /// A number beyond ``largestNumber``, as it was typed and shortened.
    case hugeNumber(String)
    /// Between a paragraph and its sentence: `.`, `:`, `,`.
    case separator
    /// `4.2 sentence 5`: a separator in a word.
    case sentenceMark
    /// Between two ends of a range: a dash of any kind, `..`, `…`.
    case dash
    /// The same in a word: `4 to 5`.
    case dashWord
    /// `¶`, `§`.
    case paragraphMark
    case paragraphWord
    /// `#`.
    case commentMark
    case commentWord
    /// The `c` of `#c17`.
    case chatMark

    static let largestNumber = 999_999

    var isNumber: Bool {
        switch self {
        case .number, .hugeNumber: true
        default: false
        }
    }

    /// Whether it could be an ordinary word.
    var isWord: Bool {
        switch self {
        case .sentenceMark, .dashWord, .paragraphWord, .commentWord, .chatMark: true
        default: false
        }
    }

    /// The tokens of a text; nil where something stands in it that no address has.
    static func tokens(in text: [Unicode.Scalar]) -> [AddressToken]? {
        var tokens: [AddressToken] = []
        var rest = text[...]
        while let first = rest.first {
            if first.isWhite {
                rest.removeFirst()
                continue
            }
            let kind = Kind(first)
            guard kind != .other else { return nil }
            let run = rest.prefix { Kind($0) == kind }
            guard let token = token(for: run, of: kind) else { return nil }
            tokens.append(token)
            rest = rest.dropFirst(run.count)
        }
        return tokens
    }

    private static func token(for run: ArraySlice<Unicode.Scalar>, of kind: Kind) -> AddressToken? {
        switch kind {
        case .digit: number(run)
        case .letter: word(run)
        case .stop: run.count == 1 ? .separator : .dash
        case .separator: run.count == 1 ? .separator : nil
        case .dash: .dash
        case .paragraph: .paragraphMark
        case .comment: .commentMark
        case .other: nil
        }
    }

    private static func number(_ run: ArraySlice<Unicode.Scalar>) -> AddressToken {
        var value = 0
        for scalar in run {
            value = value * 10 + Int(scalar.properties.numericValue ?? 0)
            if value > largestNumber { return .hugeNumber(String(run).firstWords(maximumScalars: 24)) }
        }
        return .number(value)
    }

    private static func word(_ run: ArraySlice<Unicode.Scalar>) -> AddressToken? {
        switch String(run.prefix(12)).lowercased() {
        case "p", "par", "para", "paras", "paragraph", "paragraphs": .paragraphWord
        case "s", "sentence", "sentences": .sentenceMark
        case "to", "through": .dashWord
        case "comment": .commentWord
        case "c": .chatMark
        default: nil
        }
    }

    private enum Kind: Hashable {
        case digit, letter, stop, separator, dash, paragraph, comment, other

        init(_ scalar: Unicode.Scalar) {
            switch scalar {
            case ".", "．": self = .stop
            case ":", ",", "：", "，": self = .separator
            case "-", "‐", "‑", "‒", "–", "—", "―", "−", "－", "…", "‥": self = .dash
            case "¶", "§": self = .paragraph
            case "#", "＃": self = .comment
            // Digits of every script: someone who types ٤ or ４ means 4.
            case _ where scalar.isASCIIDigit || scalar.properties.numericType == .decimal: self = .digit
            case _ where scalar.isASCIILetter: self = .letter
            default: self = .other
            }
        }
    }
}
