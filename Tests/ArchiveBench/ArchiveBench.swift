import BotStore
import Foundation
import MatrixTypes
import PluginAPI
import TestSupport

/// Fills a data directory with comments of a chat: `archive-bench DIRECTORY ROOM COMMENTS`. `make bench-archive` runs it.
@main
struct ArchiveBench {
    private static let commentsAWrite = 1000

    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 3, let directory = arguments.first,
            let count = arguments.last.flatMap(Int.init)
        else { fatal("Usage: archive-bench DIRECTORY ROOM COMMENTS") }
        let room = RoomID(arguments[arguments.startIndex + 1])
        let store = try Store.open(directory: directory)
        let start = ContinuousClock.now
        for first in stride(from: 0, to: count, by: commentsAWrite) {
            let thread = MadeUpThread(comments: min(commentsAWrite, count - first), seed: UInt64(first))
            try await store.keep(thread, from: first, in: room)
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        print("\(count) comments in \(Int(seconds.rounded())) s")
        try await store.close()
    }

    private static func fatal(_ message: String) -> Never {
        FileHandle.standardError.write(Data("\(message)\n".utf8))
        exit(2)
    }
}

extension Store {
    /// Keeps a thread as if it had been said, in one write.
    fileprivate func keep(_ thread: MadeUpThread, from first: Int, in room: RoomID) async throws {
        let position = try await position(of: "archive-bench")?.nextBatch
        var batch = RoutedBatch(account: "archive-bench", position: position, nextPosition: "\(first)")
        batch.events = [Self.cause(first, in: room)]
        let now = Date(timeIntervalSince1970: 1_700_000_000 + Double(first))
        try await accept([batch], at: now)
        let entries = try await turn(for: "archive", after: [], limit: 1)
        let actions = thread.comments.map { Self.record($0, from: first, at: now) }
        try await commit(
            entries.map { Outcome(entry: $0, result: .done(actions, isUnderstood: true)) },
            at: now
        )
    }

    private static func cause(_ number: Int, in room: RoomID) -> RoutedBatch.Routed {
        let event = Event(
            id: EventID("$cause\(number)"),
            type: "m.room.message",
            sender: UserID("@person0:example.org"),
            sentAt: Date(timeIntervalSince1970: Double(number)),
            content: .message(MessageContent(text: MessageText(msgtype: "m.text", body: "")))
        )
        let stored = StoredInput(
            input: .event(event),
            senderPowerLevel: 0,
            isDirect: false,
            visibility: "shared",
            relay: nil
        )
        let input = RoutedBatch.Input(plugin: "archive", stored: stored, waitsFor: nil)
        return RoutedBatch.Routed(event: event, room: room, kind: .message, inputs: [input])
    }

    private static func record(_ entry: MadeUpThread.Entry, from first: Int, at now: Date) -> StoredAction {
        .record(
            CommentDraft(
                event: EventID("$said\(first + entry.label)"),
                author: UserID("@person\(entry.author):example.org"),
                text: entry.text,
                writtenAt: now,
                repliesTo: entry.parent.map { EventID("$said\(first + $0)") },
                threadRoot: nil
            )
        )
    }
}
