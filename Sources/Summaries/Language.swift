/// A language that comments are written in.
///
/// For 28 of them libstemmer brings the forms of a word together; others are known by their script or their
/// most frequent words, so that a summary can name them.
package enum Language: String, CaseIterable, Hashable, Sendable {
    // With a stemmer, by libstemmer's names.
    case arabic, armenian, basque, catalan, danish, dutch, english, finnish, french, german, greek, hindi
    case hungarian, indonesian, irish, italian, lithuanian, nepali, norwegian, portuguese, romanian, russian
    case serbian, spanish, swedish, tamil, turkish, yiddish
    /// Serbian, Croatian and Bosnian in Latin letters, which a few words do not tell apart.
    case serboCroatian

    // Without one.
    case polish, czech, vietnamese
    case belarusian, bulgarian, macedonian, ukrainian
    case amharic, bengali, burmese, chinese, georgian, gujarati, hebrew, japanese, kannada, khmer, korean, lao
    case malayalam, marathi, persian, punjabi, sinhala, telugu, thai, tibetan, urdu

    /// Its English name: `German`.
    package var name: String {
        self == .serboCroatian ? "Serbo-Croatian" : rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }

    /// What a word does in a sentence of this language; nothing for most words.
    ///
    /// - Parameter word: Folded as by `Words.folded(in:)`.
    package func kinds(of word: String) -> WordKinds { words.kinds[word] ?? [] }

    /// The language of most; English where none is known, and of several the first in the alphabet.
    package static func common(of languages: some Sequence<Language?>) -> Language {
        var counts: [Language: Int] = [:]
        for case let language? in languages { counts[language, default: 0] += 1 }
        let most = counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
        return most?.key ?? .english
    }

    /// libstemmer's name for the rules that cut its words; nil where it has none.
    var stemmer: String? {
        switch self {
        case .serboCroatian: Language.serbian.rawValue
        case .polish, .czech, .vietnamese, .belarusian, .bulgarian, .macedonian, .ukrainian, .amharic,
            .bengali, .burmese, .chinese, .georgian, .gujarati, .hebrew, .japanese, .kannada, .khmer, .korean,
            .lao, .malayalam, .marathi, .persian, .punjabi, .sinhala, .telugu, .thai, .tibetan, .urdu:
            nil
        default: rawValue
        }
    }
}
