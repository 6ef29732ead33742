/// The grammar of addresses: tokens in, a reference out.
enum AddressParser {
    typealias ParseError = PassageReference.ParseError

    static func reference(from tokens: [AddressToken]) throws(ParseError) -> PassageReference {
        for case .hugeNumber(let digits) in tokens { throw .tooLarge(digits: digits) }
        guard tokens.contains(where: { $0.isNumber }) else { throw missingNumber(tokens) }
        if tokens.contains(.number(0)) { throw .zero }
        switch tokens.first {
        case .commentMark, .commentWord, .chatMark: return .comment(try label(from: tokens[...]))
        default: return .statement(try range(from: tokens[...]))
        }
    }

    private static func missingNumber(_ tokens: [AddressToken]) -> ParseError {
        tokens.contains { $0 != .separator } ? .incomplete : .notAnAddress
    }

    private static func label(from tokens: ArraySlice<AddressToken>) throws(ParseError) -> CommentLabel {
        var rest = tokens.drop { $0 == .commentMark || $0 == .commentWord }
        if rest.contains(.dash) || rest.contains(.dashWord) { throw .commentRange }
        let isChat = rest.first == .chatMark
        if isChat { rest.removeFirst() }
        var numbers = [try number(&rest)]
        while rest.first == .separator && !isChat {
            rest.removeFirst()
            numbers.append(try number(&rest))
        }
        guard rest.isEmpty else { throw .malformed }
        return CommentLabel((isChat ? "c" : "") + numbers.map(String.init).joined(separator: "."))
    }

    private static func range(from tokens: ArraySlice<AddressToken>) throws(ParseError) -> PassageRange {
        var rest = tokens
        let first = try place(&rest)
        guard let dash = rest.popFirst() else { return PassageRange(first) }
        guard dash == .dash || dash == .dashWord else { throw .malformed }
        guard !rest.isEmpty else { throw .incomplete }
        let isSentence = rest.first?.isParagraph != true && first.sentence != nil
        if rest.first == .sentenceMark { rest.removeFirst() }
        var last = try place(&rest)
        guard rest.isEmpty else { throw .malformed }
        if isSentence && last.sentence == nil {
            last = PassagePlace(paragraph: first.paragraph, sentence: last.paragraph)
        }
        return try ordered(first, last)
    }

    private static func ordered(_ first: PassagePlace, _ last: PassagePlace) throws(ParseError)
        -> PassageRange
    {
        let opensLate = first.paragraph == last.paragraph && (first.sentence ?? 1) > (last.sentence ?? .max)
        if first.paragraph > last.paragraph || opensLate {
            throw .backwards(suggestion: .statement(PassageRange(last, through: first)))
        }
        let isMixed = first.sentence == nil && last.sentence != nil
        return PassageRange(
            isMixed ? PassagePlace(paragraph: first.paragraph, sentence: 1) : first,
            through: last
        )
    }

    private static func place(_ rest: inout ArraySlice<AddressToken>) throws(ParseError) -> PassagePlace {
        if rest.first?.isParagraph == true {
            rest.removeFirst()
            if rest.first == .separator { rest.removeFirst() }  // "para. 4"
        }
        let paragraph = try number(&rest)
        guard rest.first == .separator || rest.first == .sentenceMark else {
            return PassagePlace(paragraph: paragraph)
        }
        let separator = rest.removeFirst()
        if separator == .separator && rest.first == .sentenceMark { rest.removeFirst() }  // "4, sentence 1"
        return PassagePlace(paragraph: paragraph, sentence: try number(&rest))
    }

    private static func number(_ rest: inout ArraySlice<AddressToken>) throws(ParseError) -> Int {
        guard case .number(let number)? = rest.first else { throw rest.isEmpty ? .incomplete : .malformed }
        rest.removeFirst()
        return number
    }
}

extension AddressToken {
    fileprivate var isParagraph: Bool { self == .paragraphMark || self == .paragraphWord }
}
