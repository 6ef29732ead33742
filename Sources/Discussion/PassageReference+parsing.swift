extension PassageReference {
    /// Reads an address as people type it, on phones too: `4.`, `4:1`, `4,1`, `¶4.1`, `para 4`,
    /// `4.2–4.5`, `Title`, `#C17`.
    ///
    /// - Throws: ``ParseError``. Its ``ParseError/isAddress`` says whether an address was meant and is
    ///   wrong, or the text is something else: words to look for.
    public init(parsing text: String) throws(ParseError) {
        let typed = Self.trimmed(text)
        guard !typed.isEmpty else { throw .empty }
        if let named = Self.named(typed) {
            self = named
            return
        }
        guard let tokens = AddressToken.tokens(in: typed) else { throw .notAnAddress }
        do {
            self = try AddressParser.reference(from: tokens)
        } catch {
            // "comment to p" are words too; "4-" is not.
            let isBare = tokens.contains { $0.isNumber } || !tokens.contains { $0.isWord }
            throw error == .incomplete && !isBare ? .notAnAddress : error
        }
    }

    private static func named(_ typed: [Unicode.Scalar]) -> PassageReference? {
        switch String(typed).lowercased() {
        case "title": .title
        case "standfirst": .standfirst
        case "caption": .caption
        default: nil
        }
    }

    /// Without white space, brackets, code marks and final punctuation around it, and without signs that only
    /// steer the display.
    private static func trimmed(_ text: String) -> [Unicode.Scalar] {
        var scalars = text.unicodeScalars.filter {
            !(0x200B...0x200F).contains($0.value) && $0.value != 0xFEFF
        }[...]
        while let first = scalars.first, first.isWhite || "`([{<".unicodeScalars.contains(first) {
            scalars.removeFirst()
        }
        while let last = scalars.last, last.isWhite || "`)]}>.:,?!".unicodeScalars.contains(last) {
            // Two stops are a range that lacks its end.
            if last == ".", scalars.dropLast().last == "." { break }
            scalars.removeLast()
        }
        return Array(scalars)
    }
}
