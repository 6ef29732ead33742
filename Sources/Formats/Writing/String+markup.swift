internal import Discussion

extension String {
    /// Without what XML 1.0 does not allow in any form, which no text file needs: NUL, most other control characters and
    /// two that are none.
    var withoutControls: String {
        guard utf8.contains(where: { $0 < 0x20 || $0 == 0xEF }) else { return self }
        return rewritten { $0.isControl ? "" : nil }
    }

    /// As text of HTML.
    ///
    /// - Parameter isForPosts: Whether WordPress would run what stands in square brackets.
    func html(isForPosts: Bool = false) -> String {
        withoutControls.rewritten { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "[": isForPosts ? "&#91;" : nil
            default: nil
            }
        }
    }

    /// As text of XML, or an attribute's value in quotation marks.
    var xml: String {
        withoutControls.rewritten { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "\r": "&#13;"
            default: nil
            }
        }
    }

    /// As text of XML that a person can read there.
    var cdata: String {
        // Not by a search of Foundation's: that finds no `>` that has a combining mark behind it.
        var brackets = 0
        let divided = withoutControls.rewritten { scalar in
            let isEnd = scalar == ">" && brackets >= 2
            brackets = scalar == "]" ? brackets + 1 : 0
            return isEnd ? "]]><![CDATA[>" : nil
        }
        return "<![CDATA[\(divided)]]>"
    }

    /// In one line, words apart by single spaces.
    var inOneLine: String {
        guard !isInOneLine else { return self }
        return unicodeScalars.split { $0.isWhite }.map { String(Substring($0)) }.joined(separator: " ")
    }

    private var isInOneLine: Bool {
        var isAfterWord = false
        for scalar in unicodeScalars {
            guard scalar.isWhite else {
                isAfterWord = true
                continue
            }
            guard isAfterWord, scalar == " " else { return false }
            isAfterWord = false
        }
        return isAfterWord || isEmpty
    }

    /// With other text for some of its scalars.
    ///
    /// - Parameter replacement: nil for a scalar that stays.
    func rewritten(_ replacement: (Unicode.Scalar) -> String?) -> String {
        var rewritten = ""
        rewritten.reserveCapacity(utf8.count + 16)
        var kept = unicodeScalars.startIndex
        for index in unicodeScalars.indices {
            guard let text = replacement(unicodeScalars[index]) else { continue }
            rewritten += self[kept..<index]
            rewritten += text
            kept = unicodeScalars.index(after: index)
        }
        return rewritten + self[kept...]
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
    fileprivate var isWhite: Bool {
        value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
    }
}
