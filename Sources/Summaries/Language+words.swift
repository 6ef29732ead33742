extension Language {
    /// Its most frequent words; made once, when they are first asked for.
    var words: LanguageWords {
        switch self {
        case .english: .english
        default: .unknown
        }
    }
}
