import Discussion

extension TelephoneNumbers {
    /// Everything in the text that has digits in groups, in time in proportion to it.
    static func candidates(in text: String) -> [Candidate] {
        var reader = CandidateReader()
        for scalar in text.unicodeScalars { reader.read(scalar) }
        return reader.finished()
    }

    private struct CandidateReader {
        private var found: [Candidate] = []
        private var current: Candidate?
        private var gap = ""
        private var hasPlus = false
        private var hasBracket = false
        private var word = ""
        private var lastWord = ""

        mutating func read(_ scalar: Unicode.Scalar) {
            if scalar.isAnyDigit {
                // A digit within a word, as in "x86", begins no number.
                if current == nil, !word.isEmpty { return }
                add(digit: scalar)
            } else if scalar.isLetter {
                close()
                if word.unicodeScalars.count < 20 { word.unicodeScalars.append(scalar) }
            } else {
                endWord()
                readSign(scalar)
            }
        }

        mutating func finished() -> [Candidate] {
            close()
            return found
        }

        private mutating func add(digit: Unicode.Scalar) {
            let plain = digit.properties.numericValue.map { "\(Int($0))" } ?? ""
            if current == nil {
                current = Candidate(
                    groups: [""],
                    isInternational: hasPlus,
                    hasBrackets: hasBracket,
                    wordBefore: Words.folded(in: lastWord).last ?? ""
                )
            } else if !gap.isEmpty {
                current?.gaps.append(gap.allSatisfy { $0 == " " } ? " " : gap.filter { $0 != " " })
                current?.groups.append("")
            }
            gap = ""
            if let last = current?.groups.indices.last { current?.groups[last] += plain }
        }

        private mutating func readSign(_ scalar: Unicode.Scalar) {
            guard current != nil else {
                hasPlus = scalar == "+" || hasPlus && scalar == "("
                hasBracket = scalar == "("
                return
            }
            switch scalar {
            case " ", "\u{A0}", "\u{202F}": gap += " "
            case "-", "‐", "‑", "–": gap += "-"
            case ".", "/": gap.unicodeScalars.append(scalar)
            case "(", ")", "}", "]":
                if current?.groups.count ?? 0 <= 2 { current?.hasBrackets = true }
                gap += " "
            default: close()
            }
            if gap.utf8.count > 3 { close() }
            if current == nil {
                hasPlus = scalar == "+"
                hasBracket = scalar == "("
            }
        }

        private mutating func endWord() {
            guard !word.isEmpty else { return }
            lastWord = word
            word = ""
        }

        private mutating func close() {
            if let current { found.append(current) }
            current = nil
            gap = ""
            hasPlus = false
            hasBracket = false
        }
    }
}
