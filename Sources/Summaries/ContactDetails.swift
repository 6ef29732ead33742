import Discussion

/// Finds what leads to a person: a mail address, a telephone number, a street address, a bank account.
///
/// Names by which people are addressed in a chat are none of these.
enum ContactDetails {
    /// Whether the text has any.
    static func areFound(in text: String) -> Bool {
        // Most sentences have nothing of the kind, and need no closer look.
        var hasDigit = false
        var mayHaveMail = false
        for byte in text.utf8 {
            if (0x30...0x39).contains(byte) || byte >= 0xD9 { hasDigit = true }
            // @, brackets as in "ada (at) example", and the capitals of "ada AT example DOT org".
            if [0x40, 0x28, 0x5B, 0x7B, 0x54].contains(byte) { mayHaveMail = true }
        }
        guard hasDigit || mayHaveMail else { return false }
        let chunks = text.unicodeScalars.split { $0.properties.isWhitespace }
        if mayHaveMail, MailAddresses.areFound(in: chunks) { return true }
        guard hasDigit else { return StreetAddresses.postOfficeBoxIsFound(in: chunks) }
        return TelephoneNumbers.areFound(in: text) || StreetAddresses.areFound(in: chunks)
            || BankAccounts.areFound(in: chunks)
    }

    /// A stretch of a text between white space.
    typealias Chunk = Substring.UnicodeScalarView
}

extension Unicode.Scalar {
    /// Whether it is one of 0 to 9.
    var isDigit: Bool { ("0"..."9").contains(self) }

    /// Whether it is a digit of any script.
    var isAnyDigit: Bool { value < 0x80 ? isDigit : properties.numericType == .decimal }

    /// Whether it is a letter of any script.
    var isLetter: Bool { value < 0x80 ? (0x61...0x7A).contains(value | 0x20) : properties.isAlphabetic }

    /// Whether it is a capital letter.
    var isCapital: Bool { value < 0x80 ? (0x41...0x5A).contains(value) : properties.isUppercase }
}
