package import Foundation
internal import Networking

/// Verifies a ledger line by line, without anything but the file. Memory holds one line.
package struct LedgerVerifier {
    /// What a whole ledger is found to be.
    package struct Verdict: Hashable, Sendable {
        package let count: Int
        /// Entries whose words are in the file, and match.
        package let open: Int
        /// Entries whose words were taken back, or have become others since.
        package let closed: Int
        /// The public key, in base64.
        package let key: String
        package let signedAt: Date
        /// The last link, by which a later ledger is recognised as this one's continuation.
        package let head: String
    }

    private var key: [UInt8]?
    private var count = 0
    private var open = 0
    private var link = LedgerChain.start
    private var lastInstant: Int64 = .min
    private var head: LedgerLine.Head?
    private var line = 0
    /// An earlier head, which must be among the links.
    private let earlier: (count: Int, hash: String)?
    private var hasEarlier: Bool

    /// - Parameter earlier: The verdict on an earlier copy of the same ledger; nil where there is none.
    package init(continuing earlier: Verdict? = nil) {
        self.earlier = earlier.map { ($0.count, $0.head) }
        hasEarlier = (earlier?.count ?? 0) == 0
    }

    /// Takes the next line.
    ///
    /// - Throws: ``LedgerError``.
    package mutating func take(_ bytes: [UInt8]) throws(LedgerError) {
        line += 1
        guard head == nil else { throw .afterEnd(line: line) }
        guard let lead = Self.decode(LedgerLead.self, bytes) else { throw .unreadable(line: line) }
        switch lead.type {
        case "ledger": try begin(bytes)
        case "head": try end(bytes)
        case nil: try takeEntry(bytes)
        default: throw .unreadable(line: line)
        }
    }

    /// After the last line.
    ///
    /// - Throws: ``LedgerError``.
    package func verdict() throws(LedgerError) -> Verdict {
        guard let key, let head else { throw .cutShort(lines: line) }
        guard hasEarlier else { throw .notContinued(count: earlier?.count ?? 0) }
        return Verdict(
            count: count,
            open: open,
            closed: count - open,
            key: Data(key).base64EncodedString(),
            signedAt: Date(milliseconds: head.at),
            head: head.hash
        )
    }

    private mutating func begin(_ bytes: [UInt8]) throws(LedgerError) {
        guard line == 1, let beginning = Self.decode(LedgerLine.Beginning.self, bytes) else {
            throw .unreadable(line: line)
        }
        guard beginning.version == 1 else { throw .otherVersion(beginning.version) }
        guard let key = Data(base64Encoded: beginning.key), key.count == 32 else {
            throw .unreadable(line: line)
        }
        self.key = Array(key)
    }

    private mutating func takeEntry(_ bytes: [UInt8]) throws(LedgerError) {
        guard key != nil, let entry = Self.decode(LedgerLine.Entry.self, bytes),
            let commitment = [UInt8](hexadecimal: entry.commitment), commitment.count == 32
        else { throw .unreadable(line: line) }
        guard entry.seq == count + 1 else { throw .gap(line: line, found: entry.seq, expected: count + 1) }
        guard entry.at >= lastInstant else { throw .backInTime(number: entry.seq) }
        link = LedgerChain.link(after: link, number: entry.seq, instant: entry.at, commitment: commitment)
        guard link.hexadecimal == entry.hash else { throw .brokenChain(number: entry.seq) }
        count += 1
        lastInstant = entry.at
        if earlier?.count == count { hasEarlier = earlier?.hash == entry.hash }
        switch (entry.salt, entry.entry) {
        case (nil, nil): return
        case (let salt?, let words?):
            guard let salt = [UInt8](hexadecimal: salt), salt.count == LedgerChain.saltBytes,
                LedgerChain.commitment(to: words, salt: salt) == commitment
            else { throw .otherWords(number: entry.seq) }
            open += 1
        default: throw .otherWords(number: entry.seq)
        }
    }

    private mutating func end(_ bytes: [UInt8]) throws(LedgerError) {
        guard let key, let head = Self.decode(LedgerLine.Head.self, bytes),
            let signature = Data(base64Encoded: head.signature)
        else { throw .unreadable(line: line) }
        guard head.count == count, head.hash == link.hexadecimal else {
            throw .missingEntries(found: count, expected: head.count)
        }
        let message = LedgerChain.head(count: count, link: link, instant: head.at)
        guard SigningKey.isValid(Array(signature), of: message, by: key) else { throw .badSignature }
        self.head = head
    }

    private static func decode<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) -> Value? {
        // What is wrong with it does not matter: each line is ours or it is not.
        try? JSONDecoder().decode(type, from: Data(bytes))
    }
}

/// What kind of line it is; entries do not say.
private struct LedgerLead: Decodable {
    let type: String?
}
