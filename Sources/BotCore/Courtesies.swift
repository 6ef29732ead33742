internal import BotStore
package import Foundation
package import MatrixTypes
internal import PluginAPI

/// What the bot says and does of its own accord: it answers invitations, says hello, follows a room that is
/// upgraded, says where it is deaf, and tells what it missed. Pure: each is a row for the outbox, whose name follows
/// from its cause.
package struct Courtesies: Sendable {
    /// What a room is told of its archive when the bot comes.
    package enum Keeping: Hashable, Sendable {
        /// There is no archive.
        case nothing
        /// Only where a moderator switches it on.
        case onRequest
        /// Everywhere, unless a moderator switches it off.
        case everything
    }

    package let displayName: String
    package let prefix: String
    package let keeping: Keeping
    /// Where the operator is told of what goes wrong; nil for the log alone.
    package let operatorRoom: RoomID?
    /// In which hours are told.
    package let zone: TimeZone

    package init(
        displayName: String,
        prefix: String,
        keeping: Keeping,
        operatorRoom: RoomID?,
        zone: TimeZone
    ) {
        self.displayName = displayName
        self.prefix = prefix
        self.keeping = keeping
        self.operatorRoom = operatorRoom
        self.zone = zone
    }

    /// Accepts an invitation, or refuses it, so that it does not wait for ever.
    func answer(toInvitationTo room: RoomID, accepts: Bool, at position: String) -> OutboxDraft {
        accepts
            ? OutboxDraft(name: "join/\(room)/\(position)", room: room, body: .join(via: []))
            : OutboxDraft(name: "refuse/\(room)/\(position)", room: room, body: .leave)
    }

    /// Follows a room to where it goes on, by way of the server of whoever ended it.
    func follow(_ room: RoomID, to replacement: RoomID, via sender: UserID) -> OutboxDraft {
        let server = sender.rawValue.split(separator: ":", maxSplits: 1).dropFirst().map(String.init)
        return OutboxDraft(name: "follow/\(room)/\(replacement)", room: replacement, body: .join(via: server))
    }

    /// Four lines: what the bot does, what becomes of what is said, how to stay out, and where there is more.
    func hello(in room: RoomID, isDirect: Bool, after join: Event) -> OutboxDraft {
        let name = "\(join.sentAt.milliseconds)/core/\(join.id)/hello"
        let lines = [
            "Hello, I am \(displayName). I quote the statement and the comments on it word for word, and sum up "
                + "what is said, with sources."
        ]
        return message(
            (lines + keepingLines(isDirect: isDirect)
                + ["`\(prefix)help` lists what you can ask me for, with examples."])
                .joined(separator: "\n"),
            name: name,
            room: room
        )
    }

    private func keepingLines(isDirect: Bool) -> [String] {
        if isDirect { return ["This is a conversation of two: nothing of it is kept."] }
        let optOut = "`\(prefix)optout` keeps out what you say, in every room where I am."
        switch keeping {
        case .nothing: return ["Nothing that is said here is kept."]
        case .onRequest:
            let words =
                "Nothing that is said here is kept unless a moderator types `\(prefix)archive on`; "
                + "`\(prefix)archive` says whether one did."
            return [words, optOut]
        case .everything:
            let words =
                "What is said here is kept as comments, with author and time; `\(prefix)archive` says more, "
                + "and moderators can type `\(prefix)archive off`."
            return [words, optOut]
        }
    }

    /// Once a room: that nothing can be read there.
    func deafness(in room: RoomID) -> OutboxDraft {
        message(
            "This room is encrypted, and I cannot read encrypted messages: I can neither answer what is said here "
                + "nor keep it. Please invite me to a room without encryption.",
            name: "encrypted/\(room)",
            room: room
        )
    }

    /// What became of commands that were asked too long ago.
    func apology(for missed: MissedCommands) -> OutboxDraft {
        let commands = missed.count == 1 ? "1 command was" : "\(missed.count) commands were"
        let absence = missed.absence
        return message(
            "I was away \(hours(from: absence.since, to: absence.until)); \(commands) not answered.",
            name: "\(absence.until.milliseconds)/core/\(missed.room)/missed",
            room: missed.room
        )
    }

    /// `18:00 to 21:40 UTC`; with the days where there are two.
    private func hours(from start: Date, to end: Date) -> String {
        let (start, end) = (start.words(in: zone), end.words(in: zone))
        guard start.prefix(while: { $0 != "," }) == end.prefix(while: { $0 != "," }) else {
            return "from \(start) to \(end) (\(zone.name))"
        }
        return "\(start.suffix(5)) to \(end.suffix(5)) \(zone.name)"
    }

    /// Tells the operator of a message that was refused for good; nil where only the log is read, and for what
    /// could not be told before.
    func report(of entry: OutboxEntry, refusedFor reason: String) -> OutboxDraft? {
        guard let operatorRoom, entry.room != operatorRoom else { return nil }
        return message(
            "A message to \(entry.room) was refused for good and is set aside: \(reason)",
            name: "refused/\(entry.name)",
            room: operatorRoom
        )
    }

    private func message(_ text: String, name: String, room: RoomID) -> OutboxDraft {
        let message = Message(text)
        let content = MessageContent(
            text: MessageText(msgtype: "m.notice", body: message.plainText, html: message.html),
            rowName: name
        )
        return OutboxDraft(name: name, room: room, body: .message(content))
    }
}

extension TimeZone {
    /// What people call it: `UTC`, `Europe/London`.
    fileprivate var name: String { ["GMT", "Etc/UTC"].contains(identifier) ? "UTC" : identifier }
}

extension Date {
    fileprivate var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }
}
