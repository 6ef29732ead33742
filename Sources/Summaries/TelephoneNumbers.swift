import Discussion

/// Finds telephone numbers of many lands, but no years, dates, prices, versions, ISBN or network addresses.
enum TelephoneNumbers {
    /// Digits in groups, with what stands between and before them.
    struct Candidate {
        var groups: [String] = []
        /// What stands between the groups, one for each gap.
        var gaps: [String] = []
        /// Whether a plus stands before it.
        var isInternational = false
        /// Whether the first group, or the second, stands in brackets.
        var hasBrackets = false
        /// The word before it, folded.
        var wordBefore = ""

        var digits: Int { groups.reduce(0) { $0 + $1.unicodeScalars.count } }
        var sizes: [Int] { groups.map(\.unicodeScalars.count) }
    }

    /// Whether one stands in the text.
    static func areFound(in text: String) -> Bool {
        candidates(in: text).contains { isTelephoneNumber($0) }
    }

    private static func isTelephoneNumber(_ number: Candidate) -> Bool {
        let digits = number.digits
        guard (5...16).contains(digits), !otherNumbers.contains(number.wordBefore) else { return false }
        if number.isInternational { return digits >= 8 }
        if number.groups[0].hasPrefix("00"), digits >= 10 { return !isMeasure(number) }
        if cues.contains(number.wordBefore) { return !isDate(number) }
        guard (7...13).contains(digits), !isDate(number), !isNetworkAddress(number) else { return false }
        if number.hasBrackets, digits >= 8 { return true }
        return isNational(number)
    }

    /// What is typical for numbers without the code of their country.
    private static func isNational(_ number: Candidate) -> Bool {
        let sizes = number.sizes
        let isGrouped = sizes.count > 1
        let first = number.groups[0]
        // Nearly everywhere in Europe, with the 0 before the area.
        if first.hasPrefix("0"), number.digits >= 8 {
            return !isMeasure(number) && (isGrouped || number.digits <= 12)
        }
        // North America.
        if sizes.suffix(3) == [3, 3, 4], sizes.count <= 4, number.gaps.allSatisfy({ $0 != "," }) {
            return true
        }
        if sizes == [3, 4], number.gaps == ["-"] { return true }
        // Denmark, Norway; Spain; Russia.
        if sizes == [2, 2, 2, 2] || sizes == [3, 2, 2, 2] || sizes.suffix(4) == [3, 3, 2, 2] {
            return number.gaps.allSatisfy { $0 == " " || $0 == "-" }
        }
        if sizes == [5, 5] { return "6789".contains(first.first ?? "0") }
        // Mobile telephones in India and China.
        guard !isGrouped else { return false }
        return number.digits == 10 && "6789".contains(first.first ?? "0")
            || number.digits == 11 && first.hasPrefix("1")
                && "3456789".contains(first.dropFirst().first ?? "0")
    }

    /// `2003-10-28`, `28.10.2003`, `1914-1918`.
    private static func isDate(_ number: Candidate) -> Bool {
        let sizes = number.sizes
        if sizes.count == 2, sizes == [4, 4] { return number.groups.allSatisfy(isYear) }
        guard sizes.count >= 3 else { return false }
        return isYear(number.groups[0]) && sizes[1] <= 2 && sizes[2] <= 2
            || sizes[0] <= 2 && sizes[1] <= 2 && isYear(number.groups[2])
    }

    private static func isYear(_ group: String) -> Bool {
        group.unicodeScalars.count == 4 && (group.hasPrefix("1") || group.hasPrefix("20"))
    }

    /// `192.168.100.200`, `10.15.7.1234`.
    private static func isNetworkAddress(_ number: Candidate) -> Bool {
        number.gaps.count >= 2 && number.gaps.allSatisfy { $0 == "." } && number.sizes != [3, 3, 4]
            && !number.groups[0].hasPrefix("0")
    }

    /// `0.1234567`, `000 000`.
    private static func isMeasure(_ number: Candidate) -> Bool {
        number.groups[0].allSatisfy { $0 == "0" } && (number.gaps.first == "." || number.gaps.first == nil)
            || number.groups.allSatisfy { $0.allSatisfy { $0 == "0" } }
    }

    /// Words before a telephone number.
    private static let cues: Set<String> = [
        "tel", "phone", "telephone", "call", "ring", "fax", "mobile", "cell", "hotline", "whatsapp", "sms",
        "telefon", "telefonnummer", "handy", "mobil", "ruf", "rufnummer", "durchwahl", "telephone",
        "portable",
        "telefono", "movil", "celular", "cellulare", "telefone", "telemovel", "tlf", "puhelin", "puh", "тел",
        "телефон", "телефону", "тел.",
    ]
    /// Words before numbers that are none.
    private static let otherNumbers: Set<String> = [
        "isbn", "issn", "doi", "rfc", "bug", "issue", "id", "order", "version", "ticket", "pmid", "build",
        "commit", "revision",
    ]
}
