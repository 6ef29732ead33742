import Discussion
import Testing

@Suite struct `Scripts of the world` {
    @Test(arguments: [
        ["今天很冷。", "我们回家吧！", "你呢？"],
        ["彼は「行く。」", "私は残る。"],
        ["ｱｲｳ｡", "ｴｵ｡"],
        ["هل هذا صحيح؟", "نعم."],
        ["یہ درست ہے۔", "وہ نہیں آیا۔"],
        ["वह घर गया।", "मैं यहाँ हूँ॥"],
        ["Սա տուն է։", "Նա եկավ։"],
        ["ቤቱ ትልቅ ነው።", "ማን ነው፧"],
        ["នេះជាផ្ទះ។", "គាត់មក៕"],
        ["သူလာသည်။", "ငါသွားသည်။"],
        ["བོད་ཡིག།", "དེ་རིང༎"],
        ["Это дом.", "Он пришёл!"],
        ["Αυτό είναι σπίτι.", "Τι είναι\u{37E}"],
    ])
    func `end their sentences with marks of their own, with a space behind them or without`(
        sentences: [String]
    ) {
        #expect(
            Paragraph(index: 1, segmenting: sentences.joined(separator: " ")).sentences.map(\.text)
                == sentences
        )
        guard sentences.allSatisfy({ !$0.hasSuffix(".") }) else { return }
        #expect(Paragraph(index: 1, segmenting: sentences.joined()).sentences.map(\.text) == sentences)
    }

    @Test func `end a long Thai sentence at a space, and a short one not`() {
        let clause = String(repeating: "รัฐบาล", count: 30)
        let long = Paragraph(index: 1, segmenting: "\(clause) \(clause)").sentences.map(\.text)
        #expect(long == [clause, clause])
        #expect(Paragraph(index: 1, segmenting: "ผมรักบ้าน เมืองใหญ่").sentences.count == 1)
        #expect(Paragraph(index: 1, segmenting: "\(clause) NATO \(clause)").sentences.count == 1)
    }

    @Test(arguments: [
        ("战争与和平", 5), ("COVID疫情", 3), ("2022年", 2), ("コーヒー", 1), ("ありがとうございます", 3), ("私は行く。", 4),
        ("ผมรักบ้าน", 2), ("전쟁과 평화", 2), ("यह एक वाक्य है।", 4), ("السلام عليكم", 2), ("é a", 2), ("々", 1),
        ("・", 0),
    ])
    func `have words as their readers count them`(text: String, count: Int) {
        #expect(Words.count(in: text) == count)
    }

    @Test(arguments: [
        ("战争！", ["战", "争"]), ("カップ", ["カッ", "ップ", "プ"]), ("私は", ["私", "は"]),
        ("ที่นี่", ["ที่นี่", "นี่"]), ("전쟁과", ["전쟁과"]), ("don\"t `So’ ÉTÉ", ["don't", "so", "ete"]),
        ("Don't STOP 3.5", ["don't", "stop", "3", "5"]), ("'tis rock'n'roll'", ["tis", "rock'n'roll"]),
    ])
    func `have words that are found`(text: String, words: [String]) {
        #expect(Words.folded(in: text) == words)
    }

    @Test(arguments: [
        ("Éléments DE l’État – ﬁn İstanbul", ["éléments", "de", "l'état", "ﬁn", "istanbul"]),
        ("plain words", ["plain", "words"]), ("новый Йод", ["новый", "йод"]),
    ])
    func `keep their accents where stems are wanted`(text: String, words: [String]) {
        #expect(Words.written(in: text) == words)
        #expect(Words.folded(in: text).count == words.count)
    }

    @Test(arguments: 0..<300)
    func `are read the same byte by byte and scalar by scalar`(seed: Int) {
        let text = `Segmentation of anything`.text(seed: seed).unicodeScalars.filter(\.isASCII)
        let plain = String(String.UnicodeScalarView(text))
        // A sign that folds to nothing keeps the text from being plain.
        #expect(Words.folded(in: plain) == Words.folded(in: plain + " \u{2060}"))
    }

    @Test(arguments: ["ップ", "プの", "の戦", "戦争", "カップの戦争", "争"])
    func `are found in part`(words: String) {
        let statement = Statement(text: "これはカップの戦争だ。")
        #expect(statement.find(words: [words]).places.count == 1)
        #expect(statement.find(words: ["平和"]).places.isEmpty)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            String(repeating: "カ", count: 300_000), "カ" + String(repeating: "\u{3099}", count: 300_000),
            String(repeating: "ก ", count: 200_000), String(repeating: "战", count: 300_000),
            String(repeating: "a'", count: 300_000), String(repeating: "é’", count: 200_000),
        ]
    )
    func `take time in proportion to their length`(text: String) {
        let paragraph = Paragraph(index: 1, segmenting: text)
        #expect(paragraph.sentences.count >= 1)
        #expect(Words.folded(in: text).count <= text.unicodeScalars.count)
        #expect(Words.written(in: text).count == Words.folded(in: text).count)
    }
}
