import Discussion

/// Finds in prose what has no place in an account: markup, links, calls, talk of instructions; and its numbers.
enum ProseLeak {
    /// Markup of any kind, or signs that cannot be seen.
    static func isMarkedUp(_ text: String) -> Bool {
        let begins = ["- ", "* ", "+ ", "• ", "– ", "— "].contains { text.hasPrefix($0) }
        let holds = [
            "**", "__", "~~", "`", "](", "<", ">", "[", "]", "{", "}", "&lt;", "&amp;", "\\", "*", "#", "|",
        ]
        .contains { text.contains($0) }
        return begins || holds || beginsLikeListEntry(text) || text.unicodeScalars.contains(where: isUnseen)
    }

    /// `1. Words` and `2) words`.
    private static func beginsLikeListEntry(_ text: String) -> Bool {
        let rest = text.drop { $0.isNumber }
        return rest.startIndex != text.startIndex && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .privateUse, .surrogate, .unassigned: true
        // Joiners are part of words in some scripts and of emoji.
        case .format: scalar != "\u{200C}" && scalar != "\u{200D}" && scalar != "\u{AD}"
        default: false
        }
    }

    /// Speech about prompts and models, which a comment that means to mislead one may bring about.
    static func speaksOfInstructions(_ words: ProseWords) -> Bool {
        let said = words.words.map(\.folded)
        let text = said.joined(separator: " ")
        let phrases = [
            "language model", "as an ai", "an ai assistant", "system prompt", "chat gpt", "chatgpt",
            "instructions", "instruction", "the prompt", "here is", "here's a", "sure here",
        ]
        let isOrder = ["ignore", "disregard", "forget", "override"].contains { said.contains($0) }
        let isAbout = ["previous", "above", "prior", "earlier", "rules", "prompt", "everything"].contains {
            said.contains($0)
        }
        return isOrder && isAbout || phrases.contains { " \(text) ".contains(" \($0) ") }
    }

    /// A link or a call of somebody that none of these texts has; a call of everybody never.
    static func leads(_ text: String, sources: [String]) -> Bool {
        text.split(whereSeparator: \.isWhitespace).contains { chunk in
            let chunk = chunk.lowercased().trimmingPunctuation
            if ["@room", "@here", "@channel", "@everyone", "@all"].contains(where: { chunk.contains($0) }) {
                return true
            }
            let isLink =
                chunk.contains("://") || chunk.contains("www.") || chunk.contains("mailto:")
                || chunk.contains("matrix.to") || isDomain(chunk)
            guard isLink || chunk.contains("@") else { return false }
            return !sources.contains { source in
                source.lowercased().split(whereSeparator: \.isWhitespace).contains {
                    $0.trimmingPunctuation == chunk
                }
            }
        }
    }

    /// `example.org`, `example.org/path`: letters on both sides of a dot.
    private static func isDomain(_ chunk: String) -> Bool {
        let host = chunk.prefix { $0 != "/" && $0 != "?" && $0 != ":" }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, let last = parts.last, (2...24).contains(last.count) else { return false }
        // "e.g" and "u.s" are none.
        return parts.allSatisfy { !$0.isEmpty } && parts.contains { $0.count > 2 }
            && last.allSatisfy { $0.isLetter }
    }

    /// Numbers as they are written: `3`, `1,000`, `3.5`, `2024-05-01`.
    static func numbers(in text: String) -> [String] {
        var numbers: [String] = []
        var number = ""
        var between = ""
        for scalar in text.unicodeScalars {
            if scalar.properties.numericType != nil, !scalar.properties.isIdeographic {
                number += number.isEmpty ? "" : between
                between = ""
                number.unicodeScalars.append(scalar)
            } else if !number.isEmpty, between.isEmpty, [".", ",", ":", "/", "-", "–", "’"].contains(scalar) {
                between.unicodeScalars.append(scalar)
            } else {
                if !number.isEmpty { numbers.append(number) }
                (number, between) = ("", "")
            }
        }
        return number.isEmpty ? numbers : numbers + [number]
    }
}

extension StringProtocol {
    /// Without the signs that stand around a word.
    fileprivate var trimmingPunctuation: String {
        var text = Substring(self)
        while let last = text.unicodeScalars.last, !last.isPartOfWord { text.unicodeScalars.removeLast() }
        while let first = text.unicodeScalars.first, !first.isPartOfWord, first != "@" {
            text.unicodeScalars.removeFirst()
        }
        return String(text)
    }
}
