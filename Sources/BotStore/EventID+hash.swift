package import MatrixTypes

extension MatrixIdentifier {
    /// The same number for the same id, today and after an upgrade (FNV-1a): for indices and for seeds.
    package var stableHash: Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in rawValue.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int64(bitPattern: hash)
    }
}
