extension NetworkAddress {
    /// Which network it is of that a stranger's page has no business to lead to; nil for the public internet.
    ///
    /// An address of version 6 that stands for one of version 4 (mapped, translated, or the end of a tunnel) is what
    /// that one is.
    package var privateNetwork: PrivateNetwork? {
        bytes.count == 4 ? Self.version4.first { $0.contains(self) }?.network : version6Network
    }

    private var version6Network: PrivateNetwork? {
        if let embedded = Self.embeddings.first(where: { $0.prefix.contains(self) }) {
            let inner = bytes[embedded.offset..<embedded.offset + 4].map { $0 ^ embedded.mask }
            return NetworkAddress(bytes: inner).privateNetwork
        }
        if let range = Self.version6.first(where: { $0.contains(self) }) { return range.network }
        // Nothing else has been given out.
        return bytes[0] & 0xe0 == 0x20 ? nil : .reserved
    }

    /// All addresses that begin with the same bits, and what they are for.
    private struct Block {
        let start: [UInt8]
        let bits: Int
        let network: PrivateNetwork

        /// - Parameter start: The first bytes; those that are left out are zero.
        init(_ start: [UInt8], _ bits: Int, _ network: PrivateNetwork = .reserved) {
            self.start = start + Array(repeating: 0, count: max(0, (bits + 7) / 8 - start.count))
            self.bits = bits
            self.network = network
        }

        func contains(_ address: NetworkAddress) -> Bool {
            let whole = bits / 8
            guard address.bytes.starts(with: start.prefix(whole)) else { return false }
            let rest = bits % 8
            return rest == 0 || (address.bytes[whole] ^ start[whole]) >> (8 - rest) == 0
        }
    }

    /// The registry of special-purpose addresses, RFC 6890, and what multicast has.
    private static let version4 = [
        Block([0], 8),
        Block([10], 8, .privateUse),
        Block([100, 64], 10, .carrier),
        Block([127], 8, .thisHost),
        Block([169, 254], 16, .linkLocal),
        Block([172, 16], 12, .privateUse),
        Block([192, 0, 0], 24),
        Block([192, 0, 2], 24, .documentation),
        Block([192, 88, 99], 24),
        Block([192, 168], 16, .privateUse),
        Block([198, 18], 15, .benchmarking),
        Block([198, 51, 100], 24, .documentation),
        Block([203, 0, 113], 24, .documentation),
        Block([224], 4, .multicast),
        Block([240], 4),
    ]

    private static let version6 = [
        Block(Array(repeating: 0, count: 15) + [1], 128, .thisHost),
        Block([0xfc], 7, .privateUse),
        Block([0xfe, 0x80], 10, .linkLocal),
        Block([0xfe, 0xc0], 10, .privateUse),
        Block([0xff], 8, .multicast),
        Block([0x20, 0x01, 0x00, 0x02], 48, .benchmarking),
        Block([0x20, 0x01], 23),
        Block([0x20, 0x01, 0x0d, 0xb8], 32, .documentation),
        Block([0x3f, 0xff], 20, .documentation),
    ]

    /// Where an address of version 4 stands in one of version 6, and with what its bytes are disguised.
    private static let embeddings: [(prefix: Block, offset: Int, mask: UInt8)] = [
        (Block(Array(repeating: 0, count: 10) + [0xff, 0xff], 96), 12, 0),  // mapped
        (Block(Array(repeating: 0, count: 8) + [0xff, 0xff, 0, 0], 96), 12, 0),  // translated
        (Block([0x00, 0x64, 0xff, 0x9b], 96), 12, 0),  // NAT64
        (Block([0x20, 0x02], 16), 2, 0),  // 6to4
        (Block([0x20, 0x01, 0, 0], 32), 12, 0xff),  // Teredo
    ]
}
