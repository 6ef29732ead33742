/// The words of a message, as clients show them.
public struct MessageText: Hashable, Sendable, Codable {
    /// `m.text`, `m.notice`, `m.emote`, or a kind of file.
    public let msgtype: String
    /// The words as plain text.
    public let body: String
    /// `org.matrix.custom.html` where ``formattedBody`` is HTML.
    public let format: String?
    /// The words as HTML.
    public let formattedBody: String?

    enum CodingKeys: String, CodingKey {
        case msgtype, body, format
        case formattedBody = "formatted_body"
    }

    /// Words in plain text and, if given, in HTML.
    public init(msgtype: String, body: String, html: String? = nil) {
        self.msgtype = msgtype
        self.body = body
        self.format = html == nil ? nil : "org.matrix.custom.html"
        self.formattedBody = html
    }

    /// Whether a program said it: such messages are never answered.
    public var isNotice: Bool { msgtype == "m.notice" }
}

/// The content of an `m.room.message`.
public struct MessageContent: Hashable, Sendable {
    /// What is said.
    public var text: MessageText
    /// What it answers or replaces.
    public var relation: Relation?
    /// The new words, where it replaces a message.
    public var replacement: MessageText?
    /// The people who are meant to be told.
    public var mentions: [UserID]?
    /// The name of the outbox row it came from, where it is one of ours: by it an echo is recognised.
    public var rowName: String?
    /// The addresses of what it shows, where it is one of ours: `4.1`, `#c17`.
    public var shown: [String]?
    /// The command that a client put together from a description, where it did (MSC4391).
    public var command: StructuredCommand?

    /// A message that says `text`.
    public init(
        text: MessageText,
        relation: Relation? = nil,
        replacement: MessageText? = nil,
        mentions: [UserID]? = [],
        rowName: String? = nil,
        shown: [String]? = nil
    ) {
        self.text = text
        self.relation = relation
        self.replacement = replacement
        self.mentions = mentions
        self.rowName = rowName
        self.shown = shown
    }
}

extension MessageContent: Codable {
    private enum Keys: String, CodingKey {
        case relation = "m.relates_to"
        case replacement = "m.new_content"
        case mentions = "m.mentions"
        case rowName = "io.rapporteur.row"
        case shown = "io.rapporteur.shown"
        case command = "org.matrix.msc4391.command"
    }

    private struct Mentions: Codable {
        var user_ids: [UserID]?
    }

    /// Reads a message; what is not needed to understand its words may be missing or wrong.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        text = try MessageText(from: decoder)
        relation = try container.decodeIfPresent(Relation.self, forKey: .relation)
        replacement = try container.decodeIfPresent(MessageText.self, forKey: .replacement)
        // An empty object says that nobody is mentioned; without it, clients guess from the words.
        mentions = (try? container.decodeIfPresent(Mentions.self, forKey: .mentions)).map {
            $0.user_ids ?? []
        }
        rowName = try? container.decodeIfPresent(String.self, forKey: .rowName)
        shown = try? container.decodeIfPresent([String].self, forKey: .shown)
        command = try? container.decodeIfPresent(StructuredCommand.self, forKey: .command)
    }

    /// Writes a message.
    public func encode(to encoder: any Encoder) throws {
        try text.encode(to: encoder)
        var container = encoder.container(keyedBy: Keys.self)
        try container.encodeIfPresent(relation, forKey: .relation)
        try container.encodeIfPresent(replacement, forKey: .replacement)
        try container.encodeIfPresent(
            mentions.map { Mentions(user_ids: $0.isEmpty ? nil : $0) },
            forKey: .mentions
        )
        try container.encodeIfPresent(rowName, forKey: .rowName)
        try container.encodeIfPresent(shown, forKey: .shown)
        try container.encodeIfPresent(command, forKey: .command)
    }
}

extension MessageContent {
    /// What the person said, without what older clients put before a reply for those that cannot show what is
    /// answered: `> <@bob:demo> his words`, more lines that begin with `>`, and a blank line.
    public var words: String {
        let isFallback = text.body.hasPrefix("> <@") || text.body.hasPrefix("> * <@")
        // People quote by hand, too: what begins in another way is their own.
        guard relation?.repliesTo != nil, isFallback else { return text.body }
        let lines = text.body.split(separator: "\n", omittingEmptySubsequences: false)
        let rest = lines.drop { $0.hasPrefix(">") }
        guard let blank = rest.first, blank.allSatisfy(\.isWhitespace) else { return text.body }
        return rest.dropFirst().joined(separator: "\n")
    }
}
