/// Numbers for pairs of numbers, in the order in which they are first seen.
///
/// A discussion has almost as many pairs of neighbouring words as words. A `Dictionary` would take most of the
/// time and memory of a summary for them; this is a table with open places, of what is needed only.
struct PairNumbers {
    private var keys: [UInt64]
    private var values: [Int32]
    private(set) var count: Int32 = 0

    /// - Parameter capacity: How many pairs there can be.
    init(capacity: Int) {
        let bits = Int.bitWidth - max(capacity * 2, 16).leadingZeroBitCount
        keys = [UInt64](repeating: Self.empty, count: 1 << bits)
        values = [Int32](repeating: 0, count: 1 << bits)
    }

    private static let empty = UInt64.max

    /// The number of a pair; both are at least 0.
    mutating func number(of first: Int32, _ second: Int32) -> Int32 {
        let key = UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
        let mask = keys.count - 1
        // Multiplying by an odd number far from a power of two spreads neighbours over the table.
        var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
        while keys[place] != key {
            if keys[place] == Self.empty {
                keys[place] = key
                values[place] = count
                count += 1
                return count - 1
            }
            place = (place + 1) & mask
        }
        return values[place]
    }
}
