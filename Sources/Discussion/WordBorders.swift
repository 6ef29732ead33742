/// Where words begin and end in a text, by the rules of Unicode (UAX #29), which browsers and editors follow.
///
/// Within a row of ideographs or of Thai letters every place counts as a border: which of them are words only a
/// dictionary knows.
struct WordBorders {
    private let scalars: [Unicode.Scalar]

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    /// Whether a word may begin or end at this place; both ends of the text are borders.
    func isBorder(_ position: Int) -> Bool {
        guard position > 0, position < scalars.count else { return true }
        let (touching, behind) = (kind(at: position - 1), kind(at: position))
        if touching == .lineEnd || behind == .lineEnd { return true }
        if behind == .extender || behind == .space && touching == .space || joinsPictures(at: position) {
            return false
        }
        guard let before = place(before: position) else { return true }
        let kind = kind(at: before)
        return
            !(joinsLetters(kind, behind, before: before, at: position)
            || joinsDigits(kind, behind, before: before, at: position)
            || behind == .regional && regionalCount(before: position) % 2 == 1)
    }

    private func kind(at position: Int) -> WordBreakKind { .of(scalars[position]) }

    /// The nearest scalar before a place that is more than an accent.
    private func place(before position: Int) -> Int? {
        var place = position - 1
        while place >= 0 && kind(at: place) == .extender { place -= 1 }
        return place >= 0 ? place : nil
    }

    private func kind(before position: Int) -> WordBreakKind? { place(before: position).map(kind) }

    private func kind(behind position: Int) -> WordBreakKind? {
        var place = position + 1
        while place < scalars.count && kind(at: place) == .extender { place += 1 }
        return place < scalars.count ? kind(at: place) : nil
    }

    private func joinsLetters(
        _ before: WordBreakKind,
        _ behind: WordBreakKind,
        before place: Int,
        at position: Int
    ) -> Bool {
        if before.isLetter && behind.isLetter { return before != .unspaced || behind != .unspaced }
        if before.isPartOfWord && behind.isPartOfWord || before == .hangul && behind == .hangul {
            return true
        }
        if before == .hebrew && behind == .singleQuote { return true }
        if before.isLetter && behind.joinsLetters { return kind(behind: position)?.isLetter ?? false }
        if before.joinsLetters && behind.isLetter { return kind(before: place)?.isLetter ?? false }
        if before == .hebrew && behind == .doubleQuote { return kind(behind: position) == .hebrew }
        return before == .doubleQuote && behind == .hebrew && kind(before: place) == .hebrew
    }

    private func joinsDigits(
        _ before: WordBreakKind,
        _ behind: WordBreakKind,
        before place: Int,
        at position: Int
    ) -> Bool {
        if before == .digit && behind.joinsDigits { return kind(behind: position) == .digit }
        return before.joinsDigits && behind == .digit && kind(before: place) == .digit
    }

    /// Pictures are put together with a sign between them: a family of its members.
    private func joinsPictures(at position: Int) -> Bool {
        let isPicture = scalars[position].value > 0x7F && scalars[position].properties.isEmoji
        return scalars[position - 1] == "\u{200D}" && isPicture && kind(at: position) != .regional
    }

    private func regionalCount(before position: Int) -> Int {
        var count = 0
        var place = place(before: position)
        while let found = place, kind(at: found) == .regional {
            count += 1
            place = self.place(before: found)
        }
        return count
    }
}
