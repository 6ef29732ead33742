/// What a text looks like, from one walk over it.
struct SentenceShape {
    /// How words are written.
    enum Script {
        /// With spaces between them.
        case spaced
        /// Chinese and Japanese.
        case ideographs
        /// Thai and its neighbours: letters without spaces.
        case unspaced
    }

    private(set) var letters = 0
    /// Stretches that begin with a letter.
    private(set) var words = 0
    /// How many of them begin with a capital.
    private(set) var capitalised = 0
    private var small = 0
    private var foreign = 0
    private var ideographs = 0
    private var unspaced = 0
    private var rareSigns = 0
    private var all = 0
    private var depth = 0
    /// Whether a bracket closes that was never opened.
    private var closesTooMuch = false

    init(of text: String) {
        var isInWord = false
        var before: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            defer { before = scalar }
            all += 1
            guard scalar.isLetter else {
                count(bracket: scalar, after: before)
                if Self.isRare(scalar) { rareSigns += 1 }
                isInWord = isInWord && (scalar == "'" || scalar == "’" || scalar == "-")
                continue
            }
            letters += 1
            if scalar.isCapital {
                if !isInWord { capitalised += 1 }
            } else {
                small += 1
            }
            if !isInWord { words += 1 }
            isInWord = true
            if scalar.value > 0x24F { count(foreign: scalar) }
        }
    }

    private mutating func count(bracket scalar: Unicode.Scalar, after before: Unicode.Scalar) {
        // ":)" is no bracket, and "a)" begins an entry of a list.
        guard scalar == "(" || scalar == ")", !":;-=8".unicodeScalars.contains(before) else { return }
        if scalar == "(" {
            depth += 1
        } else if depth > 0 {
            depth -= 1
        } else if all > 4 {
            closesTooMuch = true
        }
    }

    /// Whether it is cut within brackets.
    var isCutInBrackets: Bool { depth > 0 || closesTooMuch }

    private mutating func count(foreign scalar: Unicode.Scalar) {
        foreign += 1
        switch scalar.value {
        case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            ideographs += 1
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: unspaced += 1
        default: break
        }
    }

    /// How most of its letters are written.
    var script: Script {
        if ideographs * 2 > letters { return .ideographs }
        return unspaced * 2 > letters ? .unspaced : .spaced
    }

    /// Whether most letters are none that English is written with.
    var isInAnotherScript: Bool { foreign * 2 > letters }

    /// Whether it shouts.
    var isInCapitals: Bool { small * 4 < letters }

    /// The share of signs that are rare in prose.
    var signs: Double { Double(rareSigns) / Double(max(all, 1)) }

    private static func isRare(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "/", "\\", "_", "=", "<", ">", "{", "}", "[", "]", "|", "#", "$", "^", "*", "~", "+", ":": true
        default: false
        }
    }
}
