extension Language {
    /// Its most frequent words; made once, when they are first asked for.
    var words: LanguageWords {
        switch self {
        case .arabic: .arabic
        case .armenian: .armenian
        case .basque: .basque
        case .bulgarian: .bulgarian
        case .catalan: .catalan
        case .chinese: .chinese
        case .czech: .czech
        case .danish: .danish
        case .dutch: .dutch
        case .english: .english
        case .finnish: .finnish
        case .french: .french
        case .german: .german
        case .greek: .greek
        case .hebrew: .hebrew
        case .hindi: .hindi
        case .hungarian: .hungarian
        case .indonesian: .indonesian
        case .irish: .irish
        case .italian: .italian
        case .japanese: .japanese
        case .lithuanian: .lithuanian
        case .marathi: .marathi
        case .nepali: .nepali
        case .norwegian: .norwegian
        case .persian: .persian
        case .polish: .polish
        case .portuguese: .portuguese
        case .romanian: .romanian
        case .russian: .russian
        case .serbian: .serbian
        case .serboCroatian: .serboCroatian
        case .spanish: .spanish
        case .swedish: .swedish
        case .tamil: .tamil
        case .turkish: .turkish
        case .ukrainian: .ukrainian
        case .urdu: .urdu
        case .vietnamese: .vietnamese
        case .yiddish: .yiddish
        default: .unknown
        }
    }
}
