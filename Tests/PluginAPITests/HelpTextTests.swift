import PluginAPI
import Testing

@Suite struct `Help` {
    @Test func `lists what the person may do`() {
        #expect(
            Samples.help().overview == """
                `!quote` Quote a passage.
                `!summary` Summarise the comments.
                `!schedule` Run a command again.
                `!pair` Take two words.
                `!help` Show what I can do.
                More about one: `!help quote`.
                """
        )
        #expect(Samples.help(powerLevel: 50).overview.contains("`!ping` Answer."))
    }

    @Test(arguments: [1, 10, 11, 12, 40])
    func `is never longer than twelve lines`(count: Int) {
        let commands = (1...count).map {
            Command("c\($0)", summary: "Do \($0).", examples: [Command.Example(stringLiteral: "c\($0)")])
        }
        let grammar = CommandGrammar(prefix: "!", botNames: [], commands: commands)
        let filler = ExampleFiller(statement: nil, comment: nil)
        let text = HelpText(grammar: grammar, powerLevel: 0, examples: filler).overview
        #expect(text.split(separator: "\n").count <= HelpText.maximumLines)
        for command in commands { #expect(text.contains("`!\(command.name)`")) }
    }

    @Test(arguments: [
        (
            "quote",
            """
            Quote a passage.
            `!quote <passage>`
            For example `!quote 1.1` or `!quote "lasting agreement"`
            """
        ),
        (
            "!Summary",
            """
            Summarise the comments.
            `!summary [what] [--words <number>] [--plain]`
            `[--words <number>]` how long
            `[--plain]` without addresses
            For example `!summary`
            """
        ),
        (
            "schedule",
            """
            Run a command again.
            `!schedule list` all
            `[--zone <zone>]` whose clock
            For example `!schedule list today`
            """
        ),
        ("ping", "`!ping` needs power level 50 in this room; yours is 0."),
        ("qoute", "There is no command \"qoute\". Did you mean `!help quote`?"),
        ("`nonsense`", "There is no command \"’nonsense’\". `!help` lists those that there are."),
    ])
    func `has a page for each command`(name: String, page: String) {
        #expect(Samples.help().answer(toHelpAbout: name) == page)
    }

    @Test func `shows moderators their forms`() {
        #expect(
            Samples.help(powerLevel: 50).answer(toHelpAbout: "schedule") == """
                Run a command again.
                `!schedule daily <time>` every day
                `!schedule list` all
                `[--zone <zone>]` whose clock
                For example `!schedule daily 9:00` or `!schedule list today`
                """
        )
    }

    @Test(arguments: [
        (CommandGrammar.Misreading.unknown(name: "quot", suggestion: "quote"), "Did you mean `!quote`?"),
        (.incomplete(command: "quote"), "Usage: `!quote <passage>`. For example `!quote 1.1`."),
        (.incomplete(command: "schedule"), "Usage: `!schedule list`. For example `!schedule list today`."),
        (.incomplete(command: "ping"), "Nothing follows `!ping`: please type it alone."),
        (
            .unknownOption("foo", command: "summary"),
            "`--foo` is not an option of `!summary`; it has `--words`, `--plain`."
        ),
        (
            .unknownOption("a`b\u{202E}c", command: "summary"),
            "`--a’bc` is not an option of `!summary`; it has `--words`, `--plain`."
        ),
        (
            .optionWithoutValue("words", command: "summary"),
            "`--words` needs a number after it: `!summary --words <number>`."
        ),
    ])
    func `says how to type what was misread`(misreading: CommandGrammar.Misreading, answer: String) {
        #expect(Samples.help().answer(to: misreading) == answer)
    }

    @Test func `leaves an example out that the room has nothing for`() {
        #expect(!Samples.help().answer(toHelpAbout: "summary").contains("{"))
        let empty = ExampleFiller(statement: nil, comment: nil)
        #expect(empty.fill("quote {sentence}") == nil)
        #expect(empty.fill("help") == "help")
    }
}
