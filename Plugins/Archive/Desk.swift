internal import struct Foundation.TimeZone
internal import PluginAPI

/// Answers the commands of the archive. Each command is a function.
struct Desk {
    let invocation: Invocation
    let context: PluginContext

    var memory: Memory { Memory(context: context) }

    /// Messages of the sender that are kept in this room.
    func ownComments() async throws -> [Comment] {
        try await context.discussion.comments(by: invocation.sender).filter { !$0.isRemoved }
    }

    /// `!archive`, `!archive audit`, `!archive on`, `!archive off`.
    func archive() async throws -> [Action] {
        if context.room.isDirect {
            return [invocation.reply("This is a direct conversation: nothing of it is ever kept.")]
        }
        switch invocation["what"].lowercased() {
        case "": return [invocation.reply(try await status())]
        case "audit": return [invocation.reply(try await audit())]
        case "on": return try await turn(on: true)
        case "off": return try await turn(on: false)
        default:
            throw UsageError(
                "\"\(invocation["what"].repeated())\" is nothing that the archive does. "
                    + "\(context.typed("archive")) says what is kept, \(context.typed("archive audit")) how much; "
                    + "moderators can type \(context.typed("archive on")) and \(context.typed("archive off"))."
            )
        }
    }

    private func turn(on: Bool) async throws -> [Action] {
        try context.requireModerator(to: "switch the archive \(on ? "on" : "off")")
        guard context.operatorContact != nil || !on else {
            throw UsageError(
                "Nothing can be kept yet: whoever runs me must first say whom people can ask to delete it. That is "
                    + "`operator_contact` in my configuration."
            )
        }
        let current = try await memory.roomSwitch()
        guard current.on != on else {
            return [invocation.reply("\(state(current)); nothing changes.")]
        }
        let words =
            on
            ? "From now on every message here that is no command is kept as a comment, with its author and time. "
                + "\(context.typed("archive")) says more, \(context.typed("optout")) keeps yours out."
            : "From now on nothing that is said here is kept. What was kept before stays; who deletes a message "
                + "removes its words there, too. \(context.typed("forget me")) removes all of yours."
        return [
            try memory.switching(on: on, by: invocation.sender),
            .send(
                Message(
                    "\(invocation.sender) switched the archive of this room \(on ? "on" : "off"). \(words)"
                ),
                to: context.room.id
            ),
        ]
    }

    private func status() async throws -> String {
        guard let contact = context.operatorContact else {
            return
                "Nothing that is said here is kept: whoever runs me has not yet said whom people can ask to "
                + "delete it (`operator_contact` in my configuration)."
        }
        let current = try await memory.roomSwitch()
        guard current.on else {
            let kept = try await context.audit.audit().comments
            let before =
                kept == 0 ? "" : " \(kept.messages) from before \(kept == 1 ? "is" : "are") still kept."
            return "\(state(current)): nothing that is said here is kept.\(before) "
                + "A moderator can switch it on with \(context.typed("archive on"))."
        }
        let own =
            try await memory.hasOptedOut(invocation.sender)
            ? "You have opted out: nothing more of yours is kept; \(context.typed("optin")) takes that back."
            : "To leave, type \(context.typed("optout")): nothing more of yours is kept."
        return """
            \(state(current)). Every message that is no command is kept as a comment, \
            with its author and time: a reply to a quotation as a comment on that passage. If you edit or delete a \
            message, the archive follows.
            \(own) \(context.typed("mydata")) says how much of yours there is, \(context.typed("forget me")) removes it.
            Whom you can ask: \(contact).
            """
    }

    private func audit() async throws -> String {
        let audit = try await context.audit.audit()
        return """
            Messages that were no commands: \(audit.messages). Kept as comments: \(audit.comments), with edits: \
            \(audit.edits). Words removed: \(audit.removals).
            Not readable: \(audit.unreadable). Gaps in the room's past that could not be fetched: \(audit.gaps).
            """
    }

    /// `The archive of this room has been on since Friday 25 February 2022, 18:00 UTC (@mod:demo)`.
    private func state(_ current: Memory.Switch) -> String {
        let state = "The archive of this room \(current.on ? "has been on since" : "has been off since")"
        guard let date = current.date, let person = current.by, let zone = TimeZone(identifier: "UTC") else {
            return current.on ? "\(state) I came here" : "The archive of this room is off"
        }
        return "\(state) \(date.words(in: zone)) UTC (\(person))"
    }
}

extension Int {
    /// `1 message`, `2 messages`.
    var messages: String { self == 1 ? "1 message" : "\(self) messages" }
}
