import Discussion
import Testing

@Suite struct `Changes between two revisions` {
    /// `=` for kept words, `-` for removed and `+` for added ones.
    private func described(_ runs: [StatementChanges.Run]) -> String {
        runs.map { run in
            switch run {
            case .kept(let text): "=[\(text)]"
            case .removed(let text): "-[\(text)]"
            case .added(let text): "+[\(text)]"
            }
        }.joined()
    }

    private func described(_ changes: StatementChanges) -> [String] {
        changes.parts.map { part in
            switch part {
            case .changed(let from, let to, let runs): "\(from)>\(to) \(described(runs))"
            case .added(let place, let text): "\(place) +[\(text)]"
            case .removed(let place, let text): "\(place) -[\(text)]"
            case .moved(let from, let to): "\(from)>\(to)"
            }
        }
    }

    private func changes(_ old: String, _ new: String) -> [String] {
        described(StatementChanges(from: MadeUp.statement(old), to: MadeUp.statement(new)))
    }

    @Test func `are none where nothing changed`() throws {
        let statement = try Seeds.statement()
        let changes = StatementChanges(from: statement, to: statement)
        #expect(changes.isEmpty && changes.parts == [])
        let empty = MadeUp.statement("")
        #expect(StatementChanges(from: empty, to: empty).isEmpty)
        #expect(!StatementChanges(from: empty, to: statement).isEmpty)
    }

    @Test(arguments: [
        ("The quick fox jumps.", "The slow fox jumps.", "=[The ]-[quick]+[slow]=[ fox jumps.]"),
        ("The fox jumps.", "The fox jumps over.", "=[The fox jumps]+[ over]=[.]"),
        ("The very quick fox jumps.", "The fox jumps.", "=[The ]-[very quick ]=[fox jumps.]"),
        ("The fox jumps!", "The fox jumps.", "=[The fox jumps]-[!]+[.]"),
        ("We condemn the war.", "We condemn this old war.", "=[We condemn ]-[the]+[this old]=[ war.]"),
        (
            "We went to an old house today.", "We went to a new home today.",
            "=[We went to ]-[an old house]+[a new home]=[ today.]"
        ),
        // A number, a word with its accent and a picture are each one thing.
        (
            "We paid 1,000.50 for it.", "We paid 1,500.50 for it.",
            "=[We paid ]-[1,000.50]+[1,500.50]=[ for it.]"
        ),
        ("A café is here.", "A cafe\u{301} is here.", "=[A ]-[café]+[cafe\u{301}]=[ is here.]"),
        ("We saw 👩‍👩‍👧 there.", "We saw 👩‍👩‍👦 there.", "=[We saw ]-[👩‍👩‍👧]+[👩‍👩‍👦]=[ there.]"),
        ("Flags 🇺🇦 of us.", "Flags 🇺🇬 of us.", "=[Flags ]-[🇺🇦]+[🇺🇬]=[ of us.]"),
        ("They don't know me.", "They won't know me.", "=[They ]-[don't]+[won't]=[ know me.]"),
        ("P a a b b q.", "P b b a a q.", "=[P ]-[a a ]=[b b ]+[a a ]=[q.]"),
        ("我们今天回家。", "我们明天回家吧。", "=[我们]-[今]+[明]=[天回家]+[吧]=[。]"),
        ("נתראה מחר בבית.", "נתראה היום בבית.", "=[נתראה ]-[מחר]+[היום]=[ בבית.]"),
    ])
    func `are shown word by word`(old: String, new: String, runs: String) {
        let parts = changes(old, new)
        // Strings do not tell composed letters from others.
        #expect(parts.map { Array($0.unicodeScalars) } == [Array("1>1 \(runs)".unicodeScalars)])
    }

