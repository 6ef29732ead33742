/// Finds what leads to a person: a mail address, a telephone number, a street address.
///
/// Errs on the side of finding one too many: a sentence less is no loss.
enum ContactDetails {
    /// Whether the text has any.
    static func areFound(in text: String) -> Bool {
        // Most sentences have neither, and need no closer look.
        guard text.unicodeScalars.contains(where: { $0 == "@" || $0.isDigit }) else { return false }
        let chunks = text.split(whereSeparator: \.isWhitespace)
        return chunks.contains { isMailAddress($0) } || hasTelephoneNumber(text) || hasStreetAddress(chunks)
    }

    /// A name, an `@`, and a domain with a dot; `ada (at) example.org` is not found.
    private static func isMailAddress(_ chunk: Substring) -> Bool {
        let parts = chunk.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let before = parts[0].unicodeScalars.last else { return false }
        return before.properties.isAlphabetic || before.isDigit ? parts[1].dropLast().contains(".") : false
    }

    /// Seven digits or more with nothing between them but what stands in telephone numbers.
    private static func hasTelephoneNumber(_ text: String) -> Bool {
        var digits = 0
        var gap = 0
        for scalar in text.unicodeScalars {
            if scalar.isDigit {
                digits += 1
                gap = 0
            } else if digits > 0, gap < 3, scalar.isBetweenDigits {
                gap += 1
            } else {
                digits = 0
                gap = 0
            }
            if digits == 7 { return true }
        }
        return false
    }

    /// A house number, then within three words the kind of street, with capitals as in names.
    private static func hasStreetAddress(_ chunks: [Substring]) -> Bool {
        chunks.indices.contains { index in
            guard let first = chunks[index].unicodeScalars.first, first.isDigit, chunks[index].count <= 5
            else {
                return false
            }
            return chunks[(index + 1)...].prefix(3).contains { chunk in
                kindsOfStreet.contains(chunk.filter(\.isLetter))
            }
        }
    }

    private static let kindsOfStreet: Set<String> = [
        "Street", "St", "Road", "Rd", "Avenue", "Ave", "Lane", "Drive", "Boulevard", "Blvd", "Terrace",
        "Close",
    ]
}

extension Unicode.Scalar {
    /// Whether it is one of 0 to 9.
    var isDigit: Bool { ("0"..."9").contains(self) }

    /// Whether it may stand between the digits of a telephone number.
    fileprivate var isBetweenDigits: Bool {
        switch self {
        case " ", "-", "–", ".", "/", "(", ")", "+", "\u{A0}": true
        default: false
        }
    }
}
