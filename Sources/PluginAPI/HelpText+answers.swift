extension HelpText {
    /// The answer to `!help`, or with a command's name to `!help quote`.
    public func answer(toHelpAbout text: String) -> String {
        let wanted = text.dropping(prefix: grammar.prefix) ?? text
        let (name, _) = wanted.trimmed.splitAtFirstSpace
        if name.isEmpty { return overview }
        if let command = grammar.command(named: name) { return pageIfAllowed(for: command) }
        let found = "There is no command \"\(name.repeated())\"."
        guard name.unicodeScalars.count <= 32, let suggestion = grammar.suggestion(for: name) else {
            return "\(found) \(typed("help")) lists those that there are."
        }
        return "\(found) Did you mean \(typed("help \(suggestion)"))?"
    }

    /// What to tell a person whose command could not be read.
    public func answer(to misreading: CommandGrammar.Misreading) -> String {
        switch misreading {
        case .unknown(_, let suggestion):
            return "Did you mean \(typed(suggestion))?"
        case .incomplete(let name):
            return answer(toIncomplete: name)
        case .unknownOption(let option, let name):
            return answer(toOption: option, of: name)
        case .optionWithoutValue(let option, let name):
            let value = grammar.command(named: name)?.options.first { $0.name == option }?.value ?? "value"
            return "`--\(option)` needs a \(value) after it: \(typed("\(name) --\(option) <\(value)>"))."
        case .helpWanted(let name):
            return answer(toHelpAbout: name)
        }
    }

    private func pageIfAllowed(for command: Command) -> String {
        guard powerLevel < command.minimumPowerLevel else { return page(for: command) }
        return "\(typed(command.name)) needs power level \(command.minimumPowerLevel) in this room; yours is "
            + "\(powerLevel)."
    }

    private func answer(toIncomplete name: String) -> String {
        guard let command = grammar.command(named: name) else { return overview }
        guard command.arguments.isEmpty, command.forms.isEmpty else { return usage(of: command) }
        return "Nothing follows \(typed(name)): please type it alone."
    }

    private func answer(toOption option: String, of name: String) -> String {
        let options = grammar.command(named: name)?.options.map { "`--\($0.name)`" } ?? []
        return "`--\(option.repeated())` is not an option of \(typed(name)); it has "
            + "\(options.joined(separator: ", "))."
    }

    /// What a person would type, as code.
    private func typed(_ command: String) -> String { "`\(grammar.prefix)\(command)`" }
}
