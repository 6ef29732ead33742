import Discussion

/// Finds street addresses as several languages write them, post office boxes and British and American
/// postcodes.
enum StreetAddresses {
    typealias Chunk = ContactDetails.Chunk

    /// Whether one stands in the text, given between its white space.
    static func areFound(in chunks: [Chunk]) -> Bool {
        chunks.indices.contains { index in
            isNumber(chunks[index])
                && (opensStreet(chunks, at: index) || closesStreet(chunks, at: index)
                    || isAmericanPostcode(chunks, at: index))
                || isBritishPostcode(chunks, at: index)
        } || postOfficeBoxIsFound(in: chunks)
    }

    /// `P.O. Box 12`, `Postfach 12`.
    static func postOfficeBoxIsFound(in chunks: [Chunk]) -> Bool {
        zip(chunks, chunks.dropFirst()).contains { first, second in
            guard first.prefix(2).contains("P") else { return false }
            let first = letters(first)
            return first == "Postfach" && second.first?.isDigit == true
                || (first == "PO" || first == "POB") && letters(second) == "Box"
        }
    }

    /// `12 Long Street`, `12 rue de la Paix`.
    private static func opensStreet(_ chunks: [Chunk], at index: Int) -> Bool {
        let next = chunks[(index + 1)...].prefix(6)
        for (offset, chunk) in next.prefix(4).enumerated() {
            let word = letters(chunk)
            if offset > 0, kindsBehind.contains(word) { return true }
            guard chunk.first?.isCapital == true || chunk.first?.isDigit == true else { break }
        }
        let words = next.map { letters($0) }.drop { $0 == "bis" || $0 == "ter" }
        guard let kind = words.first, kindsBefore.contains(folded(kind)) else { return false }
        let name = words.dropFirst().prefix(4)
        // "3 places", but "12 place de la Paix" and "12 rue Racine".
        guard let next = name.first, next.unicodeScalars.first?.isCapital == true || articles.contains(next)
        else {
            return false
        }
        return name.contains { $0.unicodeScalars.first?.isCapital == true }
    }

    /// `Hauptstraße 5`, `Lange Straße 5`, `Calle Mayor, 12`.
    private static func closesStreet(_ chunks: [Chunk], at index: Int) -> Bool {
        guard index > 0 else { return false }
        let name = letters(chunks[index - 1])
        let word = folded(name)
        if name.unicodeScalars.first?.isCapital == true {
            if endings.contains(where: { word.hasSuffix($0) && word.utf8.count > $0.utf8.count + 2 }) {
                return true
            }
            if wholeWords.contains(word), index > 1, chunks[index - 2].first?.isCapital == true {
                return true
            }
        }
        var before = chunks[..<index].suffix(5).map { letters($0) }[...]
        while let kind = before.first {
            before.removeFirst()
            guard kindsBeforeNames.contains(folded(kind)), isStreet(kind) else { continue }
            return before.contains { $0.unicodeScalars.first?.isCapital == true }
        }
        return false
    }

    /// Where "via" and "plaza" are no names they are ordinary words.
    private static func isStreet(_ kind: String) -> Bool {
        kind.unicodeScalars.first?.isCapital == true || ["calle", "ul", "ул", "улица", "rua"].contains(kind)
    }

    /// `TX 78701`.
    private static func isAmericanPostcode(_ chunks: [Chunk], at index: Int) -> Bool {
        guard index > 1, chunks[index].prefix(5).count(where: \.isDigit) == 5 else { return false }
        let state = chunks[index - 1]
        return state.count == 2 && state.allSatisfy(\.isCapital) && chunks[index - 2].last == ","
    }

    /// `GL3 2PU`.
    private static func isBritishPostcode(_ chunks: [Chunk], at index: Int) -> Bool {
        guard index + 1 < chunks.count, (2...4).contains(chunks[index].count) else { return false }
        let outward = chunks[index]
        let inward = chunks[index + 1].filter { $0.isDigit || $0.isCapital }
        guard outward.first?.isCapital == true, outward.allSatisfy({ $0.isCapital || $0.isDigit }),
            outward.contains(where: \.isDigit), inward.count == 3, chunks[index + 1].count <= 4
        else {
            return false
        }
        return inward.first?.isDigit == true && inward.dropFirst().allSatisfy(\.isCapital)
    }

    /// The number of a house: `5`, `12a,`.
    private static func isNumber(_ chunk: Chunk) -> Bool {
        guard let first = chunk.first, first.isDigit, chunk.count <= 11 else { return false }
        let digits = chunk.prefix { $0.isDigit }.count
        let rest = chunk.dropFirst(digits)
        return digits <= 5 && rest.count(where: \.isLetter) <= 1
            && !rest.contains { "%:€$".unicodeScalars.contains($0) }
    }

    private static func letters(_ chunk: Chunk) -> String {
        var letters = String.UnicodeScalarView()
        letters.append(contentsOf: chunk.prefix(40).filter(\.isLetter))
        return String(letters)
    }

    private static func folded(_ word: String) -> String { Words.folded(in: word).first ?? "" }

    private static let kindsBehind: Set<String> = [
        "Street", "St", "Road", "Rd", "Avenue", "Ave", "Lane", "Ln", "Drive", "Dr", "Boulevard", "Blvd",
        "Terrace", "Close", "Crescent", "Square", "Sq", "Court", "Place", "Highway", "Hwy", "Parkway", "Pkwy",
        "Gardens", "Mews",
    ]
    private static let articles: Set<String> = ["de", "du", "des", "d", "la", "le", "del"]
    private static let kindsBefore: Set<String> = kindsBeforeNames.union([
        "rue", "avenue", "boulevard", "place", "chemin", "allee", "impasse", "quai", "route",
    ])
    /// The number stands behind the name.
    private static let kindsBeforeNames: Set<String> = [
        "calle",
        "avenida", "plaza", "paseo", "carrer", "via", "viale", "piazza", "corso", "rua", "ul", "ulica", "ул",
        "улица", "проспект",
    ]
    private static let endings = [
        "strasse", "str", "weg", "gasse", "platz", "allee", "ufer", "damm", "straat", "laan", "gracht",
        "plein", "gatan", "vagen", "gade", "vej", "veien", "gata", "katu",
    ]
    private static let wholeWords: Set<String> = ["strasse", "str", "weg", "platz", "allee", "gasse"]
}
