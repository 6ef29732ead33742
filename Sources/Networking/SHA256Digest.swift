internal import COpenSSL
internal import Foundation

/// A checksum by which the same bytes are recognised.
package struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
    /// 32 of them.
    package let bytes: [UInt8]

    /// The SHA-256 of these bytes, by OpenSSL.
    package init(of data: [UInt8]) {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        _ = data.withUnsafeBufferPointer { data in
            digest.withUnsafeMutableBufferPointer { SHA256(data.baseAddress, data.count, $0.baseAddress) }
        }
        bytes = digest
    }

    /// 44 characters, with padding.
    package var base64: String { Data(bytes).base64EncodedString() }

    /// 64 hexadecimal digits, in lower case.
    package var description: String {
        bytes.hexadecimal
    }
}

extension [UInt8] {
    /// Two digits a byte, in lower case.
    package var hexadecimal: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
