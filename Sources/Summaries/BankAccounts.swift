/// Finds international bank account numbers: `DE89 3704 0044 0532 0130 00`.
enum BankAccounts {
    /// Whether one stands in the text, given between its white space.
    static func areFound(in chunks: [ContactDetails.Chunk]) -> Bool {
        chunks.indices.contains { begins(at: $0, in: chunks) }
    }

    private static func begins(at index: Int, in chunks: [ContactDetails.Chunk]) -> Bool {
        let first = Array(chunks[index].prefix(4))
        guard first.count == 4, first[0].isCapital, first[1].isCapital, first[2].isDigit, first[3].isDigit
        else {
            return false
        }
        var account: [Unicode.Scalar] = []
        for chunk in chunks[index...].prefix(9) {
            let signs = chunk.prefix(35).prefix { $0.isDigit || $0.isCapital && $0.isASCII }
            account += signs
            if (15...34).contains(account.count), isSound(account) { return true }
            guard signs.count == chunk.count, account.count <= 34 else { return false }
        }
        return false
    }

    /// Whether the check digits are those of the rest.
    private static func isSound(_ account: [Unicode.Scalar]) -> Bool {
        var remainder = 0
        for sign in account[4...] + account[..<4] {
            let value = sign.isDigit ? Int(sign.value) - 48 : Int(sign.value) - 55
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97
        }
        return remainder == 1
    }
}
