internal import Endpoint
internal import Foundation
internal import MatrixTypes

/// The demo's room in the terminal.
struct DemoChat: Sendable {
    let room: DemoRoom
    let isJSON: Bool

    /// Says each line of standard input, and prints what the bot answers before the next.
    func recite() async throws {
        var last = room.answers(after: -1).last?.order ?? -1
        for await line in Self.lines where !line.allSatisfy(\.isWhitespace) {
            try await room.say(line)
            last = try show(after: last)
        }
    }

    /// A conversation: what the bot says is printed as it comes.
    func talk() async throws {
        Output.line(
            """
            A room with a statement, its comments, and the bot. What you say is archived as comments here.
            The same room as a page: \(room.pageAddress)
            Try !statement, !quote 4.1, !summary, or !help. Control-D ends it.

            """
        )
        let start = room.answers(after: -1).last?.order ?? -1
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                var last = start
                for await _ in room.homeserver.changes() { last = try show(after: last) }
            }
            group.addTask {
                for await line in Self.lines where !line.allSatisfy(\.isWhitespace) {
                    try await room.say(line)
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    /// - Returns: The place of the last message shown.
    private func show(after last: Int) throws -> Int {
        let answers = room.answers(after: last)
        for event in answers { try show(event) }
        return answers.last?.order ?? last
    }

    private func show(_ event: RecordedEvent) throws {
        if isJSON { return try Output.text(EventLine(event, in: room.room).line()) }
        let content = try JSONDecoder().decode(MessageContent.self, from: Data(event.content))
        Output.line(content.text.body + "\n")
    }

    /// The lines of standard input, read on a thread of their own: reading blocks.
    private static var lines: AsyncStream<String> {
        AsyncStream { continuation in
            Thread.detachNewThread {
                while let line = readLine() { continuation.yield(line) }
                continuation.finish()
            }
        }
    }
}
