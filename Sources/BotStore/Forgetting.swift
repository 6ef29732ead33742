package import Discussion
package import MatrixTypes

/// What somebody asked whoever runs the bot to remove, since they have no account with which to do it themselves.
package enum Forgetting: Hashable, Sendable {
    /// Everything by an author: an account, a name that a bridge passed on, or a name on a page; with a room, only
    /// what was said there.
    case person(String, room: RoomID?)
    /// One comment by its label: of the chat in a room, or of the page of a statement. Where only one comment has the
    /// label, neither need be said.
    case comment(CommentLabel, room: RoomID?, statement: Int?)
}

/// What goes where something is forgotten: numbers and places, no words.
package struct ForgettingPlan: Hashable, Sendable {
    /// Where something stands.
    package enum Place: Hashable, Sendable {
        case room(RoomID)
        case page(statement: Int, title: String)
    }

    /// How much goes.
    package struct Counts: Hashable, Sendable {
        package internal(set) var comments = 0
        package internal(set) var reactions = 0
        /// Messages of theirs that the bot has not handled yet.
        package internal(set) var inputs = 0
    }

    /// What goes in one place.
    package struct Part: Hashable, Sendable {
        package let place: Place
        package internal(set) var counts = Counts()
    }

    /// In the order of the rooms, then of the statements.
    package let parts: [Part]
    /// Messages of the bot that hold their words, and are taken back.
    package let answers: Int

    /// Of all places together.
    package var counts: Counts {
        parts.map(\.counts).reduce(into: Counts()) { sum, counts in
            sum.comments += counts.comments
            sum.reactions += counts.reactions
            sum.inputs += counts.inputs
        }
    }

    package var isEmpty: Bool { parts.isEmpty && answers == 0 }
}

/// Why nothing is forgotten.
package enum ForgettingError: Error, Hashable, CustomStringConvertible {
    case nothing(author: String, room: RoomID?)
    case noRoom(RoomID, known: [RoomID])
    case noComment(CommentLabel)
    case removedBefore(CommentLabel)
    case ambiguous(CommentLabel, places: [ForgettingPlan.Place])

    package var description: String {
        switch self {
        case .nothing(let author, let room):
            "Nothing of \"\(author)\" is kept\(room.map { " in \($0)" } ?? ""). Names are compared letter by letter: an "
                + "account is written @name:example.org, somebody behind a bridge \"name via @bridge:example.org\", an "
                + "author of a page as on the page."
        case .noRoom(let room, let known):
            "The bot was never in \(room). It knows \(known.isEmpty ? "no room" : known.map(\.rawValue).joined(separator: ", "))."
        case .noComment(let label):
            "There is no comment \(label) there. Look for its label with !comments in the room, or with !search."
        case .removedBefore(let label): "The words of \(label) were removed before."
        case .ambiguous(let label, let places):
            "\(label) could be \(places.count) comments. Add one of these: "
                + places.map { $0.argument }.joined(separator: ", ") + "."
        }
    }
}

extension ForgettingPlan.Place {
    /// How it is named on the command line.
    fileprivate var argument: String {
        switch self {
        case .room(let room): "--room '\(room)'"
        case .page(let statement, let title): "--statement \(statement) (\"\(title)\")"
        }
    }
}
