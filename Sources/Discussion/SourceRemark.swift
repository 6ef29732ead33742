/// What a reader left out, or read with a doubt. Counted by ``Kind``, and told to whoever imports.
package struct SourceRemark: Hashable, Sendable {
    /// What it was and why; its ``description`` follows a number: `3 comments that were not approved`.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case commentNotApproved
        case commentWithoutWords
        case commentWithoutID
        case commentTooLong
        case commentUnreadable
        case pingback
        case messageUnreadable
        case messageNotText
        case command
        case statementNotPublished
        case statementWithoutText
        case dateUnreadable
        case dateWithoutZone
        case lineUnreadable

        /// Whether what it is about is not imported.
        package var isSkipped: Bool { self != .dateWithoutZone && self != .dateUnreadable }
    }

    package let kind: Kind
    /// Where it is: an id, a title, a line's number. One of them is shown as an example.
    package let place: String

    package init(_ kind: Kind, at place: String) {
        self.kind = kind
        self.place = place
    }
}

extension SourceRemark.Kind {
    /// After a number.
    ///
    /// - Parameter isOne: Whether that number is one.
    package func words(isOne: Bool) -> String {
        func noun(_ one: String, _ many: String) -> String { isOne ? one : many }
        return switch self {
        case .commentNotApproved: noun("comment that was not approved", "comments that were not approved")
        case .commentWithoutWords: noun("comment without words", "comments without words")
        case .commentWithoutID: noun("comment without an id", "comments without an id")
        case .commentTooLong: noun("comment that is too long", "comments that are too long")
        case .commentUnreadable: noun("comment that cannot be read", "comments that cannot be read")
        case .pingback: noun("pingback or trackback", "pingbacks or trackbacks")
        case .messageUnreadable: noun("message that cannot be read", "messages that cannot be read")
        case .messageNotText: noun("message that is no text", "messages that are no text")
        case .command: noun("command to a bot", "commands to a bot")
        case .statementNotPublished:
            noun("text that was not published", "texts that were not published")
        case .statementWithoutText: noun("page without any text", "pages without any text")
        case .dateUnreadable: noun("date that cannot be read", "dates that cannot be read")
        case .dateWithoutZone:
            noun("date without a time zone, read as UTC", "dates without a time zone, read as UTC")
        case .lineUnreadable: noun("line that cannot be read", "lines that cannot be read")
        }
    }
}
