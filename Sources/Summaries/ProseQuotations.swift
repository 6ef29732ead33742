/// What stands in quotation marks, of any kind and one in another.
struct ProseQuotations {
    /// Everything between an opening mark and the one that closes it, inner ones too.
    private(set) var texts: [String] = []
    /// Whether one is not closed. Single marks may be apostrophes, and are not missed.
    private(set) var isOpen = false
    /// The text without its quotations.
    private(set) var outside = ""

    private struct Opening {
        let position: Int
        let closers: [Unicode.Scalar]
        let isSingle: Bool
    }

    init(in text: String) {
        let scalars = Array(text.unicodeScalars)
        var open: [Opening] = []
        var places: [ClosedRange<Int>] = []
        for position in scalars.indices where Self.isMark(scalars[position]) {
            let scalar = scalars[position]
            let before = position > 0 ? scalars[position - 1] : " "
            let after = position + 1 < scalars.count ? scalars[position + 1] : " "
            let isSingle = Self.isSingle(scalar)
            if isSingle, before.isPartOfWord, after.isPartOfWord { continue }
            if let last = open.lastIndex(where: { $0.closers.contains(scalar) }) {
                places.append(open[last].position...position)
                open.removeSubrange(last...)
            } else if let closers = Self.closers[scalar] {
                // After a letter it is an apostrophe, before white space it can open nothing.
                if isSingle, before.isPartOfWord || !after.isPartOfWord && !Self.isMark(after) { continue }
                open.append(Opening(position: position, closers: closers, isSingle: isSingle))
            } else {
                isOpen = true
            }
        }
        isOpen = isOpen || open.contains { !$0.isSingle }
        texts = places.map { String(scalars[($0.lowerBound + 1)..<$0.upperBound]) }
        outside = String(
            scalars.indices.filter { position in !places.contains { $0.contains(position) } }.map {
                scalars[$0]
            }
        )
    }

    /// As quotations are compared: every kind of quotation mark is one, every kind of white space one space.
    static func folded(_ text: String) -> [Unicode.Scalar] {
        var folded: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                if let last = folded.last, last != " " { folded.append(" ") }
            } else {
                folded.append(isMark(scalar) ? "'" : scalar)
            }
        }
        if folded.last == " " { folded.removeLast() }
        return folded
    }

    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        closers[scalar] != nil || pureClosers.contains(scalar)
    }

    private static func isSingle(_ scalar: Unicode.Scalar) -> Bool {
        ["'", "’", "‘", "‚", "‛", "＇"].contains(scalar)
    }

    private static let closers: [Unicode.Scalar: [Unicode.Scalar]] = [
        "\"": ["\""], "＂": ["＂"], "“": ["”"], "”": ["”"], "„": ["“", "”"], "‟": ["”"], "«": ["»"],
        "»": ["«", "»"], "‹": ["›"], "›": ["‹", "›"], "‘": ["’", "'"], "’": ["’"], "‚": ["‘", "’"],
        "‛": ["’"],
        "'": ["'"], "＇": ["＇"], "「": ["」"], "『": ["』"], "《": ["》"], "〈": ["〉"], "〝": ["〞", "〟"],
        "`": ["`", "'"],
    ]
    private static let pureClosers: Set<Unicode.Scalar> = ["」", "』", "》", "〉", "〞", "〟"]
}

extension Unicode.Scalar {
    /// Whether words are made of it.
    var isPartOfWord: Bool { properties.isAlphabetic || properties.numericType != nil }
}

extension String {
    init(_ scalars: some Sequence<Unicode.Scalar>) {
        var view = UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}