    @Test(arguments: [
        ("A b c.\nD e f.", "X y z.\nA b c.\nD e f.", ["1 +[X y z.]"]),
        ("A b c.\nD e f.", "D e f.", ["1 -[A b c.]"]),
        ("A.\nB.\nC.", "A.\nC.", ["2 -[B.]"]), ("A.\nB.\nC.", "A.\nX y.\nC.", ["2 -[B.]", "2 +[X y.]"]),
        // The first of the others moved, not all the others.
        ("A.\nB.\nC.\nD.", "D.\nA.\nB.\nC.", ["4>1"]), ("A.\nB.\nC.\nD.", "B.\nC.\nD.\nA.", ["1>4"]),
        // Neighbours that moved together.
        ("A.\nB.\nC.\nD.\nE.", "D.\nE.\nA.\nB.\nC.", ["4-5>1-2"]),
        ("A.\nB.\nC.", "C.\nB.\nA.", ["3>1", "2>2"]),
        ("A.\nB.\nC.\nD.\nE.\nF.", "E.\nA.\nF.\nB.\nC.\nD.", ["5>1", "6>3"]),
        // Changed, and elsewhere.
        (
            "One two three four five.\nA.\nB.", "A.\nB.\nOne two three four six.",
            ["1>3 =[One two three four ]-[five]+[six]=[.]"]
        ),
        // Of several alike, that which is gone.
        ("X.\nP.\nP.\nP.\nY.", "X.\nP.\nP.\nY.", ["4 -[P.]"]), ("P.\nP.", "P.\nQ.\nP.", ["2 +[Q.]"]),
        ("A.\nP.\nB.\nP.\nC.", "A.\nB.\nP.\nC.", ["2 -[P.]"]),
        ("A.\nB.\nA.", "B.\nA.\nA.", ["1>3"]),
        // What is removed stands behind what it stood behind.
        (
            "A.\nGone for good.\nB.\nC.", "A.\nB.\nNew in town.\nC.",
            ["2 -[Gone for good.]", "3 +[New in town.]"]
        ),
        (
            "A.\nOne two three.\nGone for good.\nB.", "A.\nOne two four.\nB.",
            ["2>2 =[One two ]-[three]+[four]=[.]", "3 -[Gone for good.]"]
        ),
        ("", "A.", ["1 +[A.]"]), ("A.", "", ["1 -[A.]"]),
    ])
    func `are told from mere shifts`(old: String, new: String, parts: [String]) {
        #expect(changes(old, new) == parts)
    }

    @Test func `of long paragraphs are as small as those of short ones`() {
        let words = (1...400).map { "w\($0)" }
        var edited = words
        for place in [1, 199, 398] { edited[place] = "other" }
        let runs = StatementChanges(
            from: MadeUp.statement(words.joined(separator: " ")),
            to: MadeUp.statement(edited.joined(separator: " "))
        ).parts.flatMap { part -> [StatementChanges.Run] in
            if case .changed(_, _, let runs) = part { runs } else { [] }
        }
        let changed = runs.filter { if case .kept = $0 { false } else { true } }
        #expect(
            changed
                == ["w2", "w200", "w399"].flatMap { word -> [StatementChanges.Run] in
                    [.removed(word), .added("other")]
                }
        )
    }

    @Test func `of many paragraphs with the same words are found in their order`() {
        let old = Array(repeating: "All of us say this old thing.", count: 12).joined(separator: "\n")
        let parts = changes(old, old.replacing("old", with: "new"))
        #expect(
            parts == (1...12).map { "\($0)>\($0) =[All of us say this ]-[old]+[new]=[ thing.]" }
        )
    }

    @Test func `are found in title, standfirst and caption`() {
        let old = MadeUp.statement("Body.", title: "Peace now", standfirst: "By all of us.")
        let new = MadeUp.statement("Body.", title: "Peace soon", caption: "A picture.")
        #expect(
            described(StatementChanges(from: old, to: new))
                == [
                    "title>title =[Peace ]-[now]+[soon]", "standfirst -[By all of us.]",
                    "caption +[A picture.]",
                ]
        )
    }

    @Test func `of long passages are shown with what is around them`() {
        let words = (1...40).map { "w\($0)" }.joined(separator: " ")
        let runs: [StatementChanges.Run] = [
            .kept("(\(words), "), .removed("a b"), .added("c"), .kept(" d e."),
        ]
        #expect(
            runs.elided() == [
                .kept("(w1 w2 w3 w4 w5 w6 w7 w8 "),
                .leftOut((9...32).map { "w\($0)" }.joined(separator: " ")),
                .kept(" w33 w34 w35 w36 w37 w38 w39 w40, "), .removed("a b"), .added("c"), .kept(" d e."),
            ]
        )
        let short: [StatementChanges.Run] = [.kept((1...16).map { "w\($0)" }.joined(separator: " "))]
        #expect(short.elided() == [.kept((1...16).map { "w\($0)" }.joined(separator: " "))])
        #expect(
            [StatementChanges.Run.kept("a b c d e")].elided(wordsAtEachEnd: 1) == [
                .kept("a "), .leftOut("b c d"), .kept(" e"),
            ]
        )
        #expect(
            [StatementChanges.Run.kept("一二三四五")].elided(wordsAtEachEnd: 2) == [
                .kept("一二"), .leftOut("三"), .kept("四五"),
            ]
        )
        #expect(
            [StatementChanges.Run.kept("A, “b” c.")].elided(wordsAtEachEnd: 1) == [
                .kept("A, "), .leftOut("“b”"), .kept(" c."),
            ]
        )
    }
}
