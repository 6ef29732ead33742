/// Makes texts comparable as a reader compares them: without case, accents, kinds of quotation marks,
/// dashes and white space.
///
/// Every search of ours goes through it, so that a word found in one place is found in all.
public enum Folding {
    /// The folded form of a text: `“Ukraine’s  Café” –` becomes `'ukraine's cafe' -`.
    public static func folded(_ text: String) -> String {
        String(FoldedText(text).scalars)
    }

    /// Adds what one scalar becomes; nothing for what cannot be seen.
    static func append(_ scalar: Unicode.Scalar, to folded: inout [Unicode.Scalar]) {
        let simple = scalar.value < tableEnd ? table[Int(scalar.value)] : nil
        if let simple {
            folded.append(simple)
        } else if scalar.isIdeograph {
            folded.append(scalar)
        } else {
            folded.append(contentsOf: fold(scalar))
        }
    }

    private static let tableEnd: UInt32 = 0x3100

    /// What becomes exactly one scalar, made once: nearly all letters do.
    private static let table: [Unicode.Scalar?] = (0..<tableEnd).map { value in
        guard let scalar = Unicode.Scalar(value) else { return nil }
        let folded = fold(scalar)
        return folded.count == 1 ? folded[0] : nil
    }

    private static func fold(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if scalar == "\"" || scalar == "`" { return ["'"] }
        if isInvisible(scalar) { return [] }
        if let folded = FoldingTable.folds[scalar] { return folded }
        // Full-width forms of ASCII stand at a fixed distance.
        if (0xFF01...0xFF5E).contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0) {
            return fold(narrow)
        }
        return scalar.properties.lowercaseMapping.unicodeScalars.flatMap { small in
            isInvisible(small) ? [] : FoldingTable.folds[small] ?? [small]
        }
    }

    /// Accents that stand on the scalar before them, points of Hebrew and Arabic, and signs that only
    /// steer the display. Vowel signs of other scripts are letters in all but name, and stay.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00AD, 0x0300...0x036F, 0x0483...0x0487, 0x0591...0x05BD, 0x05BF...0x05C7, 0x061C, 0x0640,
            0x064B...0x065F, 0x0670, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200B...0x200F, 0x202A...0x202E,
            0x2060...0x2064, 0x2066...0x2069, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFEFF:
            true
        default: false
        }
    }
}
