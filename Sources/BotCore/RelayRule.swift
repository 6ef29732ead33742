package import MatrixTypes

/// Accounts that pass on what others say elsewhere, with the name before the words: `<ada> hello`.
///
/// Who said it is then `ada via @irc:example.org`: a name that nobody has proved, so it never has power.
package struct RelayRule: Hashable, Sendable {
    package let accounts: Set<UserID>

    package init(accounts: Set<UserID>) {
        self.accounts = accounts
    }

    /// In Unicode scalars; what is longer before a colon is a sentence, not a name.
    private static let longestName = 64

    /// The event as if its author had an account of their own; nil where it was not passed on.
    func unwrapped(_ event: Event) -> Event? {
        guard accounts.contains(event.sender), case .message(var message) = event.content else { return nil }
        let original = message.replacement?.body ?? message.words
        guard let (name, words) = Self.parts(of: original) else { return nil }
        if let replacement = message.replacement {
            message.replacement = MessageText(msgtype: replacement.msgtype, body: words)
        }
        message.text = MessageText(msgtype: message.text.msgtype, body: words)
        return Event(
            id: event.id,
            type: event.type,
            sender: UserID("\(name) via \(event.sender)"),
            sentAt: event.sentAt,
            stateKey: event.stateKey,
            content: .message(message)
        )
    }

    /// `<ada> words`, `[ada] words`, `(ada) words`, `**ada**: words`, `ada: words`.
    static func parts(of body: String) -> (name: String, words: String)? {
        for (opening, closing) in [("<", ">"), ("[", "]"), ("(", ")"), ("**", "**")] {
            guard body.hasPrefix(opening) else { continue }
            return split(body.dropFirst(opening.count), at: closing)
        }
        return split(body[...], at: ":")
    }

    private static func split(_ text: Substring, at closing: String) -> (name: String, words: String)? {
        guard let end = text.firstRange(of: closing) else { return nil }
        let name = text[..<end.lowerBound].trimmingSpaces
        let rest = text[end.upperBound...].drop { $0 == ":" }.trimmingSpaces
        guard !name.isEmpty, !rest.isEmpty, name.unicodeScalars.count <= longestName,
            !name.contains(where: \.isNewline)
        else { return nil }
        return (String(name), String(rest))
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        let start = drop(while: \.isWhitespace)
        return start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)]
    }
}
