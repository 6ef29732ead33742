/// Brings the forms of a word together: `sanction`, `sanctions`, `sanctioned`.
///
/// English endings only, and only those that can be cut without a dictionary. Words of other languages
/// mostly stay as they are; their forms then count as different words.
enum Stems {
    /// The stem of a word that is folded as by `Words.folded(in:)`.
    static func stem(of word: String) -> String {
        var scalars = Array(word.unicodeScalars)
        guard scalars.allSatisfy({ $0.isASCII }) else { return word }
        if scalars.ends(with: "'s") || scalars.ends(with: "s'") { scalars.removeLast(2) }
        guard scalars.count > 3 else { return String(String.UnicodeScalarView(scalars)) }
        cutPlural(&scalars)
        cutTense(&scalars)
        if scalars.count > 5, scalars.ends(with: "ly") { scalars.removeLast(2) }
        if scalars.count > 4, scalars.last == "e" { scalars.removeLast() }
        if scalars.count > 3, scalars.last == "y" { scalars[scalars.count - 1] = "i" }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func cutPlural(_ scalars: inout [Unicode.Scalar]) {
        if scalars.count > 4, scalars.ends(with: "ies") {
            scalars.removeLast(2)
        } else if scalars.count > 4,
            scalars.ends(with: "sses") || scalars.ends(with: "shes")
                || scalars.ends(with: "ches") || scalars.ends(with: "xes")
        {
            scalars.removeLast(2)
        } else if scalars.last == "s", !scalars.ends(with: "ss"), !scalars.ends(with: "us"),
            !scalars.ends(with: "is")
        {
            scalars.removeLast()
        }
    }

    private static func cutTense(_ scalars: inout [Unicode.Scalar]) {
        for ending in ["ing", "ed"] where scalars.count > ending.count + 3 && scalars.ends(with: ending) {
            scalars.removeLast(ending.count)
            let last = scalars.count - 1
            // "stopping" and "stopped" are forms of "stop"; "falling" is one of "fall".
            if scalars[last] == scalars[last - 1], !["l", "s", "z"].contains(scalars[last]) {
                scalars.removeLast()
            }
            return
        }
    }
}

extension [Unicode.Scalar] {
    func ends(with ending: String) -> Bool {
        count >= ending.unicodeScalars.count
            && suffix(ending.unicodeScalars.count).elementsEqual(ending.unicodeScalars)
    }
}
