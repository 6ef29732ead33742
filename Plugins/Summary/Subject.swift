internal import PluginAPI

/// Whose words are summarised.
enum Subject {
    case page
    case chat
    case all
    /// The thread in which the command was typed, or below the comment that it answers.
    case thread
    case comment(CommentLabel)
    case passage(PassageReference)

    /// The words with which a subject can begin.
    static func begins(with word: String) -> Bool {
        word.hasPrefix("#")
            || ["page", "chat", "all", "everything", "on", "of", "in", "this", "thread"].contains(word)
    }

    /// Reads what a summary is to be about.
    ///
    /// - Throws: ``UsageError`` that says what can be typed.
    init(_ typed: String, context: PluginContext) throws(UsageError) {
        let words = typed.lowercased().split(whereSeparator: \.isWhitespace)
        switch words.filter({ $0 != "the" }).joined(separator: " ") {
        case "", "page", "comments": self = .page
        case "chat", "of chat", "on chat", "in chat": self = .chat
        case "all", "everything": self = .all
        case "thread", "this thread", "in thread", "in this thread", "of this thread": self = .thread
        default:
            let isOn = words.first == "on" || words.first == "of"
            let address = isOn ? words.dropFirst().joined(separator: " ") : typed
            self = try Self.addressed(address, isOn: isOn, context: context)
        }
    }

    private static func addressed(
        _ address: String,
        isOn: Bool,
        context: PluginContext
    ) throws(UsageError) -> Subject {
        do {
            let reference = try PassageReference(parsing: String(address.unicodeScalars.prefix(200)))
            if case .comment(let label) = reference { return .comment(label) }
            guard !isOn else { return .passage(reference) }
            throw UsageError(
                "That is \(reference.inWords) of the statement. Try \(context.typed("summary on \(reference)")) "
                    + "for what was said about it."
            )
        } catch let error as UsageError {
            throw error
        } catch PassageReference.ParseError.empty {
            throw UsageError("Please say on what, for example \(context.typed("summary on 1")).")
        } catch let error as PassageReference.ParseError where error.isAddress {
            throw UsageError("\(error) For example \(context.typed("summary on 1")).")
        } catch {
            throw UsageError(
                "\"\((isOn ? "on \(address)" : address).repeated())\" can't be summarised. Try "
                    + "\(context.typed("summary")) for the page, \(context.typed("summary chat")), "
                    + "\(context.typed("summary all")), \(context.typed("summary today")), "
                    + "\(context.typed("summary #1")) for a comment and its replies, or "
                    + "\(context.typed("summary on 1")) for a paragraph."
            )
        }
    }

    /// What it is called among the summaries that are remembered: those of one kind follow each other.
    func kind(in thread: EventID?) -> String {
        switch self {
        case .page: "page"
        case .chat: "chat"
        case .all: "all"
        case .thread: "thread \(thread?.rawValue ?? "")"
        case .comment(let label): "\(label)"
        case .passage(let reference): "on \(reference)"
        }
    }
}
