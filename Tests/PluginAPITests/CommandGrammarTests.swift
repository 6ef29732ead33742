import PluginAPI
import Testing

@Suite struct `The command grammar` {
    private func parsed(_ typed: String, isMentioned: Bool = false) -> CommandGrammar.ParsedCommand? {
        guard case .command(let parsed) = Samples.grammar.line(typed, isMentioned: isMentioned) else {
            return nil
        }
        return parsed
    }

    @Test(arguments: [
        "!quote 4.1", "!Quote 4.1", "! quote 4.1", "  !QUOTE   4.1  ", "!quote\u{A0}4.1", "!quote\n4.1",
        "@rapporteur: quote 4.1", "@rapporteur quote 4.1", "@Rapporteur:demo: !quote 4.1",
        "@rapporteur:demo quote 4.1",
        "rapporteur, Quote 4.1", "RAPPORTEUR: quote 4.1",
    ])
    func `understands a command however it is typed`(typed: String) {
        #expect(parsed(typed)?.command == Samples.quote)
        #expect(parsed(typed)?.arguments == ["passage": "4.1"])
    }

    @Test(arguments: [
        "hello", "", "!", "!!!", "! wow", "!?", "! 100", "rapporteur quote 4.1", "rapporteurs: quote 4.1",
        "@rapporteur: thank you", "Rapporteur, what do you think?", "!weather tomorrow", "quote 4.1",
        "?!quote 4.1",
        "!" + String(repeating: "q", count: 60_000), "! quot 4.1", "!\u{1F54A}",
    ])
    func `leaves conversation alone`(typed: String) {
        #expect(Samples.grammar.line(typed, isMentioned: false) == .conversation)
    }

    @Test func `takes a plain name as a mention where the message says that it is one`() {
        #expect(parsed("rapporteur quote 4.1", isMentioned: true)?.command == Samples.quote)
        #expect(Samples.grammar.line("rapporteur hello", isMentioned: true) == .conversation)
    }

    @Test(arguments: [
        ("!quot 4", "quote"), ("!qoute 4", "quote"), ("!Sumary", "summary"), ("!shcedule list", "schedule"),
        ("!hepl", "help"),
    ])
    func `suggests the one command that is meant`(typed: String, suggestion: String) {
        guard case .misread(.unknown(_, let found)) = Samples.grammar.line(typed, isMentioned: false) else {
            Issue.record("“\(typed)” is not misread")
            return
        }
        #expect(found == suggestion)
    }

    @Test(arguments: [
        ("!summary on 3", "on 3", [:]),
        ("!summary --words 60 on 3", "on 3", ["words": "60"]),
        ("!summary on 3 —words 60", "on 3", ["words": "60"]),
        ("!summary –Words=60", "", ["words": "60"]),
        ("!summary --plain on 3", "on 3", ["plain": ""]),
        ("!summary \"on --words 3\"", "\"on --words 3\"", [:]),
        ("!summary on 2 - 3", "on 2 - 3", [:]),
        ("!schedule daily --zone UTC summary --words 60", "daily summary --words 60", ["zone": "UTC"]),
    ])
    func `takes options from anywhere`(typed: String, text: String, options: [String: String]) {
        #expect(parsed(typed)?.text == text)
        #expect(parsed(typed)?.options == options)
    }

    @Test func `keeps the text of a command without options to the letter`() {
        #expect(parsed("!quote \"two  spaces\" --and dashes")?.text == "\"two  spaces\" --and dashes")
    }

    @Test(arguments: [
        ("!quote", CommandGrammar.Misreading.incomplete(command: "quote")),
        ("!pair", .incomplete(command: "pair")),
        ("!pair a b c", .incomplete(command: "pair")),
        ("!summary --wrods 60", .unknownOption("wrods", command: "summary")),
        ("!summary --words", .optionWithoutValue("words", command: "summary")),
        ("!quote --help", .helpWanted(command: "quote")),
        ("!quote —Help", .helpWanted(command: "quote")),
        ("!summary all --help", .helpWanted(command: "summary")),
        ("!quote -h", .helpWanted(command: "quote")),
    ])
    func `says why a command cannot be run`(typed: String, misreading: CommandGrammar.Misreading) {
        #expect(Samples.grammar.line(typed, isMentioned: false) == .misread(misreading))
    }

    @Test func `names arguments`() {
        #expect(parsed("!pair a b")?.arguments == ["first": "a", "second": "b"])
        #expect(parsed("!pair a")?.arguments == ["first": "a"])
    }

    @Test func `reads a schedule's command with and without prefix`() {
        for typed in ["summary on 3", "!summary on 3", " Summary on 3 "] {
            guard case .command(let parsed) = Samples.grammar.commandLine(typed) else {
                Issue.record("“\(typed)” is no command")
                continue
            }
            #expect(parsed.command == Samples.summary)
            #expect(parsed.text == "on 3")
        }
    }

    @Test func `keeps the order in which commands were declared`() {
        #expect(
            Samples.grammar.commands.map(\.name) == ["quote", "summary", "schedule", "pair", "ping", "help"]
        )
    }
}
