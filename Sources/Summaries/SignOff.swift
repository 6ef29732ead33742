import Discussion

/// Finds where a comment ends and the names below it begin.
enum SignOff {
    /// Whether everything from this line on is a signature or below one.
    ///
    /// - Parameter rest: The lines that follow.
    static func begins(with text: String, _ words: [String], before rest: ArraySlice<Paragraph>) -> Bool {
        if isDelimiter(text) || isPhoneSignature(words) { return true }
        if isRule(text) { return !holdsProse(rest) }
        return isFarewell(words) && !holdsProse(rest)
    }

    /// `____`, `====`: above a name, or between two parts of a comment.
    static func isRule(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, "-_=*~".unicodeScalars.contains(first), scalars.prefix(2).count == 2
        else {
            return false
        }
        return scalars.prefix(200).allSatisfy { $0 == first || $0 == " " || $0 == "," }
    }

    /// Two hyphens: what all mail programs put above a signature.
    private static func isDelimiter(_ text: String) -> Bool { text == "--" || text == "—" || text == "- -" }

    /// `Sent from my iPhone`.
    private static func isPhoneSignature(_ words: [String]) -> Bool {
        words.count <= 9 && phoneSignatures.contains { words.starts(with: $0) }
    }

    /// A line of nothing but a farewell, and perhaps a name: `Best regards,`, `Cheers, Ada`.
    private static func isFarewell(_ words: [String]) -> Bool {
        guard words.count <= 6 else { return false }
        return farewells.contains { words.starts(with: $0) && words.count <= $0.count + 3 }
    }

    /// Whether there is anything in these lines that a person would say below a signature: the first
    /// lines are names, titles and addresses.
    private static func holdsProse(_ lines: ArraySlice<Paragraph>) -> Bool {
        var prose = 0
        for line in lines.prefix(40) where !MailLines.isQuoted(line.text) {
            if MailLines.opensForwardedMail(line.text) { break }
            for sentence in line.sentences where sentence.text.utf8.count < 2000 {
                let words = Words.folded(in: sentence.text)
                let count = words.count { Language.english.kinds(of: $0).contains(.stopWord) }
                if words.count >= 6, count >= 2, SentenceForm.endsWithStop(sentence.text) { prose += 1 }
            }
        }
        return prose > 1
    }

    private static let phoneSignatures: [[String]] = [
        "sent from my", "sent from mail", "sent from outlook", "sent via", "get outlook for", "von meinem",
        "gesendet von", "envoye de mon", "envoye depuis", "enviado desde", "enviado do meu",
        "inviato da", "verzonden vanaf", "skickat fran",
    ].map { $0.split(separator: " ").map(String.init) }

    private static let farewells: [[String]] = [
        "regards", "best regards", "kind regards", "warm regards", "with regards", "cheers", "sincerely",
        "yours", "sincerely yours", "best", "best wishes", "with best wishes", "all the best", "take care",
        "thanks", "many thanks", "thank you", "thanks in advance", "mit freundlichen grussen", "viele grusse",
        "liebe grusse", "beste grusse", "schone grusse", "gruss", "grusse", "lg", "mfg", "vg",
        "cordialement", "bien a vous", "amicalement", "salutations", "saludos", "un saludo", "atentamente",
        "saluti", "cordiali saluti", "groeten", "met vriendelijke groet", "с уважением", "love",
    ].map { $0.split(separator: " ").map(String.init) }
}
