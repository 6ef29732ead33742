internal import Foundation
internal import Networking

/// How the ledger is made of hashes. Whoever verifies it in another language needs only this page.
///
/// An entry is a text of JSON. It is hidden behind its commitment, the SHA-256 of 32 random bytes, the salt, and the
/// text's bytes in UTF-8. The commitments hang together: each link is the SHA-256 of the link before (32 zero bytes
/// before the first), the entry's number from 1 and its instant in milliseconds since 1970, each as 8 bytes, the highest
/// first, and its commitment. Whoever keeps one link can tell that nothing before it was changed; without its salt nobody
/// can tell what an entry was, nor try whether it was this or that.
enum LedgerChain {
    static let saltBytes = 32
    static let start = [UInt8](repeating: 0, count: 32)

    static func salt() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<saltBytes).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }

    static func commitment(to entry: String, salt: [UInt8]) -> [UInt8] {
        SHA256Digest(of: salt + Array(entry.utf8)).bytes
    }

    static func link(after last: [UInt8], number: Int, instant: Int64, commitment: [UInt8]) -> [UInt8] {
        SHA256Digest(
            of: last + bytes(of: UInt64(number)) + bytes(of: UInt64(bitPattern: instant)) + commitment
        )
        .bytes
    }

    /// What is signed: how many entries there are, the last link and the instant, a line each.
    static func head(count: Int, link: [UInt8], instant: Int64) -> [UInt8] {
        Array("rapporteur-ledger-1\n\(count)\n\(link.hexadecimal)\n\(instant)\n".utf8)
    }

    private static func bytes(of number: UInt64) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
}

extension [UInt8] {
    /// The bytes of a text of two digits a byte; nil where it is no such text.
    init?(hexadecimal text: String) {
        let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count % 2 == 0, !digits.contains(nil) else { return nil }
        let known = digits.compactMap(\.self)
        self = stride(from: 0, to: known.count, by: 2).map { UInt8(known[$0] * 16 + known[$0 + 1]) }
    }
}
