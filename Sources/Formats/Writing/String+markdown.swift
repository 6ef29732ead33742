extension String {
    /// As Markdown that says just this, in one line.
    ///
    /// For pandoc with all that it takes for Markdown, CommonMark and GitHub: no mark of theirs is left, those for
    /// quotation marks, dashes and pictures of faces included. An address of the web stays as it is.
    var markdown: String {
        let scalars = Array(withoutControls.inOneLine.unicodeScalars)
        let opening = Self.openingMark(in: scalars)
        var markdown: [UInt8] = []
        markdown.reserveCapacity(scalars.count + 16)
        for (position, scalar) in scalars.enumerated() {
            let before = position > 0 ? scalars[position - 1] : nil
            let isMark =
                position == opening || scalar.isMark(behind: before)
                || scalar == ":" && Self.isFace(scalars[(position + 1)...])
            let behind = position + 1 < scalars.count ? scalars[position + 1] : nil
            if isMark && scalar.isComposed(with: behind) || scalar == " " && behind == "”"
                || scalar == "‘" && !Self.isClosed(position, in: scalars)
            {
                // Pandoc composes `>` and the stroke behind it before it looks for marks: nothing is escaped then. It
                // takes the space before `”`, and turns `‘` around where that closes nowhere.
                markdown += "&#\(scalar.value);".utf8
                continue
            }
            if isMark { markdown.append(UInt8(ascii: "\\")) }
            markdown += scalar.utf8
        }
        return String(decoding: markdown, as: UTF8.self)
    }

    /// Whether a colon before it opens the name of a picture, `:smile:`. A time of day is none.
    private static func isFace(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let name = scalars.prefix { $0.isASCIIDigitOrLetter || "+-_".unicodeScalars.contains($0) }
        guard !name.isEmpty, scalars.dropFirst(name.count).first == ":" else { return false }
        return name.count != 2 || !name.allSatisfy { (0x30...0x39).contains($0.value) }
    }

    /// Whether everybody takes `‘` for the opening of a quotation, as in ‘this isn’t so’.
    private static func isClosed(_ opening: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard opening == 0 || scalars[opening - 1] == " " || scalars[opening - 1] == "(" else { return false }
        for position in scalars.indices.dropFirst(opening + 1)
        where "‘’“”".unicodeScalars.contains(scalars[position]) {
            guard scalars[position] == "’" else { return false }
            let behind = position + 1 < scalars.count ? scalars[position + 1] : " "
            if behind.properties.isAlphabetic || behind.properties.numericType != nil { continue }
            return position > opening + 1 && scalars[position - 1] != " " && scalars[opening + 1] != " "
        }
        return false
    }

    /// The position of what makes a line a list, a heading or a definition where it stands at the beginning.
    private static func openingMark(in scalars: [Unicode.Scalar]) -> Int? {
        guard let first = scalars.first else { return nil }
        if "-+=:%".unicodeScalars.contains(first) { return 0 }
        let name = scalars.dropFirst(first == "(" ? 1 : 0)
        let number = name.prefix { $0.isASCIIDigitOrLetter }
        guard number.endIndex < scalars.count, isNumber(number) else { return nil }
        let closing = scalars[number.endIndex]
        guard closing == "." || closing == ")" else { return nil }
        let isEnd = number.endIndex + 1 == scalars.count || scalars[number.endIndex + 1] == " "
        return isEnd ? number.endIndex : nil
    }

    /// Whether pandoc takes it for the number of a list's item: `12`, `a`, `iv`.
    private static func isNumber(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        scalars.count == 1 || !scalars.isEmpty && scalars.allSatisfy { (0x30...0x39).contains($0.value) }
            || !scalars.isEmpty && scalars.allSatisfy { "ivxlcdmIVXLCDM".unicodeScalars.contains($0) }
    }
}

extension Unicode.Scalar {
    /// Whether it means something to Markdown wherever it stands.
    ///
    /// - Parameter before: What stands before it.
    fileprivate func isMark(behind before: Unicode.Scalar?) -> Bool {
        switch self {
        case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "^", "$", "@", "&", "\"", "'":
            true
        // `--` is a dash, `...` one sign.
        case "-", ".": before == self
        default: false
        }
    }

    /// Whether it may become one with the accents and strokes behind it, as `>` and a stroke become `≯`.
    fileprivate func isComposed(with behind: Unicode.Scalar?) -> Bool {
        guard self == "<" || self == "=" || self == ">", let behind, behind.value >= 0x300 else {
            return false
        }
        return behind.properties.canonicalCombiningClass != .notReordered
    }

    fileprivate var isASCIIDigitOrLetter: Bool {
        (0x30...0x39).contains(value) || (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
    }
}
