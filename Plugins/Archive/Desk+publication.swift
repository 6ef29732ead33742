internal import struct Foundation.TimeZone
internal import PluginAPI

extension Desk {
    /// `!publish` and its forms.
    func publish() async throws -> [Action] {
        guard !context.room.isDirect else {
            return [
                invocation.reply(Self.isDirect)
            ]
        }
        let words = invocation["what"].lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "." })
        switch words.joined(separator: " ") {
        case "": return [invocation.reply(try await publicationStatus())]
        case "on": return try await announce(.approved)
        case "all": return try await announce(.everything)
        case "off": return try await announce(.nothing)
        case "me", "me as a pseudonym", "me by pseudonym": return try choose(.pseudonym)
        case "me by name", "me with my name", "my name": return try choose(.name)
        case "not me", "me not", "me never": return try choose(.never)
        default:
            throw UsageError(
                "\"\(invocation["what"].repeated())\" is nothing that can be published. \(context.typed("publish")) says "
                    + "what may be; \(context.typed("publish me")), \(context.typed("publish me by name")) and "
                    + "\(context.typed("publish not me")) say what you want."
            )
        }
    }

    private static let isDirect = "This is a direct conversation: nothing of it is ever kept or published."

    private func announce(_ rule: PublicationRule) async throws -> [Action] {
        try context.requireModerator(to: "decide what is published")
        guard try await memory.roomSwitch().on || rule == .nothing else {
            throw UsageError(
                "Nothing of this room is kept, so there is nothing to publish. First type \(context.typed("archive on"))."
            )
        }
        let current = try await context.publication.publication().rule
        guard current != rule else {
            let state = rule == .nothing ? "Nothing of this room is published" : "That holds already"
            return [invocation.reply("\(state); nothing changes.")]
        }
        return [
            .publication(.room(rule)),
            .send(Message("\(invocation.sender) \(announcement(of: rule))"), to: context.room.id),
        ]
    }

    private func announcement(of rule: PublicationRule) -> String {
        guard rule != .nothing else {
            return "switched publication off: nothing of this room may be published any more."
        }
        let what =
            rule == .approved
            ? "comments that a moderator approves" : "all comments that no moderator hides"
        let condition =
            context.room.isWorldReadable
            ? ""
            : " Since not everybody can read this room, yours only if you type \(context.typed("publish me"))."
        return
            "switched publication on: \(what), of those made here from now on, may be published with the statement, "
            + "under a pseudonym. What was said before may not.\(condition) \(context.typed("publish me by name")) shows "
            + "your name, \(context.typed("publish not me")) keeps yours out, \(context.typed("publish")) says how it is."
    }

    private func choose(_ choice: PublicationChoice) throws -> [Action] {
        try context.requireOwnAccount(to: "choose how you are published")
        let words =
            switch choice {
            case .pseudonym: "What you say here may be published, under a pseudonym"
            case .name: "What you say here may be published, with the name of your account"
            case .never: "Nothing that you said or say here is published"
            }
        let condition = choice == .never ? "" : ", where the room allows it (\(context.typed("publish")))"
        return [.publication(.person(invocation.sender, choice)), invocation.reply("\(words)\(condition).")]
    }

    private func publicationStatus() async throws -> String {
        let state = try await context.publication.publication()
        guard state.rule != .nothing, let since = state.since, let zone = TimeZone(identifier: "UTC") else {
            return "Nothing of this room is published. A moderator can change that with "
                + "\(context.typed("publish on")), which is announced here first."
        }
        let what = state.rule == .approved ? "a moderator approves it" : "no moderator hides it"
        let own = try await own(context.publication.choice(of: invocation.sender))
        return """
            What is said here since \(since.words(in: zone)) UTC may be published where \(what). \
            May be published: \(state.published). Waiting: \(waiting(state)). Hidden: \(state.hidden).
            \(own)
            """
    }

    private func waiting(_ state: PublicationState) -> String {
        guard let first = state.firstWaiting.first else { return "0" }
        let labels = state.firstWaiting.map(\.description).joined(separator: ", ")
        let more = state.waiting > state.firstWaiting.count ? ", …" : ""
        return "\(state.waiting) (\(labels)\(more); \(context.typed("approve \(first)")))"
    }

    private func own(_ choice: PublicationChoice?) -> String {
        let ways =
            "\(context.typed("publish me")), \(context.typed("publish me by name")), \(context.typed("publish not me"))"
        let words =
            switch choice {
            case .name: "Yours appear with your name."
            case .pseudonym: "Yours appear under a pseudonym."
            case .never: "Yours are not published, as you chose."
            case nil:
                context.room.isWorldReadable
                    ? "Yours would appear under a pseudonym."
                    : "Yours are not published, since you have not said so."
            }
        return "\(words) You can type \(ways)."
    }

    /// `!approve #c3`, `!hide #c3 #c4`, or either as a reply to the message.
    func decide(_ decision: PublicationDecision) async throws -> [Action] {
        guard !context.room.isDirect else {
            return [invocation.reply(Self.isDirect)]
        }
        guard try await context.publication.publication().rule != .nothing || decision == .hidden else {
            throw UsageError(
                "Nothing of this room is published, so there is nothing to approve. First type "
                    + "\(context.typed("publish on"))."
            )
        }
        let typed = invocation["comment"].split(whereSeparator: { $0.isWhitespace || $0 == "," }).map(
            String.init
        )
        guard !typed.isEmpty else { return try decideAboutReply(decision) }
        var comments: [Comment] = []
        for text in typed.prefix(50) { comments.append(try await comment(text, decision)) }
        return comments.map { .publication(.comment($0.label, decision)) }
            + [invocation.reply(try await confirmation(of: decision, about: comments))]
    }

    private func confirmation(of decision: PublicationDecision, about comments: [Comment]) async throws
        -> String
    {
        let names = comments.map(\.label.description).joined(separator: ", ")
        guard decision == .approved else {
            return "\(names) \(comments.count == 1 ? "stays" : "stay") unpublished."
        }
        let approval = "\(names) \(comments.count == 1 ? "is" : "are") approved."
        var withheld: [CommentLabel] = []
        for comment in comments where try await isWithheld(comment) { withheld.append(comment.label) }
        guard !withheld.isEmpty else { return approval }
        let others =
            withheld.count == comments.count ? "" : ": \(withheld.map(\.description).joined(separator: ", "))"
        return
            "\(approval) Not published as long as the author has not typed \(context.typed("publish me"))\(others)."
    }

    /// Whether its author does not want it published, or would have to say so first.
    private func isWithheld(_ comment: Comment) async throws -> Bool {
        switch try await context.publication.choice(of: UserID(comment.author ?? "")) {
        case .name, .pseudonym: false
        case .never: true
        case nil: !context.room.isWorldReadable
        }
    }

    private func decideAboutReply(_ decision: PublicationDecision) throws -> [Action] {
        let command = decision == .approved ? "approve" : "hide"
        guard let message = invocation.repliesTo else {
            throw UsageError(
                "Please say which comment, such as \(context.typed("\(command) #c1")), or type \(context.typed(command)) "
                    + "as a reply to it."
            )
        }
        try context.requireModerator(to: "decide what is published")
        let words = decision == .approved ? "is approved" : "stays unpublished"
        return [.publication(.message(message, decision)), invocation.reply("That \(words).")]
    }

    /// - Throws: ``UsageError`` where there is no such comment of the chat, or the person may not decide about it.
    private func comment(_ text: String, _ decision: PublicationDecision) async throws -> Comment {
        let command = decision == .approved ? "approve" : "hide"
        let label = CommentLabel(String(text.drop { $0 == "#" }.prefix(30)).lowercased())
        guard let comment = try await context.discussion.comment(label), !comment.isRemoved,
            comment.origin == .chat
        else {
            throw UsageError(
                "\"\(text.repeated())\" is no comment that was said here. Try \(context.typed("\(command) #c1")); "
                    + "\(context.typed("publish")) shows what waits."
            )
        }
        let isOwn = comment.author == invocation.sender.rawValue && context.relay == nil
        if decision != .hidden || !isOwn { try context.requireModerator(to: "decide what is published") }
        return comment
    }
}
