internal import PluginAPI

/// What somebody wants to have summarised.
enum SummaryRequest {
    case page
    case chat
    case all
    case comment(CommentLabel)
    case passage(PassageReference)

    /// Reads what was typed after `!summary`.
    ///
    /// - Throws: ``UsageError`` that says what can be typed.
    init(_ typed: String, context: PluginContext) throws(UsageError) {
        let words = typed.lowercased().split(whereSeparator: \.isWhitespace)
        switch words.joined(separator: " ") {
        case "", "page", "the page", "comments": self = .page
        case "chat", "the chat", "of chat", "on chat": self = .chat
        case "all", "everything": self = .all
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
    ) throws(UsageError) -> SummaryRequest {
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
                    + "\(context.typed("summary all")), \(context.typed("summary #1")) for a comment and its "
                    + "replies, or \(context.typed("summary on 1")) for a paragraph."
            )
        }
    }
}
