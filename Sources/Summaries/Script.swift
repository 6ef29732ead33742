/// What the letters of a text belong to, as far as that tells languages apart.
enum Script: Int, CaseIterable, Sendable {
    case latin, cyrillic, greek, armenian, hebrew, arabic, devanagari, bengali, gurmukhi, gujarati, tamil
    case telugu, kannada, malayalam, sinhala, thai, lao, tibetan, burmese, georgian, hangul, ethiopic, khmer
    case kana, han

    /// The script of a letter; nil for signs, digits and what no language of ours is written with.
    init?(of scalar: Unicode.Scalar) {
        let value = scalar.value
        guard value >= 0x250 else {
            let isSign =
                value < 0xC0 && !(0x61...0x7A).contains(value | 0x20) || value == 0xD7 || value == 0xF7
            guard !isSign else { return nil }
            self = .latin
            return
        }
        // Signs of all scripts, the most frequent beside letters.
        guard !(0x2000...0x2FFF).contains(value) else { return nil }
        guard let found = Self.blocks.first(where: { $0.range.contains(value) }) else { return nil }
        self = found.script
    }

    /// How much of a text one letter is: an ideograph says as much as three letters.
    var weight: Int { self == .han || self == .hangul ? 3 : 1 }

    /// The languages that are written with it; none where we know none.
    var languages: [Language] {
        switch self {
        case .latin:
            [
                .basque, .catalan, .czech, .danish, .dutch, .english, .finnish, .french, .german, .hungarian,
                .indonesian, .irish, .italian, .lithuanian, .norwegian, .polish, .portuguese, .romanian,
                .serboCroatian, .spanish, .swedish, .turkish, .vietnamese,
            ]
        case .cyrillic: [.belarusian, .bulgarian, .macedonian, .russian, .serbian, .ukrainian]
        case .hebrew: [.hebrew, .yiddish]
        case .arabic: [.arabic, .persian, .urdu]
        case .devanagari: [.hindi, .marathi, .nepali]
        case .greek: [.greek]
        case .armenian: [.armenian]
        case .bengali: [.bengali]
        case .gurmukhi: [.punjabi]
        case .gujarati: [.gujarati]
        case .tamil: [.tamil]
        case .telugu: [.telugu]
        case .kannada: [.kannada]
        case .malayalam: [.malayalam]
        case .sinhala: [.sinhala]
        case .thai: [.thai]
        case .lao: [.lao]
        case .tibetan: [.tibetan]
        case .burmese: [.burmese]
        case .georgian: [.georgian]
        case .hangul: [.korean]
        case .ethiopic: [.amharic]
        case .khmer: [.khmer]
        case .kana: [.japanese]
        case .han: [.chinese]
        }
    }

    /// The most frequent first.
    private static let blocks: [(range: ClosedRange<UInt32>, script: Script)] = [
        (0x400...0x52F, .cyrillic), (0x370...0x3FF, .greek), (0x621...0x64A, .arabic),
        (0x671...0x6D5, .arabic),
        (0x4E00...0x9FFF, .han), (0x3041...0x30FF, .kana), (0xAC00...0xD7A3, .hangul),
        (0x900...0x963, .devanagari), (0x1E00...0x1EFF, .latin), (0x1F00...0x1FFF, .greek),
        (0x531...0x587, .armenian), (0x5D0...0x5F2, .hebrew), (0x985...0x9E3, .bengali),
        (0xA05...0xA75, .gurmukhi),
        (0xA85...0xAE3, .gujarati), (0xB83...0xBD7, .tamil), (0xC05...0xC63, .telugu),
        (0xC85...0xCE3, .kannada),
        (0xD05...0xD63, .malayalam), (0xD85...0xDF3, .sinhala), (0xE01...0xE4D, .thai), (0xE81...0xEDF, .lao),
        (0xF40...0xFBC, .tibetan), (0x1000...0x109F, .burmese), (0x10A0...0x10FF, .georgian),
        (0x1200...0x139F, .ethiopic), (0x1780...0x17D3, .khmer), (0x3400...0x4DBF, .han),
        (0x20000...0x3FFFF, .han),
    ]
}
