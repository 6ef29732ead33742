import Foundation
import MatrixTypes
import Testing

extension EndToEnd {
    @Suite struct `Forgetting by command` {
        /// One word, since the index keeps words one by one.
        private static let secret = "heliotrope"

        /// A running bot that has kept words of Ada, and quoted them.
        private func inWorld(
            _ body: @escaping @Sendable (World, _ answer: World.Answer) async throws -> Void
        ) async throws {
            try await World.run { world in
                try await world.bot {
                    try world.say("!archive on", as: world.mod)
                    try world.say("Words about \(Self.secret).", as: world.ada)
                    try world.say("Of Ben.", as: world.ben)
                    try await world.settles()
                    let answer = try await world.answer(to: try world.say("!comment #c1", as: world.ben))
                    #expect(answer.text.contains(Self.secret))
                    try await body(world, answer)
                }
            }
        }

        @Test(arguments: [
            ["--user", "@ada:demo"], ["--comment", "c1", "--room", "!reading:demo"], ["--comment", "#c1"],
        ])
        func `reaches a running bot, and what it has said`(what: [String]) async throws {
            try await inWorld { world, answer in
                let result = try await Program.run(["forget", "--yes", "--data", world.dataDirectory] + what)
                #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
                #expect(
                    result.output.hasPrefix(
                        """
                        This goes, for good:
                          !reading:demo: 1 comment
                          1 message of the bot that holds these words
                        Removed: 1 comment. The running bot deletes 1 message of its own that held the words. The words are \
                        gone from the disk, too.
                        What remains is yours to do:

                        """
                    ),
                    "\(result.output)"
                )
                #expect(result.output.contains("\(world.dataDirectory)/removals.jsonl"))
                #expect(!result.output.contains(Self.secret))
                try await world.until("the bot has deleted its answer") { world.isRedacted(answer.event) }
                #expect(try await !world.ask("!comment #c1").contains(Self.secret))
                #expect(try await world.ask("!comment #c2").contains("Of Ben."))
                #expect(try !world.hasBytes(of: Self.secret))
            }
        }

        @Test func `works where no bot runs, and the bot does the rest`() async throws {
            try await World.run { world in
                let asked = try world.say("!comment #c1", as: world.ben)
                try await world.bot {
                    try world.say("!archive on", as: world.mod)
                    try world.say("Words about \(Self.secret).", as: world.ada)
                    try await world.settles()
                    try await world.answer(to: try world.say("!comment #c1", as: world.ben))
                }
                let answers = world.answers().filter { $0.text.contains(Self.secret) }
                #expect(answers.count == 1 && world.replies(to: asked).count <= 1)
                let result = try await world.run("forget", "--user", "@ada:demo", "--yes")
                #expect(
                    result.output.contains("When the bot runs next, it deletes 1 message"),
                    "\(result.errors)"
                )
                #expect(try !world.hasBytes(of: Self.secret))
                try await world.bot {
                    try await world.until("the bot has deleted its answer") {
                        world.isRedacted(answers[0].event)
                    }
                }
            }
        }

        @Test(arguments: ["yes\n", "no\n", "y\n", "\n"])
        func `asks on a terminal`(answer: String) async throws {
            try await World.run { world in
                let terminal = try Terminal()
                let child = try ChildProcess(
                    Program.path,
                    ["forget", "--comment", "1.1", "--data", world.dataDirectory],
                    input: terminal.path,
                    environment: [:]
                )
                for await _ in child.changes() where child.errors.contains("Type yes") || child.ending != nil
                { break }
                terminal.type(answer)
                for await _ in child.changes() where child.ending != nil { break }
                let isYes = answer == "yes\n"
                #expect(child.ending == .exit(isYes ? 0 : 1))
                #expect(
                    child.output.contains(
                        "the page of statement 1, \"On the invasion of Ukraine\": 1 comment"
                    )
                )
                #expect(child.output.contains("Removed: 1 comment.") == isYes)
                #expect(child.errors.contains("Nothing was changed.") == !isYes)
                let kept = "SELECT count(*) || '' FROM comment WHERE label = '1.1' AND removed_at IS NULL"
                #expect(try world.texts(kept) == [isYes ? "0" : "1"])
            }
        }

        @Test func `is refused with a sentence`() async throws {
            try await World.run { world in
                for (arguments, code, error) in [
                    (["--user", "@nobody:demo", "--yes"], 1, "Nothing of \"@nobody:demo\" is kept."),
                    (["--comment", "c7", "--yes"], 1, "There is no comment #c7 there."),
                    (
                        ["--comment", "c7", "--room", "!no:demo", "--yes"], 1,
                        "The bot was never in !no:demo."
                    ),
                    (["--user", "@ada:demo"], 2, "There is no terminal on which to ask; add --yes."),
                    (["--yes"], 2, "either --user or --comment"),
                    (["--yes", "--user", "a", "--comment", "c1"], 2, "either --user or --comment"),
                    (["--yes", "--user", "a", "--statement", "1"], 2, "--statement belongs to a --comment"),
                ] as [([String], Int32, String)] {
                    let result = try await Program.run(["forget", "--data", world.dataDirectory] + arguments)
                    #expect(result.code == code && result.output.isEmpty)
                    #expect(result.errors.contains(error), "\(result.errors)")
                }
                let nowhere = try await Program.run("forget", "--user", "a", "--yes", "--data", "/nowhere")
                #expect(nowhere.code == 1)
                #expect(nowhere.errors.contains("There is no rapporteur.sqlite in /nowhere."))
            }
        }
    }
}

/// A terminal in which nobody sits.
private struct Terminal {
    private let descriptor: Int32
    /// Its other end.
    let path: String

    init() throws {
        descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (number, unlocked) = (Int32(-1), Int32(0))
        guard descriptor >= 0, ioctl(descriptor, Self.setLock, &unlocked) == 0,
            ioctl(descriptor, Self.getNumber, &number) == 0
        else { throw POSIXError(.ENOTTY) }
        path = "/dev/pts/\(number)"
    }

    // As the system's headers have them; Swift does not see what is computed there.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    func type(_ words: String) { _ = write(descriptor, words, words.utf8.count) }
}
