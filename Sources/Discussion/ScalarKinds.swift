/// What a scalar is to the rules of segmentation and of words.
///
/// Looked up in a table: asking Unicode's properties takes ten times as long, and texts are asked scalar by
/// scalar.
struct ScalarKinds: OptionSet, Sendable {
    let rawValue: UInt16

    static let white = ScalarKinds(rawValue: 1)
    static let letterOrDigit = ScalarKinds(rawValue: 2)
    static let upper = ScalarKinds(rawValue: 4)
    static let lower = ScalarKinds(rawValue: 8)
    static let mark = ScalarKinds(rawValue: 16)
    static let stop = ScalarKinds(rawValue: 32)
    static let hardStop = ScalarKinds(rawValue: 64)
    static let ideograph = ScalarKinds(rawValue: 128)
    static let unspaced = ScalarKinds(rawValue: 256)

    static func of(_ scalar: Unicode.Scalar) -> ScalarKinds {
        if scalar.value < tableEnd { return table[Int(scalar.value)] }
        // Most of what is behind the table: Chinese, Korean.
        if (0x4E00...0x9FFF).contains(scalar.value) { return [.letterOrDigit, .ideograph] }
        return kinds(of: scalar)
    }

    /// Behind it begin ideographs.
    private static let tableEnd: UInt32 = 0x3100

    private static let table = (0..<tableEnd).map { Unicode.Scalar($0).map(kinds) ?? [] }

    private static func kinds(of scalar: Unicode.Scalar) -> ScalarKinds {
        let properties = scalar.properties
        var kinds: ScalarKinds = []
        if properties.isWhitespace { kinds.insert(.white) }
        if properties.isAlphabetic || properties.numericType != nil { kinds.insert(.letterOrDigit) }
        if properties.isUppercase { kinds.insert(.upper) }
        if properties.isLowercase { kinds.insert(.lower) }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: kinds.insert(.mark)
        default: break
        }
        if hardStops.contains(scalar) { kinds.formUnion([.stop, .hardStop]) }
        if scalar == "." || scalar == "!" || scalar == "?" || scalar == "…" { kinds.insert(.stop) }
        if isIdeograph(scalar) { kinds.insert(.ideograph) }
        let isLetter = properties.isAlphabetic && !kinds.contains(.mark) && properties.numericType == nil
        if isLetter && isInUnspacedBlock(scalar) { kinds.insert(.unspaced) }
        return kinds
    }

    /// Chinese and Japanese, Arabic, Urdu, the scripts of India, Armenian, Ethiopic, Khmer, Burmese, Tibetan,
    /// Sinhala, Greek, and pairs of marks in one.
    private static let hardStops = Set("。！？｡؟۔।॥։።፧፨។៕။༎།෴\u{37E}‼⁇⁈⁉".unicodeScalars)

    private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// Thai, Lao, Burmese, Khmer, kana.
    private static func isInUnspacedBlock(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xE01...0xE4E, 0xE81...0xEDF, 0x1000...0x109F, 0x1780...0x17D3, 0x3041...0x30FF,
            0x31F0...0x31FF, 0xFF66...0xFF9F:
            true
        default: false
        }
    }
}
