internal import struct Foundation.Date
internal import PluginAPI

/// How far a summary had read, so that the next goes on from there: nothing is lost, and nothing said twice.
struct LastRead: Hashable, Codable {
    /// When it was made, in milliseconds since 1970.
    let at: Int64
    /// What was said in the chat after this was held back then.
    let readTo: Int64
    /// The number of the chat's last comment then: what came later was not read, whenever it was written, as the
    /// messages are that a bot fetches after it was away. nil where only times tell.
    let lastComment: Int?

    /// Nothing before an instant is new.
    init(to instant: Date) {
        at = instant.milliseconds
        readTo = at
        lastComment = nil
    }

    init(at now: Date, holdingBack minutes: Int, thread: CommentThread) {
        at = now.milliseconds
        readTo = now.readTo(holdingBack: minutes)
        lastComment = thread.comments.compactMap(\.numberInChat).max() ?? 0
    }

    var date: Date { Date(timeIntervalSince1970: Double(at) / 1000) }

    /// Whether a comment was there then, read or not.
    func wasThere(_ comment: Comment) -> Bool {
        guard let lastComment, let number = comment.numberInChat else {
            return comment.writtenAt.map { $0.milliseconds <= at } ?? true
        }
        return number <= lastComment
    }

    /// Whether a comment was not read then.
    func isNew(_ comment: Comment) -> Bool {
        guard let writtenAt = comment.writtenAt?.milliseconds else { return false }
        // Nobody takes back what stands on a page: nothing of it is held back.
        guard comment.origin == .chat else { return writtenAt > at }
        if let lastComment, let number = comment.numberInChat, number > lastComment { return true }
        return writtenAt > readTo
    }
}

extension Comment {
    /// 17 for `#c17`.
    fileprivate var numberInChat: Int? {
        origin == .chat ? Int(label.rawValue.dropFirst()) : nil
    }
}

extension Date {
    /// Milliseconds since 1970: how instants are remembered.
    var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

    /// What was said later than this is held back. A summary reads up to here, and the next from here on.
    func readTo(holdingBack minutes: Int) -> Int64 { milliseconds - Int64(minutes) * 60_000 }
}
