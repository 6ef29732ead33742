import PluginAPI

/// Commands and a statement to try the grammar and the help with.
enum Samples {
    static let quote = Command(
        "quote",
        summary: "Quote a passage.",
        arguments: [.requiredRest("passage")],
        examples: ["quote {sentence}", "quote \"{phrase}\"", "quote {sentences}"]
    )

    static let summary = Command(
        "summary",
        summary: "Summarise the comments.",
        arguments: [.rest("what")],
        options: [
            Command.Option("words", value: "number", summary: "how long"),
            Command.Option("plain", value: nil, summary: "without addresses"),
        ],
        examples: ["summary", "summary {comment}"]
    )

    static let schedule = Command(
        "schedule",
        summary: "Run a command again.",
        arguments: [.rest("what")],
        forms: [
            Command.Form("daily <time>", summary: "every day", minimumPowerLevel: 50),
            Command.Form("list", summary: "all"),
        ],
        options: [Command.Option("zone", value: "zone", summary: "whose clock")],
        examples: [Command.Example("schedule daily 9:00", minimumPowerLevel: 50), "schedule list today"],
        passesUnknownOptions: true
    )

    static let pair = Command(
        "pair",
        summary: "Take two words.",
        arguments: [.required("first"), .optional("second")],
        examples: ["pair a b"]
    )

    static let ping = Command("ping", summary: "Answer.", examples: ["ping"], minimumPowerLevel: 50)

    static let grammar = CommandGrammar(
        prefix: "!",
        botNames: ["@rapporteur:demo", "@rapporteur", "Rapporteur"],
        commands: [quote, summary, schedule, pair, ping, HelpText.command]
    )

    static func help(powerLevel: Int = 0) -> HelpText {
        let filler = ExampleFiller(statement: statement, comment: nil)
        return HelpText(grammar: grammar, powerLevel: powerLevel, examples: filler)
    }

    static let statement = Statement(
        title: "Peace",
        standfirst: nil,
        caption: nil,
        paragraphs: [
            Paragraph(
                index: 1,
                segmenting: "A lasting agreement needs patience. Few agree how. Some do. Nobody is asked."
            )
        ],
        publisher: nil,
        sourceURL: nil
    )
}
