internal import ArgumentParser
internal import Foundation

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Talk to the bot in a room of its own, in the terminal and on a page."
    )

    @Option(help: "The port of the page on 127.0.0.1; a free one if none is named.") var port = 0
    @Option(help: "Keep what is said in this directory; without it all is forgotten at the end.") var data:
        String?
    @Option(help: "A statement with its comments, as plain text.") var statement: String?
    @Flag(help: "Say each line of standard input, print the answers, and end.") var stdin = false
    @Flag(help: "Print each event that the bot sends as one JSON object a line.") var json = false
    @Option(help: "Switch on a plugin that is not on by default. May be repeated.") var plugin: [String] = []

    func run() async throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port is \(port); expected 1 to 65535, or none for any free port.")
        }
        let demo = try Demo(
            port: port,
            data: data,
            statement: statement ?? StatementFile.seed(),
            plugins: plugin
        )
        let isChat = !stdin
        try await demo.run { room in
            let chat = DemoChat(room: room, isJSON: json)
            if isChat { try await chat.talk() } else { try await chat.recite() }
        }
    }
}
