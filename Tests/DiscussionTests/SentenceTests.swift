import Discussion
import Testing

@Suite struct `Sentences` {
    @Test(arguments: [
        // Where people forgot the space, and where there is none to be missed.
        ["against the working class.", "Campism at its worst."],
        ["He invaded Ukraine.", "I disagree."],
        ["We left NATO.", "It was late."],
        ["This is it!", "What now?"],
        ["See https://a.b/c?d=e.F for more.", "Then read on."],
        ["Is it at https://a.b/c?", "Yes."],
        ["Write to Ada.Lovelace@example.org.", "She answers."],
        ["It is on rs21.org.uk and example.Com today."],
        ["It costs 3.50 or .5 in version 1.2.3.", "Buy it."],
        // Abbreviations.
        ["Terror (e.g. the massacre in 2014) and nazis (Right Sector, Azov Battalion etc)?"],
        ["They say so, i.e. Putin and co. do."],
        ["Dr. Smith met Mr. Jones and Prof. Ada J. Lovelace."],
        ["J. R. R. Tolkien wrote it.", "He was English."],
        ["We support sanctions etc. and more."],
        ["They impose sanctions etc.", "Keep up the work!"],
        ["NATO vs. Russia is no football match."],
        ["The U.S. Senate voted.", "So did the U.K. parliament."],
        ["They live in the U.S.", "The rest do not."],
        ["At 5 p.m. on Feb. 24 it began.", "It was 6 a.m.", "Nobody slept."],
        ["That was Plan B.", "Then came Plan C."],
        ["My comrade and I.", "We were there."],
        ["It was World War I.", "Then peace came."],
        ["No.", "We do not."],
        ["See No. 5 and pp. 3 and art. 7."],
        ["I like art.", "You too."],
        ["Roe v. Wade was overturned."],
        ["Ph.D. students strike."],
        // Lists.
        ["1. Withdraw all troops.", "2. Cancel the debt."],
        ["We demand: 1. Peace.", "2. Bread."],
        ["It was in 2014.", "Then came 2022."],
        ["am 3. märz war es."],
        // Quotation marks and brackets.
        ["Who is “they”?", "Why do you ask?"],
        ["It is not a ‘lesser evil’ in this conflict”.", "It is the greater evil."],
        ["“Why?” she asked.", "“Because.”", "He left."],
        ["“I agree.”", "That is all."],
        ["(It was so.)", "He left."],
        ["„Ja.“", "Dann ging er."],
        ["« Non ! »", "Il part."],
        ["«¿Por qué?»", "Nadie sabe."],
        ["A so-called (!) agreement."],
        ["It was war.[1]", "The rest is silence.[23]"],
        // Ellipses and repeated marks.
        ["Well ... maybe."], ["And so on… but why?"], ["Nothing...", "And then?"], ["... and then it began."],
        ["What?!", "No!!!", "Never."],
        ["why?", "because.", "i said so.", "really."],
        // Other scripts.
        ["これは文です。", "次の文です！", "本当？"],
        ["यह एक वाक्य है।", "यह दूसरा है।"],
        ["هل هذا صحيح؟", "نعم."],
        ["یہ ایک جملہ ہے۔", "یہ دوسرا ہے۔"],
        ["И. В. Сталин умер.", "Это было давно."],
        // Nothing to cut.
        ["Seattle Revolutionary Socialists"], ["That included the following:"], ["👍"], ["..."], ["Great.  👍"],
        ["?!"],
    ])
    func `end where a reader ends them`(sentences: [String]) {
        let text = sentences.joined(separator: separator(of: sentences))
        let found = Paragraph(index: 1, segmenting: text).sentences.map(\.text)
        #expect(found == sentences.map { $0.replacing("  ", with: " ") })
    }

    /// Chinese and Japanese sentences follow each other without a space.
    private func separator(of sentences: [String]) -> String {
        sentences[0].unicodeScalars.contains { $0.value >= 0x3000 && $0.value < 0xFE00 } ? "" : " "
    }

    @Test(arguments: [
        ("working class.Campism at its worst.", ["working class.", "Campism at its worst."]),
        ("conflict”.It is", ["conflict”.", "It is"]),
        ("really?Yes!So it is.", ["really?", "Yes!", "So it is."]),
        ("St.Petersburg", ["St.Petersburg"]),
        ("node.js and foo.bar", ["node.js and foo.bar"]),
    ])
    func `end without a space before a capitalised word`(text: String, sentences: [String]) {
        #expect(Paragraph(index: 1, segmenting: text).sentences.map(\.text) == sentences)
    }

    @Test func `count from 1 and say where they stand in scalars`() {
        let paragraph = Paragraph(index: 3, segmenting: "\u{A0} E\u{301}te\u{301}.\u{A0}\u{A0} 👩‍👩‍👧 Oui.\t")
        #expect(paragraph.text == "E\u{301}te\u{301}. 👩‍👩‍👧 Oui.")
        #expect(paragraph.sentences.map(\.index) == [1, 2])
        #expect(paragraph.sentences.map(\.start) == [0, 7])
        #expect(paragraph.sentences.map(\.end) == [6, 17])
    }

    @Test(arguments: ["", " ", "\u{A0}\t\n"])
    func `are none where there are no words`(text: String) {
        let paragraph = Paragraph(index: 1, segmenting: text)
        #expect(paragraph.text == "")
        #expect(paragraph.sentences == [])
    }

    @Test(arguments: [
        ("A – B", 2), ("anti-war e.g. 3.50", 3), ("class.Campism at", 2), ("👍 ...", 0), ("", 0),
        ("Ukraine’s\u{A0}war", 2),
    ])
    func `have words as an editor counts them`(text: String, count: Int) {
        #expect(Words.count(in: text) == count)
    }

    @Test func `are cut line by line from a longer text`() {
        let paragraphs = Paragraph.paragraphs(of: "One.\r\n\r\n \nTwo. Three.\rFour.")
        #expect(paragraphs.map(\.index) == [1, 2, 3])
        #expect(paragraphs.map(\.sentences.count) == [1, 2, 1])
    }
}
