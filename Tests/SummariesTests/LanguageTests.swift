import Discussion
import Summaries
import Testing

@Suite struct `Languages` {
    @Test(arguments: [
        (
            Language.arabic, "هذه الحرب ليست في مصلحة الناس.", "نحن نريد السلام في هذا البلد.",
            "كان يجب أن تنتهي قبل ذلك."
        ),
        (
            .armenian, "Այս պատերազմը պետք է ավարտվի։", "Մենք ուզում ենք խաղաղություն։",
            "Դա շատ կարևոր է բոլորի համար։"
        ),
        (
            .basque, "Gerra hau ez da gure onerako.", "Guk bakea nahi dugu eta lana ere bai.",
            "Hori oso garrantzitsua da guztiontzat, baina zaila."
        ),
        (
            .catalan, "Aquesta guerra no és bona per a la gent.",
            "Nosaltres volem la pau, però amb justícia.", "Això és molt important per a tothom, i ara també."
        ),
        (
            .danish, "Denne krig er ikke god for nogen af os.", "Jeg tror ikke på, at det kan blive bedre.",
            "Hvad skal vi gøre efter krigen?"
        ),
        (
            .dutch, "Deze oorlog is niet goed voor de mensen.", "Ik denk dat we nu vrede moeten maken.",
            "Het is heel belangrijk voor ons allemaal."
        ),
        (
            .english, "This war is not good for the people.", "I think that we should make peace now.",
            "It is very important for all of us."
        ),
        (
            .finnish, "Tämä sota ei ole hyvä kenellekään.", "Minä luulen, että meidän pitää tehdä rauha.",
            "Se on hyvin tärkeää kaikille, mutta vaikeaa."
        ),
        (
            .french, "Cette guerre n'est pas bonne pour les gens.", "Je pense que nous devons faire la paix.",
            "C'est très important pour nous tous."
        ),
        (
            .german, "Dieser Krieg ist nicht gut für die Menschen.",
            "Ich glaube, dass wir jetzt Frieden brauchen.", "Das ist sehr wichtig für uns alle."
        ),
        (
            .greek, "Αυτός ο πόλεμος δεν είναι καλός.", "Θέλουμε ειρήνη τώρα.",
            "Είναι πολύ σημαντικό για όλους."
        ),
        (.hindi, "यह युद्ध लोगों के लिए अच्छा नहीं है।", "हम अब शांति चाहते हैं।", "यह सभी के लिए बहुत महत्वपूर्ण है।"),
        (
            .hungarian, "Ez a háború nem jó az embereknek.", "Azt hiszem, hogy most békét kell kötni.",
            "Nagyon fontos mindenki számára, de nehéz."
        ),
        (
            .indonesian, "Perang ini tidak baik untuk rakyat.", "Kami ingin perdamaian sekarang juga.",
            "Hal ini sangat penting bagi kita semua."
        ),
        (
            .irish, "Níl an cogadh seo go maith do na daoine.", "Is mian linn síocháin a dhéanamh anois.",
            "Tá sé an-tábhachtach do gach duine."
        ),
        (
            .italian, "Questa guerra non è buona per la gente.", "Io penso che dobbiamo fare la pace.",
            "È molto importante per tutti noi, anche adesso."
        ),
        (
            .lithuanian, "Šis karas nėra geras žmonėms.", "Manau, kad dabar reikia taikos, nes jau gana.",
            "Tai labai svarbu mums visiems."
        ),
        (.nepali, "यो युद्ध मानिसहरूको लागि राम्रो छैन।", "हामी अब शान्ति चाहन्छौं, तर कसरी?", "यो सबै को लागि धेरै महत्वपूर्ण छ।"),
        (
            .norwegian, "Denne krigen er ikke bra for noen av oss.", "Jeg tror ikke at det kan bli bedre.",
            "Hva skal vi gjøre etter krigen?"
        ),
        (
            .portuguese, "Esta guerra não é boa para as pessoas.", "Eu penso que nós devemos fazer a paz.",
            "Isso é muito importante para todos, e agora também."
        ),
        (
            .romanian, "Acest război nu este bun pentru oameni.", "Eu cred că trebuie să facem pace acum.",
            "Este foarte important pentru noi toți."
        ),
        (
            .russian, "Эта война не нужна людям.", "Я думаю, что нам нужен мир.",
            "Это очень важно для всех нас."
        ),
        (
            .serbian, "Овај рат није добар за људе.", "Мислим да нам сада треба мир.",
            "Ово је веома важно за све нас."
        ),
        (
            .serboCroatian, "Ovaj rat nije dobar za ljude.", "Mislim da nam sada treba mir.",
            "Ovo je veoma važno za sve nas."
        ),
        (
            .spanish, "Esta guerra no es buena para la gente.", "Yo creo que ahora debemos hacer la paz.",
            "Es muy importante para todos nosotros."
        ),
        (
            .swedish, "Det här kriget är inte bra för någon.", "Jag tror att vi måste ha fred nu.",
            "Det är mycket viktigt för oss alla."
        ),
        (.tamil, "இந்த போர் மக்களுக்கு நல்லது அல்ல.", "நாங்கள் அமைதியை விரும்புகிறோம்.", "இது மிகவும் முக்கியம்."),
        (
            .turkish, "Bu savaş insanlar için iyi değil.",
            "Bence şimdi barış yapmak gerekiyor, çünkü çok geç.", "Bu hepimiz için çok önemli bir konu."
        ),
        (
            .yiddish, "די מלחמה איז נישט גוט פאַר די מענטשן.", "מיר ווילן שלום און ברויט.",
            "דאָס איז זייער וויכטיק."
        ),
        (
            .polish, "Ta wojna nie jest dobra dla ludzi.", "Myślę, że teraz trzeba zawrzeć pokój.",
            "To jest bardzo ważne dla nas wszystkich."
        ),
        (
            .czech, "Tato válka není dobrá pro lidi.", "Myslím, že teď musíme mít mír, ale jak?",
            "Je to velmi důležité pro nás všechny."
        ),
        (
            .vietnamese, "Cuộc chiến này không tốt cho người dân.", "Chúng ta cần hòa bình và công lý.",
            "Điều này rất quan trọng với tôi."
        ),
        (
            .ukrainian, "Ця війна нікому не потрібна.", "Ми хочемо миру їхнім дітям.",
            "Це є дуже важливо для всіх."
        ),
        (
            .bulgarian, "Тази война не е добра за хората.", "Мисля, че сега трябва да има мир.",
            "Това е много важно за всички, защото е късно."
        ),
        (.persian, "این جنگ برای مردم خوب نیست.", "ما صلح می‌خواهیم و آزادی.", "این برای همه بسیار مهم است."),
        (.urdu, "یہ جنگ لوگوں کے لیے اچھی نہیں ہے۔", "ہم امن چاہتے ہیں۔", "یہ سب کے لیے بہت اہم ہے۔"),
        (.hebrew, "המלחמה הזאת לא טובה.", "אנחנו רוצים שלום עם כולם.", "זה חשוב מאוד לכל העולם."),
        (.chinese, "这场战争对人民不好。", "我们现在要和平。", "这对所有人都很重要。"),
        (.japanese, "この戦争は人々のためにならない。", "私たちは今平和が欲しい。", "とても大切なことです。"),
        (.korean, "이 전쟁은 좋지 않다.", "우리는 평화를 원한다.", "모두에게 중요하다."),
        (.thai, "สงครามนี้ไม่ดี", "เราต้องการสันติภาพ", "มันสำคัญมาก"),
    ])
    func `are told by a sentence`(language: Language, _ one: String, _ two: String, _ three: String) {
        for text in [one, two, three] { #expect(Self.language(of: text) == language, "\(text)") }
    }

    @Test(arguments: [
        "", "👍", "OK", "+1", "Ukraine", "New York Times", "git commit -m", "let x = y.z(a, b)",
        "NATO, EU, UN",
        "https://example.org/de/la/le?en=1", "12 345 67", "Ada Lovelace de la Cruz", "Да", "הרצל",
        "ЦРУ и НАТО",
        "die", "per se", "Der Spiegel",
        "It is good that you say this, because we think so. Aber das ist nicht gut.",
        "Это не нужно людям. This is not what people need, they need peace.",
        "Қазақстан бейбіт ел болуы керек",
    ])
    func `are not guessed`(text: String) {
        #expect(Self.language(of: text) == nil)
    }

    @Test(arguments: [
        "We want peace over war.", "He was in it on me.", "The man had a bare plan.",
        "Die hard fans want more of it.",
        "I am in.", "So an era is over as we see it.", "War is hell, so what else is new?",
        "Do as I do, not as I say.",
    ])
    func `of short English comments are no others`(text: String) {
        let language = Self.language(of: text)
        #expect(language == nil || language == .english)
    }

    @Test func `have names, and the common one is that of most`() {
        #expect(Language.german.name == "German")
        #expect(Language.serboCroatian.name == "Serbo-Croatian")
        #expect(Language.common(of: [nil, .german, .french, .german, nil, nil]) == .german)
        #expect(Language.common(of: [.french, .german]) == .french)
        #expect(Language.common(of: [nil]) == .english)
    }

    @Test(arguments: [
        (Language.german, "aber", WordKinds.link), (.german, "für", .stopWord), (.french, "Où", .stopWord),
        (.spanish, "yo", .firstPerson), (.russian, "ты", .secondPerson), (.italian, "grazie", .courtesy),
        (.english, "they", .pronoun), (.turkish, "değil", .stopWord), (.hindi, "मैं", .firstPerson),
    ])
    func `know what their words do`(language: Language, word: String, kind: WordKinds) {
        #expect(language.kinds(of: Folding.folded(word)).contains(kind))
        #expect(language.kinds(of: "harbour").isEmpty)
    }

    @Test func `may be five in one thread`() {
        let texts = [
            "Der Hafen braucht dringend einen neuen Kran für die Schiffe.",
            "Le port de la ville a besoin d'une nouvelle grue pour les navires.",
            "El puerto de la ciudad necesita una grúa nueva para los barcos.",
            "Порту срочно нужен новый кран, потому что старый сломался.",
            "هذا الميناء في حاجة إلى رافعة جديدة من أجل السفن.",
        ]
        let summary = summary(of: comments(texts))
        #expect(Set(summary.sentences.map(\.text)) == Set(texts))
    }

    private static func language(of text: String) -> Language? {
        Language.detected(in: Words.folded(in: text), writtenAs: text)
    }
}
