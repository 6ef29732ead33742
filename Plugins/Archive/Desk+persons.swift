internal import PluginAPI

extension Desk {
    /// More texts than anybody reads in a chat; the rest is counted.
    private static let maximumTexts = 50

    /// `!optout`, and `!optout --forget`, which also asks whether what is kept is to be removed.
    func optOut() async throws -> [Action] {
        try context.requireOwnAccount(to: "keep out what you say")
        let held = try await context.discussion.held(of: invocation.sender, everywhere: true)
        let isForgetting = invocation.options["forget"] != nil && !held.isEmpty
        let before =
            held.isEmpty
            ? ""
            : " Kept from before: \(Self.words(for: held)); \(context.typed("forget me everywhere")) removes it"
                + (isForgetting ? ", typed within 10 minutes." : ".")
        let question =
            isForgetting ? [memory.askingToForget(invocation.sender, everywhere: true)] : []
        let end = " \(context.typed("optin")) takes this back."
        if try await memory.hasOptedOut(invocation.sender) {
            let words = "You have opted out already: nothing that you say is kept.\(before)\(end)"
            return question + [invocation.reply(words)]
        }
        return [memory.optingOut(invocation.sender)] + question + [
            invocation.reply(
                "From now on nothing that you say is kept, in any room where I am.\(before)\(end)"
            )
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
            [.text("\(own.count.messages) of yours \(own.count == 1 ? "is" : "are") kept\(hidden):")] + shown,
            sources: own.prefix(Self.maximumTexts).compactMap(\.source)
        )
    }

    /// `!forget me`, and `!forget me everywhere`; typed twice, since nothing brings the words back.
    func forget() async throws -> [Action] {
        let typed = invocation["me"].lowercased().filter { $0 != "." && $0 != "!" }
        guard ["me", "me everywhere"].contains(typed) else {
            throw UsageError(
                "Only your own words can be forgotten, all at once: type \(context.typed("forget me")) for this room, or "
                    + "\(context.typed("forget me everywhere")). To remove a single message, delete it in your Matrix "
                    + "client; the archive follows."
            )
        }
        try context.requireOwnAccount(to: "have your words removed")
        let everywhere = typed == "me everywhere"
        guard everywhere || !context.room.isDirect else {
            return [
                invocation.reply(
                    "Nothing of a direct conversation is kept. Type \(context.typed("forget me")) in the room whose "
                        + "archive should forget you, or here \(context.typed("forget me everywhere"))."
                )
            ]
        }
        let held = try await context.discussion.held(of: invocation.sender, everywhere: everywhere)
        let place = everywhere ? "in any room where I am" : "in this room"
        guard !held.isEmpty else { return [invocation.reply("Nothing of yours is kept \(place).")] }
        let isSure = try await memory.hasAskedToForget(invocation.sender, everywhere: everywhere)
        return isSure ? forgetting(held, everywhere: everywhere) : asking(about: held, everywhere: everywhere)
    }

    private func asking(about held: HeldWords, everywhere: Bool) -> [Action] {
        let command = context.typed(everywhere ? "forget me everywhere" : "forget me")
        return [
            memory.askingToForget(invocation.sender, everywhere: everywhere),
            invocation.reply(
                "This removes \(Self.words(for: held)), \(everywhere ? "in every room" : "in this room"), for good, with "
                    + "all former versions, and what I posted that quotes them. \"removed\" stays in the place of a "
                    + "message, so that the thread keeps its shape. If you mean it, type \(command) again within 10 "
                    + "minutes."
            ),
        ]
    }

    private func forgetting(_ held: HeldWords, everywhere: Bool) -> [Action] {
        [
            .removeAll(by: invocation.sender, everywhere: everywhere),
            memory.endingQuestion(to: invocation.sender, everywhere: everywhere),
            invocation.reply(
                "Done, removed: \(Self.words(for: held)). What I posted that quoted or repeated you goes too; summaries "
                    + "come again without your words. Your messages in the chat itself are yours to delete. To keep "
                    + "out what you say from now on, type \(context.typed("optout"))."
            ),
        ]
    }

    /// `the words of 3 messages of yours, 1 reaction of yours and 2 answers of mine that repeat you`.
    private static func words(for held: HeldWords) -> String {
        let parts = [
            held.comments > 0 ? "the words of \(held.comments.messages) of yours" : nil,
            held.reactions > 0
                ? "\(held.reactions) \(held.reactions == 1 ? "reaction" : "reactions") of yours" : nil,
            held.answers == 1 ? "1 answer of mine that repeats you" : nil,
            held.answers > 1 ? "\(held.answers) answers of mine that repeat you" : nil,
        ].compactMap(\.self)
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "nothing" }
        return "\(parts.dropLast().joined(separator: ", ")) and \(last)"
    }
}
