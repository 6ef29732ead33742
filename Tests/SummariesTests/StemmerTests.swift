import Discussion
import Summaries
import Testing

@Suite struct `Stems` {
    @Test(arguments: [
        (Language.arabic, "الكتاب", "كتاب"), (.armenian, "քաղաքներ", "քաղաք"),
        (.basque, "lagunak", "lagunari"),
        (.catalan, "ciutats", "ciutat"), (.danish, "krigen", "krig"), (.dutch, "oorlogen", "oorlog"),
        (.english, "sanctions", "sanctioned"), (.finnish, "kaupungissa", "kaupungista"),
        (.french, "mangée", "mangé"), (.german, "häuser", "haus"), (.greek, "πόλεμος", "πολέμου"),
        (.hindi, "लड़की", "लड़का"), (.hungarian, "házak", "ház"), (.indonesian, "membaca", "bacaan"),
        (.irish, "mbád", "bád"), (.italian, "guerre", "guerra"), (.lithuanian, "miestai", "miestas"),
        (.nepali, "घरको", "घर"), (.norwegian, "krigene", "krigen"), (.portuguese, "cidades", "cidade"),
        (.romanian, "copiilor", "copii"), (.russian, "нового", "новый"), (.serbian, "женама", "жена"),
        (.serboCroatian, "žene", "žena"), (.spanish, "comía", "comer"), (.swedish, "krigen", "krig"),
        (.tamil, "வீடுகள்", "வீடு"), (.turkish, "evleri", "ev"), (.yiddish, "מענטשן", "מענטש"),
    ])
    func `bring the forms of a word together`(language: Language, one: String, other: String) throws {
        let stemmer = try #require(Stemmer(language))
        let stems = [one, other].map { Folding.folded(stemmer.stem(of: $0)) }
        #expect(stems[0] == stems[1])
        #expect(stemmer.stem(of: "ukraine1") != stemmer.stem(of: "harbour1"))
    }

    @Test func `are known for each language of libstemmer`() {
        let known = Language.allCases.filter { Stemmer($0) != nil }
        #expect(known.count == 29)
        #expect(Stemmer(.chinese) == nil)
    }

    @Test(arguments: ["", "\0", "'", String(repeating: "ä", count: 5000), "👩‍👩‍👧", "\u{301}"])
    func `are made of anything`(word: String) throws {
        for language in Language.allCases {
            guard let stemmer = Stemmer(language) else { continue }
            #expect(stemmer.stem(of: word).utf8.count <= word.utf8.count * 2 + 8)
        }
    }
}
