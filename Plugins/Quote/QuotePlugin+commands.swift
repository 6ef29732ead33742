internal import PluginAPI

extension QuotePlugin {
    static let quote = Command(
        "quote",
        summary: "Quote a passage by its address or its words.",
        arguments: [.requiredRest("passage")],
        options: [
            Command.Option(
                "at",
                value: "date",
                summary: "As it stood on that day, such as `2026-03-01`, or in revision `1`."
            )
        ],
        examples: [
            "quote {sentence}", "quote \"{phrase}\"", "quote {paragraph}", "quote {sentences}", "quote title",
            "quote {word}", "quote {comment}", "quote {paragraph} --at 1",
        ],
        canBeScheduled: true,
        // Words to look for may stand behind a dash.
        passesUnknownOptions: true
    )

    static let search = Command(
        "search",
        summary: "Find words in the statement and its comments.",
        arguments: [.requiredRest("words")],
        examples: ["search {word}", "search {phrase}"]
    )

    static let statement = Command(
        "statement",
        summary: "Show what the statement is and how its paragraphs begin.",
        arguments: [.rest("use")],
        forms: [
            Command.Form("", summary: "what it is and how its paragraphs begin"),
            Command.Form(
                "use <number>",
                summary: "have this room follow another of the statements",
                minimumPowerLevel: PluginContext.moderatorPowerLevel
            ),
        ],
        examples: [
            "statement",
            Command.Example("statement use 1", minimumPowerLevel: PluginContext.moderatorPowerLevel),
        ],
        canBeScheduled: true
    )

    static let comments = Command(
        "comments",
        summary: "Show all comments, or one with its replies, as a tree.",
        arguments: [.optional("comment")],
        examples: ["comments", "comments {comment}"]
    )

    static let comment = Command(
        "comment",
        summary: "Show one comment, whole, and who answered it.",
        arguments: [.requiredRest("comment")],
        examples: ["comment {comment}"]
    )

    static let changes = Command(
        "changes",
        summary: "Show what changed in the statement, and which comments that touches.",
        arguments: [.optional("revision")],
        forms: [
            Command.Form("", summary: "from the revision before to the latest"),
            Command.Form("<number>", summary: "from that revision to the latest"),
            Command.Form("<date>", summary: "from the revision of that day, such as `2026-03-01`"),
        ],
        examples: ["changes", "changes 1"]
    )

    static let statements = Command(
        "statements",
        summary: "List the statements, and which one this room follows.",
        examples: ["statements"]
    )
}
