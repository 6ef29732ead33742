extension Language {
    /// The word behind a short one that leans on it: `accord` of `l'accord`, in languages that write so.
    ///
    /// - Parameter word: In small letters, accents or not.
    func withoutElision(_ word: String) -> String {
        guard let leaning, let apostrophe = word.utf8.firstIndex(of: UInt8(ascii: "'")) else { return word }
        let core = word[word.utf8.index(after: apostrophe)...]
        return leaning.contains(String(word[..<apostrophe])) && !core.isEmpty ? String(core) : word
    }

    /// What may lean on the next word with an apostrophe.
    private var leaning: Set<String>? {
        switch self {
        case .french: Self.frenchLeaning
        case .italian: Self.italianLeaning
        case .catalan: Self.catalanLeaning
        case .irish: Self.irishLeaning
        default: nil
        }
    }

    private static let frenchLeaning: Set<String> = [
        "l", "d", "j", "m", "t", "s", "c", "n", "qu", "lorsqu", "puisqu", "jusqu", "quoiqu", "quelqu",
    ]
    private static let italianLeaning: Set<String> = [
        "l", "d", "c", "m", "t", "s", "n", "v", "un", "dell", "all", "dall", "nell", "sull", "coll", "quell",
        "quest", "bell", "gl", "anch", "dov", "com",
    ]
    private static let catalanLeaning: Set<String> = ["l", "d", "m", "t", "s", "n"]
    private static let irishLeaning: Set<String> = ["d", "b", "m"]
}
