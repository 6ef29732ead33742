/// A conversion from UTF-16, which keeps half characters from piece to piece.
struct UTF16Converter {
    let isBigEndian: Bool
    private var incomplete: [UInt8] = []

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    /// - Returns: What could be read, and whether a half of a pair stood alone; it is U+FFFD there.
    mutating func converted(_ bytes: [UInt8], isLast: Bool) -> (utf8: [UInt8], isWhole: Bool) {
        let input = incomplete + bytes
        var units: [UInt16] = []
        units.reserveCapacity(input.count / 2)
        for place in stride(from: 0, to: input.count - 1, by: 2) {
            let (first, second) = (UInt16(input[place]), UInt16(input[place + 1]))
            units.append(isBigEndian ? first << 8 | second : second << 8 | first)
        }
        incomplete = Array(input[(units.count * 2)...])
        if let last = units.last, UTF16.isLeadSurrogate(last), !isLast {
            incomplete = Array(input[(units.count * 2 - 2)...])
            units.removeLast()
        }
        let hasRest = isLast && !incomplete.isEmpty
        let text = String(decoding: units, as: UTF16.self)
        return (Array(text.utf8), !hasRest && String(validating: units, as: UTF16.self) != nil)
    }
}
