import Discussion

/// Finds which sentences of a comment are the commenter's own.
///
/// Not their own are lines that mail programs mark or announce as somebody else's, signatures and what stands
/// below them, code, logs, tables and lists of links, what is in quotation marks as a whole, and what is
/// introduced as somebody else's ("The leaflet continues:").
struct OwnWords {
    /// One sentence of a comment, and whether it may be shown as the commenter's.
    struct Entry {
        let paragraph: Int
        let sentence: Sentence
        let words: [String]
        /// What it is; only words of the commenter's own may be shown.
        let kind: Kind

        /// False for words of somebody else, and for those that only introduce them.
        var isOwn: Bool { kind == .own }
    }

    /// Whose words a line or a sentence has, and where they end if they are nobody's.
    enum Kind: String, CaseIterable {
        case own
        case quotedLine, attribution, attributed, header, forwarded
        case signature, code, machineText, links
        case introduction, introduced, inMarks, fragment
    }

    private enum Quoting {
        /// "The leaflet says:", until the commenter speaks again.
        case introduced
        /// "On Tuesday Ada wrote:", until marked lines have come and gone.
        case attributed
        /// "Original message", to the end.
        case forwarded
    }

    private let paragraphs: [Paragraph]
    /// Whether any line ends with a stop.
    private let hasStops: Bool
    private var entries: [Entry] = []
    private var quoting: Quoting?
    private var isInCode = false
    private var isSigned = false
    /// The words of the sentence before, for introductions.
    private var context: [String] = []
    /// The line before, if it was not left out and stands open: without a stop at its end.
    private var isOpen = false
    /// Whether that line ends with a word that ends no sentence.
    private var isHanging = false
    private init(_ paragraphs: [Paragraph]) {
        self.paragraphs = paragraphs
        hasStops = paragraphs.count > 1 && paragraphs.contains { SentenceForm.endsWithStop($0.text) }
    }

    /// The sentences of these paragraphs in order; quoted lines, signatures and code are left out.
    static func entries(of paragraphs: [Paragraph]) -> [Entry] {
        var reader = OwnWords(paragraphs)
        for position in paragraphs.indices where !reader.isSigned { reader.read(at: position) }
        return reader.entries
    }

    private mutating func read(at position: Int) {
        let paragraph = paragraphs[position]
        if let kind = kind(ofLineAt: position) {
            isOpen = false
            isHanging = false
            leave(kind)
            return
        }
        let words = paragraph.sentences.map { Words.folded(in: $0.text) }
        if quoting == .introduced, words.joined().has(.firstPerson) {
            quoting = nil
        }
        var marks = QuotationMarks()
        let isQuoted = marks.isQuotation(paragraph.text)
        for (sentence, words) in zip(paragraph.sentences, words) {
            let kind = kind(of: sentence, words, at: position, &marks)
            entries.append(Entry(paragraph: paragraph.index, sentence: sentence, words: words, kind: kind))
            if kind == .introduction { quoting = .introduced }
            context = words
        }
        // The marks show where such a quotation ends.
        if quoting != .forwarded, isQuoted { quoting = nil }
        isOpen = isCutByLineEnd(paragraph.text)
        isHanging = isOpen && SentenceForm.breaksOff(context)
    }

