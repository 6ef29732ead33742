/// Numbers that are the same for the same text: UUIDs of version 8, which leaves the making to us.
enum StableUUID {
    /// `d3b07384-d113-8edc-89ab-0123456789ab`.
    static func of(_ text: String) -> String {
        let high = hash(text, from: 0xCBF2_9CE4_8422_2325)
        let low = hash(text, from: 0x9E37_79B9_7F4A_7C15)
        let digits = Array(
            hex(high & 0xFFFF_FFFF_FFFF_0FFF | 0x8000) + hex(low & 0x3FFF_FFFF_FFFF_FFFF | 1 << 63)
        )
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
    }

    /// FNV-1a, and the last step of MurmurHash, which spreads the bits.
    private static func hash(_ text: String, from basis: UInt64) -> UInt64 {
        var hash = basis
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        return hash ^ (hash >> 33)
    }

    private static func hex(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
