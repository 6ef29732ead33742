internal import Foundation
internal import GRDB
internal import Networking

/// The lines of a ledger's file.
enum LedgerLine {
    struct Beginning: Codable {
        var type = "ledger"
        var version = 1
        /// The public key, in base64.
        let key: String
    }

    struct Entry: Codable {
        let seq: Int
        /// Milliseconds since 1970.
        let at: Int64
        let commitment: String
        let hash: String
        /// Both are there, or neither is.
        let salt: String?
        let entry: String?

        /// - Parameter words: The text of the entry; nil where it is closed.
        init(_ row: Row, words: String?) {
            seq = row["seq"]
            at = row["at"]
            commitment = Array(row["commitment"] as Data).hexadecimal
            hash = Array(row["hash"] as Data).hexadecimal
            entry = words
            salt = words == nil ? nil : (row["salt"] as Data?).map { Array($0).hexadecimal }
        }
    }

    struct Head: Codable {
        var type = "head"
        let count: Int
        let hash: String
        let at: Int64
        let signature: String

        init(count: Int, hash: String, at: Int64, signature: [UInt8]) {
            self.count = count
            self.hash = hash
            self.at = at
            self.signature = Data(signature).base64EncodedString()
        }
    }
}
