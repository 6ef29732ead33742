/// What browsers take for the same when they look for the words of a link: more than a reader does.
///
/// They compare letters without anything that stands on them, digits of any script by their value, and both kinds of
/// kana. What they tell apart may be the same here, which makes a link longer than it had to be; never the other way
/// round.
enum BrowserFolding {
    /// Adds what one scalar becomes; nothing for what they do not compare.
    static func append(_ scalar: Unicode.Scalar, to folded: inout [Unicode.Scalar]) {
        if scalar.value < tableEnd {
            folded += table[Int(scalar.value)]
        } else {
            folded += fold(scalar)
        }
    }

    private static let tableEnd: UInt32 = 0x3100

    private static let table = (0..<tableEnd).map { Unicode.Scalar($0).map(fold) ?? [] }

    private static func fold(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        var folded: [Unicode.Scalar] = []
        Folding.append(scalar, to: &folded)
        return folded.filter { !isIgnored($0) }.map(base)
    }

    private static func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let numeric = scalar.properties.numericType
        if numeric == .decimal || numeric == .digit, let value = scalar.properties.numericValue {
            return Unicode.Scalar(UInt8(0x30 + Int(value)))
        }
        let isKatakana = (0x30A1...0x30F6).contains(scalar.value)
        let hiragana = isKatakana ? Unicode.Scalar(scalar.value - 0x60) ?? scalar : scalar
        return bases[hiragana] ?? hiragana
    }

    /// What has no weight of its own in the order of letters: accents, tone marks, signs that are not seen.
    private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        if properties.canonicalCombiningClass != .notReordered { return true }
        switch properties.generalCategory {
        case .format, .control: return true
        case .nonspacingMark, .enclosingMark: if !properties.isAlphabetic { return true }
        default: break
        }
        switch scalar.value {
        // The nasal signs of Indian scripts, most at the beginning of the block of each.
        case 0x900...0xD7F where scalar.value & 0x7F <= 3: return true
        case 0x6D6...0x6ED: return properties.generalCategory == .nonspacingMark
        case 0xA70, 0xA71, 0xAFA...0xAFC, 0xC04, 0xCF3, 0xE4D, 0xECD, 0x1036...0x1038, 0x17C6...0x17D3:
            return true
        case 0xFF9E, 0xFF9F: return true
        default: return false
        }
    }

    private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
        var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (base, variants) in rows { for variant in variants.unicodeScalars { bases[variant] = base } }
        for (base, variant) in zip(kana.unicodeScalars, voicedKana.unicodeScalars) { bases[variant] = base }
        for (base, variant) in zip(wideKana.unicodeScalars, halfKana.unicodeScalars) { bases[variant] = base }
        return bases
    }()

    private static let kana = "うかきくけこさしすせそたちつてとはひふへほはひふへほかけわわゐゑを"
    private static let voicedKana = "ゔがぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽゕゖゎヷヸヹヺ"
    private static let wideKana = "をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん"
    private static let halfKana = "ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ"

    private static let rows: [(base: Unicode.Scalar, variants: String)] = [
        ("'", "׳״\u{384}\u{1FEF}\u{1FFD}"), ("·", "\u{387}"), (";", "\u{37E}"), (".", "․"), ("。", "｡"),
        ("、", "､"),
        ("・", "･"), ("(", "⁽₍"), (")", "⁾₎"), ("+", "⁺₊"), ("=", "⁼₌"), ("-", "⁻₋"), ("¯", "￣"), ("¬", "￢"),
        ("¦", "￤"), ("¢", "￠"), ("£", "￡"), ("¥", "￥"), ("0", "〇"), ("1", "〡"), ("2", "〢"), ("3", "〣"),
        ("a", "ₐ"), ("e", "ₑ"), ("ə", "ₔ"), ("h", "ₕ"), ("i", "ⁱ"), ("k", "ₖ"), ("l", "ₗ"), ("m", "ₘ"),
        ("n", "ⁿₙ"),
        ("o", "ₒ"), ("p", "ₚ"), ("s", "ₛẛ"), ("t", "ₜ"), ("x", "ₓ"), ("ʒ", "ǯ"), ("ǆ", "ǳ"), ("μ", "µ"),
        ("α", "\u{1F71}ᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾷ"), ("β", "ϐ"), ("ε", "ϵ\u{1F73}"), ("η", "\u{1F75}ᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῇ"),
        ("θ", "ϑ"),
        ("ι", "ͺ\u{1F77}\u{1FBE}ῐῑῒ\u{1FD3}ῗ"), ("κ", "ϰ"), ("ο", "\u{1F79}"), ("π", "ϖ"), ("ρ", "ϱῤῥ"),
        ("σ", "ϲ"),
        ("υ", "ϒϓϔ\u{1F7B}ῠῡῢ\u{1FE3}ῧ"), ("φ", "ϕ"), ("ω", "\u{1F7D}ᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῷ"),
        ("а", "ӑӓ"), ("ә", "ӛ"), ("г", "ґ"), ("е", "ӗ"), ("ж", "ӂӝ"), ("з", "ӟ"), ("и", "ӣӥ"), ("о", "ӧ"),
        ("ө", "ӫ"),
        ("у", "ӯӱӳ"), ("ч", "ӵ"), ("ы", "ӹ"), ("э", "ӭ"), ("ѵ", "ѷ"),
        ("א", "\u{FB21}\u{FB2E}\u{FB2F}\u{FB30}"), ("ב", "\u{FB31}\u{FB4C}"), ("ג", "\u{FB32}"),
        ("ד", "\u{FB22}\u{FB33}"), ("ה", "\u{FB23}\u{FB34}"), ("ו", "\u{FB35}\u{FB4B}"), ("ז", "\u{FB36}"),
        ("ט", "\u{FB38}"), ("י", "\u{FB1D}\u{FB39}"), ("ײ", "\u{FB1F}"),
        ("כ", "ך\u{FB24}\u{FB3A}\u{FB3B}\u{FB4D}"), ("ל", "\u{FB25}\u{FB3C}"), ("מ", "ם\u{FB26}\u{FB3E}"),
        ("נ", "ן\u{FB40}"), ("ס", "\u{FB41}"), ("ע", "\u{FB20}"), ("פ", "ף\u{FB43}\u{FB44}\u{FB4E}"),
        ("צ", "ץ\u{FB46}"), ("ק", "\u{FB47}"), ("ר", "\u{FB27}\u{FB48}"),
        ("ש", "\u{FB2A}\u{FB2B}\u{FB2C}\u{FB2D}\u{FB49}"), ("ת", "\u{FB28}\u{FB4A}"),
        ("ء", "ٴ۽"), ("م", "۾"), ("ہ", "ۂ"), ("ە", "ۀ"), ("و", "ؤۥ"), ("ي", "ئۦ"), ("ے", "ۓ"),
        ("क", "\u{958}"), ("ख", "\u{959}"), ("ग", "\u{95A}"), ("ज", "\u{95B}"), ("ड", "\u{95C}"),
        ("ढ", "\u{95D}"),
        ("न", "\u{929}"), ("फ", "\u{95E}"), ("य", "\u{95F}"), ("र", "\u{931}"), ("ळ", "\u{934}"),
        ("ড", "\u{9DC}"),
        ("ঢ", "\u{9DD}"), ("য", "\u{9DF}"), ("ਸ", "\u{A36}"), ("ਖ", "\u{A59}"), ("ਗ", "\u{A5A}"),
        ("ਜ", "\u{A5B}"),
        ("ਫ", "\u{A5E}"), ("ਲ", "\u{A33}"), ("ଡ", "\u{B5C}"), ("ଢ", "\u{B5D}"), ("ർ", "ൎ"), ("ゝ", "ゞ"),
        ("ヽ", "ヾ"),
    ]
}
