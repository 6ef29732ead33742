extension CommandGrammar {
    /// Reads a command that a client put together from the bot's description of it, as if it had been typed.
    public func line(_ structured: StructuredCommand) -> Line {
        guard let command = command(named: structured.command) else { return commandLine(structured.command) }
        let arguments = command.arguments.compactMap { structured.arguments[$0.name] }
        let options = command.options.flatMap { option -> [String] in
            guard let value = structured.arguments[option.name], !value.isEmpty else { return [] }
            if option.value != nil { return ["--\(option.name)", value] }
            return value == "true" ? ["--\(option.name)"] : []
        }
        return commandLine(([command.name] + options + arguments).joined(separator: " "))
    }
}
