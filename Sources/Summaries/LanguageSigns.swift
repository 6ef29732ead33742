/// Words and letters that show which languages a text may be of.
enum LanguageSigns {
    /// Languages as bits, by their place in ``Language/allCases``.
    typealias Languages = UInt64

    /// A word that some languages have among their most frequent ones.
    struct Word {
        /// From 0, each word its own.
        let number: Int
        fileprivate(set) var languages: Languages
    }

    static let words: [String: Word] = {
        var words: [String: Word] = [:]
        for (place, language) in Language.allCases.enumerated() {
            for word in language.words.kinds.keys {
                let new = Word(number: words.count, languages: 0)
                words[word, default: new].languages |= 1 << place
            }
        }
        return words
    }()

    /// The languages that have a letter which their neighbours lack; 0 for letters of languages unknown here.
    static let letters: [Unicode.Scalar: Languages] = {
        var letters: [Unicode.Scalar: Languages] = [:]
        for (row, languages) in rows {
            let bits = languages.reduce(into: Languages(0)) { $0 |= bit(of: $1) }
            for letter in row.unicodeScalars {
                letters[letter] = bits
                for capital in letter.properties.uppercaseMapping.unicodeScalars { letters[capital] = bits }
            }
        }
        return letters
    }()

    private static func bit(of language: Language) -> Languages {
        Language.allCases.firstIndex(of: language).map { 1 << $0 } ?? 0
    }

    private static let rows: [(letters: String, languages: [Language])] = [
        ("ß", [.german]), ("ñ¿¡", [.spanish]), ("ãõ", [.portuguese]), ("œ", [.french]),
        ("êâ", [.french, .portuguese, .romanian, .vietnamese]), ("ù", [.french, .italian]),
        ("ì", [.italian]), ("ò", [.italian, .catalan]), ("·", [.catalan]),
        ("å", [.swedish, .danish, .norwegian]),
        ("øæ", [.danish, .norwegian]), ("äö", [.german, .swedish, .finnish]), ("őű", [.hungarian]),
        ("ğı", [.turkish]), ("şș", [.turkish, .romanian]), ("ăț", [.romanian]), ("ėįųū", [.lithuanian]),
        ("ł", [.polish]), ("ąę", [.polish, .lithuanian]), ("śźżń", [.polish]), ("ě", [.czech]),
        ("řů", [.czech]),
        ("đ", [.serboCroatian, .vietnamese]), ("ć", [.serboCroatian, .polish]),
        ("čšž", [.serboCroatian, .czech, .lithuanian]),
        ("ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹơư", [.vietnamese]),
        // Cyrillic.
        ("ыэё", [.russian, .belarusian]), ("і", [.ukrainian, .belarusian]), ("їєґ", [.ukrainian]),
        ("ў", [.belarusian]), ("ђћ", [.serbian]), ("јљњџ", [.serbian, .macedonian]), ("ѓќѕ", [.macedonian]),
        ("ъ", [.bulgarian, .russian]), ("әғқңөұүһҗҳҷӣӯӧҕҙҫ", []),
        // Arabic.
        ("ةىكيأإ", [.arabic]), ("پچژگکی", [.persian, .urdu]), ("ٹڈڑںےہھ", [.urdu]), ("ڕۆێڵټډړښځڅڼېۇڭە", []),
        // Hebrew.
        ("װױײ", [.yiddish]),
    ]
}