    /// What a line is as a whole; nil for one that may hold words of the commenter's own.
    private mutating func kind(ofLineAt position: Int) -> Kind? {
        let text = paragraphs[position].text
        if MachineText.isFence(text) {
            let closes = paragraphs[(position + 1)...].contains { MachineText.isFence($0.text) }
            isInCode = !isInCode && closes
            return .code
        }
        if isInCode { return .code }
        if MailLines.isQuoted(text) { return .quotedLine }
        if MailLines.isHeader(text) {
            let next = position + 1 < paragraphs.count ? paragraphs[position + 1].text : ""
            return MailLines.opensHeaders(text, before: next) ? .forwarded : .header
        }
        let isShort = text.utf8.count < 400
        guard isShort else { return nil }
        if MailLines.opensForwardedMail(text) { return .forwarded }
        guard isFormal(text) else { return MachineText.isFound(in: text) ? .machineText : nil }
        let words = Words.folded(in: text)
        if position > 0, SignOff.begins(with: text, words, before: paragraphs[(position + 1)...]) {
            return .signature
        }
        if SignOff.isRule(text) { return .machineText }
        if isAttribution(text, words, at: position) { return .attribution }
        if MachineText.isLinks(text) { return .links }
        return MachineText.isFound(in: text) ? .machineText : nil
    }

    /// Whether a line may be a farewell, an attribution or a link: most are none, and need no closer look.
    private func isFormal(_ text: String) -> Bool {
        if text.utf8.count < 60 || text.utf8.suffix(4).contains(UInt8(ascii: ":")) { return true }
        if text.hasSuffix("wrote") || text.hasSuffix("writes") || text.utf8.contains(UInt8(ascii: "/")) {
            return true
        }
        return text.utf8.contains { (0x30...0x39).contains($0) }
    }

    private func isAttribution(_ text: String, _ words: [String], at position: Int) -> Bool {
        if MailLines.isAttribution(text, words) { return true }
        guard position + 1 < paragraphs.count, MailLines.opensAttribution(words) else { return false }
        let next = paragraphs[position + 1].text
        return next.utf8.count < 100 && MailLines.isAttribution(next, Words.folded(in: next))
    }

    /// Remembers what a line that is left out says of those that follow.
    private mutating func leave(_ kind: Kind) {
        switch kind {
        case .signature: isSigned = true
        case .forwarded: quoting = .forwarded
        case .attribution: quoting = quoting == .forwarded ? quoting : .attributed
        // Marked lines end by themselves: what follows them needs no other sign.
        case .quotedLine: quoting = nil
        default: break
        }
    }

    private func kind(
        of sentence: Sentence,
        _ words: [String],
        at position: Int,
        _ marks: inout QuotationMarks
    ) -> Kind {
        let isInMarks = marks.encloses(sentence.text)
        switch quoting {
        case .forwarded: return .forwarded
        case .attributed: return .attributed
        case .introduced: return .introduced
        case nil: break
        }
        if isInMarks { return .inMarks }
        let paragraph = paragraphs[position]
        let isLast = sentence.index == paragraph.sentences.count
        let before = sentence.index == 1 ? [] : context
        if isLast, position + 1 < paragraphs.count,
            Introductions.announces(words, sentence.text, after: before)
        {
            return .introduction
        }
        if Introductions.announcesItsOwnRest(sentence.text) { return .introduction }
        return isFragment(sentence, at: position, isLast: isLast) ? .fragment : .own
    }

    /// Whether a sentence is cut in two by the end of a line, as in mails with lines of equal length.
    private func isFragment(_ sentence: Sentence, at position: Int, isLast: Bool) -> Bool {
        if sentence.index == 1, isHanging || isOpen && continues(paragraphs[position].text) { return true }
        guard isLast, position + 1 < paragraphs.count, isCutByLineEnd(paragraphs[position].text) else {
            return false
        }
        // Whoever sets stops elsewhere has not ended here: a heading, or a line that is cut.
        return continues(paragraphs[position + 1].text)
            || hasStops && !SentenceForm.beginsList(paragraphs[position].text)
    }

    /// Whether a line is long enough to be cut by a mail program, and has no end.
    private func isCutByLineEnd(_ line: String) -> Bool {
        line.utf8.count >= 25 && !SentenceForm.endsWithStop(line) && line.utf8.last != UInt8(ascii: ":")
    }

    private func continues(_ line: String) -> Bool {
        SentenceForm.beginsSmall(line) && !SentenceForm.beginsList(line)
    }
}
