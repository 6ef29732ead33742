/// Finds mail addresses, also those that are written so that programs do not find them.
enum MailAddresses {
    /// `ada@example.org`, `ada [at] example [dot] org`, `ada AT example DOT org`.
    static func areFound(in chunks: [ContactDetails.Chunk]) -> Bool {
        chunks.indices.contains { isAddress(chunks[$0]) || isSpelled(chunks, at: $0) }
    }

    /// A name, an `@`, and a domain with a dot.
    private static func isAddress(_ chunk: ContactDetails.Chunk) -> Bool {
        guard let at = chunk.firstIndex(of: "@"), at != chunk.startIndex else { return false }
        let before = chunk[chunk.index(before: at)]
        let domain = chunk[chunk.index(after: at)...]
        guard before.isLetter || before.isAnyDigit, let first = domain.first, first.isLetter || first.isDigit
        else {
            return false
        }
        return domain.dropLast().contains(".") && !domain.contains("@")
    }

    /// An `at` in brackets or capitals, and behind it a dot or one that is spelled.
    private static func isSpelled(_ chunks: [ContactDetails.Chunk], at index: Int) -> Bool {
        // Asked of every word of most discussions: nearly all are neither.
        guard
            chunks[index].contains(where: { "([{<".unicodeScalars.contains($0) })
                || isCapitalAt(chunks[index])
        else { return false }
        let chunk = String(chunks[index])
        let isBracketed = signsForAt.contains { chunk.lowercased().contains($0) }
        guard chunk == "AT" || isBracketed else { return false }
        let isGlued = isBracketed && chunk.unicodeScalars.count > 4
        let rest = chunks[(isGlued ? index : index + 1)...].prefix(5).map { String($0) }
        guard isGlued || index > 0 else { return false }
        if rest.contains(where: { part in signsForDot.contains { part.lowercased().contains($0) } }) {
            return true
        }
        if chunk == "AT" { return rest.contains("DOT") }
        let domain = (isGlued ? rest.first.map { behindSign($0) } : rest.first) ?? ""
        return domain.unicodeScalars.dropLast().contains(".")
    }

    private static func isCapitalAt(_ chunk: ContactDetails.Chunk) -> Bool {
        chunk.elementsEqual("AT".unicodeScalars)
    }

    private static func behindSign(_ chunk: String) -> String {
        let closing = chunk.unicodeScalars.firstIndex { ")]}>".unicodeScalars.contains($0) }
        return closing.map { String(chunk.unicodeScalars[$0...]) } ?? ""
    }

    private static let signsForAt = ["(at)", "[at]", "{at}", "<at>", "(@)", "[@]", "(ät)"]
    private static let signsForDot = ["(dot)", "[dot]", "{dot}", "<dot>", "(punkt)", "[punkt]", "(punto)"]
}
