internal import Discussion

/// What a message of a room holds, as far as it is read.
struct ElementContent: Decodable {
    private struct Relation: Decodable {
        struct Reply: Decodable {
            let event_id: String?
        }

        let rel_type: String?
        let event_id: String?
        let is_falling_back: Bool?
        let reply: Reply?

        enum CodingKeys: String, CodingKey {
            case rel_type, event_id, is_falling_back
            case reply = "m.in_reply_to"
        }
    }

    private struct NewContent: Decodable {
        let msgtype: String?
        let body: String?
    }

    private let msgtype: String?
    private let body: String?
    private let relation: Relation?
    private let newContent: NewContent?

    private enum CodingKeys: String, CodingKey {
        case msgtype, body
        case relation = "m.relates_to"
        case newContent = "m.new_content"
    }

    /// As it is left behind where its words were taken back.
    var isEmpty: Bool { msgtype == nil && body == nil && newContent == nil }

    /// Whether it is of a kind that has words.
    var hasWords: Bool { Self.isText(msgtype) }

    /// nil where it is no text, or one without words.
    var said: SourceMessage.Content? {
        if relation?.rel_type == "m.replace", let edited = relation?.event_id {
            guard let newContent, Self.isText(newContent.msgtype), let words = newContent.body?.readable,
                words.hasWords
            else { return nil }
            return .edit(of: edited, words)
        }
        let isThread = relation?.rel_type == "m.thread"
        // In a thread, a reply may only be there for programs that know no threads.
        let isReply = relation?.reply?.event_id != nil && !(isThread && relation?.is_falling_back == true)
        guard hasWords, let words = body?.readable else { return nil }
        let own = relation?.reply == nil ? words : Self.withoutFallback(words)
        guard own.hasWords else { return nil }
        return .words(
            own,
            repliesTo: isReply ? relation?.reply?.event_id : nil,
            threadRoot: isThread ? relation?.event_id : nil
        )
    }

    private static func isText(_ type: String?) -> Bool { type == "m.text" || type == "m.emote" }

    /// Without the quotation of what is answered that stands above a reply: lines that begin with `>`, the first of
    /// which has a person in angle brackets, and a blank line.
    private static func withoutFallback(_ words: String) -> String {
        guard words.hasPrefix("> <") || words.hasPrefix("> * <") else { return words }
        let lines = words.split(separator: "\n", omittingEmptySubsequences: false)
        let own = lines.drop { $0.hasPrefix(">") }
        guard own.first?.isEmpty == true else { return words }
        return own.dropFirst().joined(separator: "\n")
    }
}
