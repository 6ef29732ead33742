/// Help, made from what the plugins declare and filled from the room's own statement.
public struct HelpText: Sendable {
    /// No help is longer than this, so that it can be read on a phone.
    public static let maximumLines = 12

    /// The command that shows help; the bot answers it itself.
    public static let command = Command(
        "help",
        summary: "Show what I can do.",
        arguments: [.rest("command")],
        examples: ["help", "help help"]
    )

    let grammar: CommandGrammar
    let powerLevel: Int
    private let examples: ExampleFiller

    /// Help for one person in one room.
    public init(grammar: CommandGrammar, powerLevel: Int, examples: ExampleFiller) {
        self.grammar = grammar
        self.powerLevel = powerLevel
        self.examples = examples
    }

    /// All commands that the person may use, a line each, at most ``maximumLines`` lines.
    public var overview: String {
        let allowed = grammar.commands.filter { $0.minimumPowerLevel <= powerLevel }
        // Who reads this has found help already: it comes last.
        let commands =
            allowed.filter { $0.name != Self.command.name } + allowed.filter { $0.name == Self.command.name }
        let fitsWhole = commands.count <= Self.maximumLines - 1
        let shown = commands.prefix(fitsWhole ? commands.count : Self.maximumLines - 2)
        var lines = shown.map { "`\(grammar.prefix)\($0.name)` \($0.summary)" }
        let others = commands.dropFirst(shown.count).map { "`\(grammar.prefix)\($0.name)`" }
        if !others.isEmpty { lines.append("Also \(others.joined(separator: ", ")).") }
        lines.append("More about one: `\(grammar.prefix)help \(commands.first?.name ?? "help")`.")
        return lines.joined(separator: "\n")
    }

    /// How one command is used: what it does, its usage, its options, two examples.
    public func page(for command: Command) -> String {
        var lines = [command.summary]
        lines += usageLines(of: command)
        lines += command.options.prefix(3).map { "`\($0.usage)` \($0.summary)" }
        let examples = filledExamples(of: command).prefix(2)
        if !examples.isEmpty { lines.append("For example \(examples.joined(separator: " or "))") }
        return lines.prefix(Self.maximumLines).joined(separator: "\n")
    }

    /// What to type: `` Usage: `!quote <passage>`. For example `!quote 4.1`. ``
    public func usage(of command: Command) -> String {
        let line = "Usage: \(usages(of: command).joined(separator: ", "))."
        // Who has no example to go by is told what the command does.
        guard let example = filledExamples(of: command).first else { return "\(command.summary) \(line)" }
        return "\(line) For example \(example)."
    }

    /// As code; without those that only repeat the usage.
    private func filledExamples(of command: Command) -> [String] {
        let usages = usages(of: command)
        return command.examples.filter { $0.minimumPowerLevel <= powerLevel }
            .compactMap { examples.fill($0.text) }
            .map { "`\(grammar.prefix)\($0)`" }
            .filter { !usages.contains($0) }
    }

    private func usageLines(of command: Command) -> [String] {
        let forms = forms(of: command)
        return forms.isEmpty
            ? usages(of: command)
            : zip(usages(of: command), forms).map { "\($0) \($1.summary)" }
    }

    /// Each way of using the command, as code.
    private func usages(of command: Command) -> [String] {
        let forms = forms(of: command)
        guard forms.isEmpty else {
            return forms.map { form in
                "`\(grammar.prefix)\(form.usage.isEmpty ? command.name : "\(command.name) \(form.usage)")`"
            }
        }
        let parts =
            [grammar.prefix + command.name] + command.arguments.map(\.usage) + command.options.map(\.usage)
        return ["`\(parts.joined(separator: " "))`"]
    }

    /// The forms that the person may use, as many as help has room for.
    private func forms(of command: Command) -> ArraySlice<Command.Form> {
        command.forms.filter { $0.minimumPowerLevel <= powerLevel }.prefix(6)
    }
}
