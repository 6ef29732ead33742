internal import PluginAPI

extension Desk {
    /// More texts than anybody reads in a chat; the rest is counted.
    private static let maximumTexts = 50

    func optOut() async throws -> [Action] {
        try context.requireOwnAccount(to: "keep out what you say")
        let kept = try await ownComments().count
        let before =
            kept == 0
            ? ""
            : " \(kept.messages) of yours \(kept == 1 ? "is" : "are") kept here from before: "
                + "\(context.typed("forget me")) removes \(kept == 1 ? "its" : "their") words."
        let end = " \(context.typed("optin")) takes this back."
        if try await memory.hasOptedOut(invocation.sender) {
            return [
                invocation.reply("You have opted out already: nothing that you say is kept.\(before)\(end)")
            ]
        }
        return [
            memory.optingOut(invocation.sender),
            invocation.reply(
                "From now on nothing that you say is kept, in any room where I am.\(before)\(end)"
            ),
        ]
    }

    func optIn() async throws -> [Action] {
        try context.requireOwnAccount(to: "have what you say kept again")
        let condition = "in rooms whose archive is on; \(context.typed("archive")) says whether it is"
        guard try await memory.hasOptedOut(invocation.sender) else {
            return [invocation.reply("You had not opted out: what you say is kept \(condition).")]
        }
        return [
            memory.optingIn(invocation.sender),
            invocation.reply(
                "From now on what you say is kept again, \(condition). What you said meanwhile is not."
            ),
        ]
    }

    func showOwn() async throws -> [Action] {
        let own = try await ownComments()
        if context.room.isDirect { return [invocation.reply(try texts(of: own))] }
        guard !own.isEmpty else { return [invocation.reply("Nothing of yours is kept in this room.")] }
        let labels = own.prefix(6).map(\.label.description) + (own.count > 6 ? ["…"] : [])
        return [
            invocation.reply(
                "\(own.count.messages) of yours \(own.count == 1 ? "is" : "are") kept in this room: "
                    + "\(labels.joined(separator: ", ")). \(context.typed("comment \(own[0].label)")) shows "
                    + "\(own.count == 1 ? "it" : "the first"), \(context.typed("forget me")) removes "
                    + "\(own.count == 1 ? "its words" : "the words of all")."
            )
        ]
    }

    private func texts(of own: [Comment]) throws -> Message {
        guard !own.isEmpty else {
            return Message("Nothing of yours is kept, here or in any other room where I am.")
        }
        let shown = own.prefix(Self.maximumTexts).flatMap { comment -> [Message.Block] in
            [.text("\(comment.label):"), .quotation(comment.paragraphs.map(\.text))]
        }
        let hidden = own.count > Self.maximumTexts ? ", the first \(Self.maximumTexts) of them here" : ""
        return Message(
            [.text("\(own.count.messages) of yours \(own.count == 1 ? "is" : "are") kept\(hidden):")] + shown
        )
    }

    func forget() async throws -> [Action] {
        guard ["me", "me.", "me!"].contains(invocation["me"].lowercased()) else {
            throw UsageError(
                "Only your own words can be forgotten, all at once: type \(context.typed("forget me")). To remove a "
                    + "single message, delete it in your Matrix client; the archive follows."
            )
        }
        try context.requireOwnAccount(to: "have your words removed")
        if context.room.isDirect {
            return [
                invocation.reply(
                    "Nothing of a direct conversation is kept. Type \(context.typed("forget me")) in the room whose "
                        + "archive should forget you."
                )
            ]
        }
        let count = try await ownComments().count
        guard count > 0 else { return [invocation.reply("Nothing of yours is kept in this room.")] }
        return try await memory.hasAskedToForget(invocation.sender) ? forgetting(count) : asking(about: count)
    }

    private func asking(about count: Int) -> [Action] {
        [
            memory.askingToForget(invocation.sender),
            invocation.reply(
                "This removes the words of \(count.messages) of yours from the archive of this room, for good, with "
                    + "all former versions. \"removed\" stays in \(count == 1 ? "its place" : "their places"), so "
                    + "that the thread keeps its shape. If you mean it, type \(context.typed("forget me")) again "
                    + "within 10 minutes."
            ),
        ]
    }

    private func forgetting(_ count: Int) -> [Action] {
        [
            .removeAll(by: invocation.sender, everywhere: false),
            memory.endingQuestion(to: invocation.sender),
            invocation.reply(
                "Done: the words of \(count.messages) of yours are removed; \"removed\" stays in "
                    + "\(count == 1 ? "its place" : "their places"). Your messages in the chat itself are yours to "
                    + "delete. To keep out what you say from now on, type \(context.typed("optout"))."
            ),
        ]
    }
}
