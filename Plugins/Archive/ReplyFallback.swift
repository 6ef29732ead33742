/// What older clients put before a reply, for those that cannot show what is answered:
/// `> <@bob:demo> his words`, more lines that begin with `> `, and a blank line.
enum ReplyFallback {
    /// The text without it; whole where it begins in another way, for people quote by hand, too.
    static func stripped(from text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, first.hasPrefix("> <@") || first.hasPrefix("> * <@") else {
            return text
        }
        let rest = lines.drop { $0.hasPrefix(">") }
        guard let blank = rest.first, blank.allSatisfy(\.isWhitespace) else { return text }
        return rest.dropFirst().joined(separator: "\n")
    }
}
