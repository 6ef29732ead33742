/// Why a ledger is not what it should be.
package enum LedgerError: Error, Hashable, CustomStringConvertible {
    case unreadable(line: Int)
    case otherVersion(Int)
    case cutShort(lines: Int)
    case afterEnd(line: Int)
    case gap(line: Int, found: Int, expected: Int)
    case backInTime(number: Int)
    case brokenChain(number: Int)
    case otherWords(number: Int)
    case missingEntries(found: Int, expected: Int)
    case badSignature
    case notContinued(count: Int)

    package var description: String {
        switch self {
        case .unreadable(let line):
            "Line \(line) is no line of a ledger; the first names the key, each other is an entry, the last is the head."
        case .otherVersion(let version):
            "The ledger has version \(version); this program knows version 1. Use a newer one."
        case .cutShort(let lines):
            "The ledger ends after \(lines) lines without a signed head: it was cut short. Fetch it again."
        case .afterEnd(let line): "Line \(line) stands behind the head, and belongs to nothing."
        case .gap(let line, let found, let expected):
            "Line \(line) has entry \(found) where \(expected) was expected: entries were taken out or put in."
        case .backInTime(let number):
            "Entry \(number) is older than the one before it: the order was changed."
        case .brokenChain(let number):
            "Entry \(number) does not follow from the one before it: something up to there was changed."
        case .otherWords(let number):
            "The words of entry \(number) are not those that were committed to: they were changed."
        case .missingEntries(let found, let expected):
            "The head speaks of \(expected) entries, and \(found) were found: the file is not the one that was signed."
        case .badSignature: "The signature of the head was not made with the key in the first line."
        case .notContinued(let count):
            "The earlier ledger, of \(count) entries, is not the beginning of this one: what was published was "
                + "rewritten, or they are of two archives."
        }
    }
}
