import Discussion

/// Knows lines that nobody says: code, tables, logs, stack traces, lists of links.
enum MachineText {
    /// Whether a line opens or closes a block of code.
    static func isFence(_ text: String) -> Bool { text.hasPrefix("```") || text.hasPrefix("~~~") }

    /// Whether it is a line of code, of a table or of a log.
    static func isFound(in text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return false }
        if first == "|" || first == "<" && last == ">" { return true }
        if last == "{" || last == "}" || last == ";" && hasSignsOfCode(scalars) { return true }
        if first == "+", scalars.prefix(3).elementsEqual("+--".unicodeScalars) { return true }
        return isCommand(text) || isLog(scalars) || isTrace(text) || isTable(scalars)
    }

    /// Whether nothing but web addresses, with a few words between, stands in it.
    static func isLinks(_ text: String) -> Bool {
        guard text.unicodeScalars.contains("/") else { return false }
        let chunks = text.unicodeScalars.split(separator: " ")
        let links = chunks.count { isLink($0) }
        return links > 0 && chunks.count - links <= 4
    }

    /// Whether a stretch between white space is a web address.
    static func isLink(_ chunk: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
        let start = chunk.prefix(60)
        guard let colon = start.firstIndex(of: ":") else { return start.starts(with: "www.".unicodeScalars) }
        return start[colon...].starts(with: "://".unicodeScalars)
    }

    private static func isCommand(_ text: String) -> Bool {
        beginnings.contains { text.hasPrefix($0) }
    }

    private static let beginnings = ["$ ", "#include ", "#!/", "<!", "<?", "</", ">>> ", "diff --git", "@@ "]

    private static func hasSignsOfCode(_ scalars: String.UnicodeScalarView) -> Bool {
        scalars.prefix(400).contains { "=(){}<>$\"*".unicodeScalars.contains($0) }
    }

    /// `[10:02:11] …`, `10:02 <ada> …`, `2024-01-02 10:00:00 …`.
    private static func isLog(_ scalars: String.UnicodeScalarView) -> Bool {
        let start = scalars.prefix(40).drop { $0 == "[" || $0 == "(" }
        guard start.first?.isDigit == true else { return false }
        let time = start.prefix { $0.isDigit || ":-T.,/Z".unicodeScalars.contains($0) }
        let colons = time.count { $0 == ":" }
        let isDate = time.count >= 8 && time.count(where: \.isDigit) >= 8
        guard colons > 0 || isDate else { return false }
        let rest = start[time.endIndex...].drop { $0 == " " || $0 == "]" || $0 == ")" }
        if rest.first == "<" || rest.first == "*" { return true }
        if colons == 0 { return isDate && rest.first?.isDigit == true && rest.prefix(6).contains(":") }
        return colons >= 2 || scalars.first == "["
    }

    private static func isTrace(_ text: String) -> Bool {
        if traces.contains(where: { text.hasPrefix($0) }) { return true }
        guard text.hasPrefix("at ") else { return false }
        let chunks = text.unicodeScalars.prefix(300).split(separator: " ")
        return chunks.count <= 4 && text.unicodeScalars.contains("(") && text.unicodeScalars.contains(".")
    }

    private static let traces = [
        "Traceback (most", "Exception in thread", "Caused by:", "File \"", "goroutine ", "#0 ", "#1 ",
        "Thread 0", "Segmentation fault", "panic: ", "stack traceback",
    ]

    private static func isTable(_ scalars: String.UnicodeScalarView) -> Bool {
        scalars.count { $0 == "|" } >= 3
    }
}
