internal import COpenSSL

/// An Ed25519 key with which something is signed, so that others can tell who said it.
package struct SigningKey: Sendable {
    /// The secret: 32 bytes.
    package let seed: [UInt8]
    /// What others verify with: 32 bytes.
    package let publicKey: [UInt8]

    /// Why there is no key.
    package struct KeyError: Error, CustomStringConvertible {
        package let description =
            "OpenSSL makes no Ed25519 key of this; a key has 32 bytes, and OpenSSL must be 1.1.1 or newer."
    }

    /// A key that nobody had before.
    package static func random() throws(KeyError) -> SigningKey {
        var generator = SystemRandomNumberGenerator()
        return try SigningKey(seed: (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    /// - Throws: ``KeyError``.
    package init(seed: [UInt8]) throws(KeyError) {
        guard seed.count == 32, let key = EVP_PKEY_new_raw_private_key(shim_ed25519, nil, seed, 32) else {
            throw KeyError()
        }
        defer { EVP_PKEY_free(key) }
        var length = 32
        var bytes = [UInt8](repeating: 0, count: length)
        guard EVP_PKEY_get_raw_public_key(key, &bytes, &length) == 1, length == 32 else { throw KeyError() }
        self.seed = seed
        publicKey = bytes
    }

    /// The signature of a message: 64 bytes.
    ///
    /// - Throws: ``KeyError``.
    package func signature(of message: [UInt8]) throws(KeyError) -> [UInt8] {
        guard let key = EVP_PKEY_new_raw_private_key(shim_ed25519, nil, seed, seed.count) else {
            throw KeyError()
        }
        defer { EVP_PKEY_free(key) }
        guard let context = EVP_MD_CTX_new() else { throw KeyError() }
        defer { EVP_MD_CTX_free(context) }
        var length = 64
        var signature = [UInt8](repeating: 0, count: length)
        guard EVP_DigestSignInit(context, nil, nil, nil, key) == 1,
            EVP_DigestSign(context, &signature, &length, message, message.count) == 1, length == 64
        else { throw KeyError() }
        return signature
    }

    /// Whether a message was signed by whoever has the secret of a public key.
    package static func isValid(_ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]) -> Bool {
        guard publicKey.count == 32, signature.count == 64,
            let key = EVP_PKEY_new_raw_public_key(shim_ed25519, nil, publicKey, 32)
        else { return false }
        defer { EVP_PKEY_free(key) }
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        return EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
            && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
}
