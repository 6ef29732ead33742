import Discussion

/// Knows the lines that mail programs put around words of others, and around names.
enum MailLines {
    /// Whether it is marked as somebody else's: `> …`, `ada> …`.
    static func isQuoted(_ text: String) -> Bool {
        if text.hasPrefix(">") || text.hasPrefix("&gt;") { return true }
        if text.hasPrefix("|") { return text.unicodeScalars.prefix(2000).count { $0 == "|" } < 3 }
        // Initials before the mark, as old mail programs set them.
        let start = text.unicodeScalars.prefix(9)
        guard let mark = start.firstIndex(of: ">"), mark != start.startIndex else { return false }
        let behind = start.index(after: mark)
        return start[..<mark].allSatisfy(\.isLetter) && (behind == start.endIndex || start[behind] == " ")
    }

    /// `Subject: …`: what mail programs put above a mail that is passed on.
    static func isHeader(_ text: String) -> Bool {
        let name = text.unicodeScalars.prefix(16).prefix { $0 != ":" && $0 != " " }
        guard text.unicodeScalars[name.endIndex...].prefix(2).contains(":") else { return false }
        return headers.contains(String(name).lowercased())
    }

    /// `From: …` with more of its kind: below them stands somebody else's mail.
    static func opensHeaders(_ text: String, before next: String) -> Bool {
        guard let name = text.split(separator: ":", maxSplits: 1).first?.lowercased(),
            ["from", "von", "van", "sender"].contains(name)
        else {
            return false
        }
        return isHeader(next) || text.contains("Sent:") || text.contains("Subject:") || text.contains("Date:")
    }

    /// `-----Original Message-----`: below it stands somebody else's mail.
    static func opensForwardedMail(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard scalars.prefix(200).count < 200, let first = scalars.first else { return false }
        let isFramed = "-_=*".unicodeScalars.contains(first)
        let words = Words.folded(in: text)
        guard (2...6).contains(words.count) else { return false }
        return forwards.contains { words.starts(with: $0) && (isFramed || words.count == $0.count) }
    }

    /// `On Tue, 28 Oct 2002, Ada wrote:`, `Am 3. März schrieb Ada:`, `[Ada Lovelace]`.
    static func isAttribution(_ text: String, _ words: [String]) -> Bool {
        guard let last = words.last, words.count <= 30 else { return false }
        if isNameInBrackets(text, words) { return true }
        let end = text.unicodeScalars.suffix(4)
        if end.contains(":") {
            if verbs.contains(last) { return !isPlainSpeech(words) }
            // In German the name comes last: "Am 3. März schrieb Ada:"
            return isDated(words) && words.contains { verbsBeforeNames.contains($0) }
        }
        guard last == "wrote" || last == "writes" else { return false }
        return isDated(words) || isNamed(text, words.count)
    }

    /// The first line of an attribution that is wrapped: "On Tue, 28 Oct 2002, Ada" above "wrote:".
    static func opensAttribution(_ words: [String]) -> Bool {
        guard let first = words.first, words.count <= 25 else { return false }
        return ["on", "at", "am", "le", "el", "op", "den"].contains(first) && isDated(words)
    }

    /// What has a year, or a time and a mail address, is no ordinary speech.
    private static func isDated(_ words: [String]) -> Bool {
        words.count { $0.unicodeScalars.contains(where: \.isAnyDigit) } >= 2
    }

    /// "The mayor wrote:" introduces; "Ada wrote:" attributes. Both end the same, and both quote.
    private static func isPlainSpeech(_ words: [String]) -> Bool {
        words.has(.firstPerson) && !isDated(words)
    }

    private static func isNamed(_ text: String, _ count: Int) -> Bool {
        let chunks = text.unicodeScalars.split(separator: " ")
        return (2...6).contains(count) && chunks.dropLast().allSatisfy { $0.first?.isCapital == true }
    }

    private static func isNameInBrackets(_ text: String, _ words: [String]) -> Bool {
        guard text.hasPrefix("["), text.unicodeScalars.last == "]", (2...4).contains(words.count) else {
            return false
        }
        let inner = text.unicodeScalars.dropFirst().dropLast().split(separator: " ")
        return inner.allSatisfy { $0.first?.isCapital == true && !$0.contains(where: \.isAnyDigit) }
    }

    private static let verbs: Set<String> = [
        "wrote", "writes", "schrieb", "schreibt", "ecrit", "escribio", "escribe", "scritto", "escreveu",
        "schreef", "skrev", "kirjoitti", "napisal", "napsal", "пишет", "писал", "написал", "писав", "написав",
        "yazdi",
    ]
    private static let verbsBeforeNames: Set<String> = [
        "schrieb", "schreibt", "schreef", "skrev", "kirjoitti", "napsal",
    ]

    private static let headers: Set<String> = [
        "subject", "from", "to", "cc", "bcc", "date", "sent", "sender", "reply-to", "message-id",
        "in-reply-to", "references", "content-type", "mime-version", "x-mailer", "resent-from",
        "resent-date", "von", "gesendet", "an", "betreff", "datum", "envoyé", "objet", "enviado", "asunto",
        "van", "aan", "onderwerp", "verzonden",
    ]

    private static let forwards: [[String]] = [
        "original message", "forwarded message", "begin forwarded message", "ursprungliche nachricht",
        "weitergeleitete nachricht", "message d'origine", "message original", "message transfere",
        "mensaje original", "mensaje reenviado", "messaggio originale", "mensagem original",
        "oorspronkelijk bericht",
    ].map { $0.split(separator: " ").map(String.init) }
}
