/// What stands in quotation marks at the beginning of a line, of whatever kind the keyboard has.
enum QuotedBeginning {
    private static let marks: Set<Character> = ["\"", "“", "”", "„", "«", "»", "'", "‘", "’"]

    /// A cron expression and what follows it. Without quotation marks it is the first five words, or one that
    /// begins with `@`.
    static func split(_ words: [String]) -> (text: String, rest: [String]) {
        guard let first = words.first, let mark = first.first, marks.contains(mark) else {
            let count = words.first?.hasPrefix("@") == true ? 1 : 5
            return (words.prefix(count).joined(separator: " "), Array(words.dropFirst(count)))
        }
        let line = words.joined(separator: " ").dropFirst()
        let inside = line.prefix { !marks.contains($0) }
        let after = line.dropFirst(inside.count + 1)
        return (String(inside), after.split(separator: " ").map(String.init))
    }
}
