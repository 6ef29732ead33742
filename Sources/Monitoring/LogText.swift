/// Writes texts so that they stay what they are: on their line, between their quotes, and visible.
enum LogText {
    /// A value of a field: in quotes where it would not be told from what is around it.
    static func value(_ text: String) -> String {
        let isPlain =
            !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                !scalar.properties.isWhitespace && !"=\"\\".unicodeScalars.contains(scalar)
                    && !isHidden(scalar)
            }
        return isPlain ? text : quoted(text)
    }

    static func quoted(_ text: String) -> String {
        "\"" + escaped(text).replacing("\"", with: "\\\"") + "\""
    }

    /// A backslash begins what stands for something else, and is doubled itself.
    static func escaped(_ text: String) -> String {
        escaped(text) { "\\u{\(String($0.value, radix: 16))}" }
    }

    static func json(_ text: String) -> String {
        let body = escaped(text) { scalar in
            String(scalar).utf16.map { unit in
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }.joined()
        }
        return "\"" + body.replacing("\"", with: "\\\"") + "\""
    }

    private static func escaped(_ text: String, hidden: (Unicode.Scalar) -> String) -> String {
        var written = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": written += "\\\\"
            case "\n": written += "\\n"
            case "\r": written += "\\r"
            case "\t": written += "\\t"
            case let scalar where isHidden(scalar): written += hidden(scalar)
            default: written.unicodeScalars.append(scalar)
            }
        }
        return written
    }

    /// Controls, other ends of lines, and what turns the direction of writing or cannot be seen.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
