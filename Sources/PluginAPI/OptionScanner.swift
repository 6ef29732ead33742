/// Takes the declared options out of what follows a command's name.
///
/// `—words 60` is what a phone makes of `--words 60`; what stands in quotation marks is left alone.
struct OptionScanner {
    enum Result {
        case read(text: String, options: [String: String])
        case misread(CommandGrammar.Misreading)
    }

    let command: Command
    let text: String
    private var options: [String: String] = [:]
    private var kept: [Substring] = []

    init(command: Command, text: String) {
        self.command = command
        self.text = text
    }

    mutating func scan() -> Result {
        if let only = name(of: text[...]), only.lowercased() == "help" {
            return .misread(.helpWanted(command: command.name))
        }
        if text == "-h" { return .misread(.helpWanted(command: command.name)) }
        // A command without options keeps its text to the letter: "!echo --a  b" says "--a  b".
        guard !command.options.isEmpty else { return .read(text: text, options: [:]) }

        var words = text.split(whereSeparator: \.isWhitespace)[...]
        var isInQuotes = false
        while let word = words.popFirst() {
            guard !isInQuotes, let option = name(of: word) else {
                kept.append(word)
                if word.filter({ Self.quotationMarks.contains($0) }).count % 2 == 1 { isInQuotes.toggle() }
                continue
            }
            if let misreading = take(option, word: word, from: &words) { return .misread(misreading) }
        }
        return .read(text: kept.joined(separator: " "), options: options)
    }

    private mutating func take(
        _ option: String,
        word: Substring,
        from words: inout ArraySlice<Substring>
    ) -> CommandGrammar.Misreading? {
        let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
        guard let declared = command.options.first(where: { $0.name == parts.first?.lowercased() }) else {
            if option.lowercased() == "help" { return .helpWanted(command: command.name) }
            guard command.passesUnknownOptions else { return .unknownOption(option, command: command.name) }
            kept.append(word)
            return nil
        }
        guard declared.value != nil else {
            options[declared.name] = ""
            return nil
        }
        guard let value = parts.count == 2 ? parts[1] : words.popFirst().map(String.init) else {
            return .optionWithoutValue(declared.name, command: command.name)
        }
        options[declared.name] = value
        return nil
    }

    /// What stands behind the dashes; nil where the word is no option.
    private func name(of word: Substring) -> String? {
        for dashes in ["--", "—", "––", "–", "−−"] {
            guard word.hasPrefix(dashes) else { continue }
            let name = word.dropFirst(dashes.count)
            if let first = name.first, first.isLetter, !name.contains(where: \.isWhitespace) {
                return String(name)
            }
        }
        return nil
    }

    private static let quotationMarks: Set<Character> = ["\"", "“", "”", "„", "«", "»"]
}
