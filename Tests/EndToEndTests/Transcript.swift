import Foundation

/// A conversation with the bot as plain text: who says what, and the bot's answers word for word.
///
/// ```text
/// # What is shown here.
/// clock: 2026-03-06T10:00:00Z       the time on the wall when it begins, for homeserver and bot alike
/// archive: on                        whether the room is archived from the beginning
///
/// ada: words                         somebody speaks; more lines follow, moved in
/// ada [one]: words                   the same, with a name to refer to it by
/// ben replies to one: words          also to `bot`, the bot's last message
/// ben in thread one: words
/// ada edits one: words
/// ada deletes one
/// bot: words                         what the bot answers; nothing more, and nothing less
/// bot [quotation]: words
/// -- the bot is away                 it stops
/// -- 3 days later                    the clock of all goes on; minutes, hours, days
/// -- the bot is back
/// ```
struct Transcript: Sendable {
    struct Line: Sendable {
        enum Act: Sendable, Equatable {
            case says
            case replies(to: String)
            case inThread(of: String)
            case edits(String)
            case deletes(String)
        }

        enum Kind: Sendable, Equatable {
            case person(String, Act)
            case bot
            case away
            case back
            case later(TimeInterval)
        }

        let kind: Kind
        let name: String?
        var words: String
        let number: Int
    }

    struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }

    private(set) var start = Date(timeIntervalSince1970: 1_772_791_200)  // Friday 6 March 2026, 10:00 UTC
    private(set) var isArchived = true
    private(set) var lines: [Line] = []

    init(_ text: String) throws {
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = String(raw)
            if line.hasPrefix("#") { continue }
            if line.isEmpty {
                if !lines.isEmpty { lines[lines.count - 1].words += "\n" }
            } else if line.hasPrefix("    ") {
                guard !lines.isEmpty else { throw Self.unreadable(index, line) }
                let isFirst = lines[lines.count - 1].words.isEmpty
                lines[lines.count - 1].words += (isFirst ? "" : "\n") + line.dropFirst(4)
            } else {
                try read(line, number: index + 1)
            }
        }
        for index in lines.indices {
            lines[index].words = lines[index].words.trimmingCharacters(in: .newlines)
        }
    }

    /// A transcript with other answers in the place of those that are written.
    static func text(_ text: String, withAnswers answers: [Int: String]) -> String {
        var result: [Substring] = []
        var isInAnswer = false
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let isMore = line.isEmpty || line.hasPrefix("    ")
            if isInAnswer && isMore { continue }
            isInAnswer = false
            result.append(line)
            guard line.hasPrefix("bot"), let answer = answers[index + 1] else { continue }
            isInAnswer = true
            result[result.count - 1] = line.prefix { $0 != ":" } + ":"
            let lines = answer.split(separator: "\n", omittingEmptySubsequences: false)
            if lines.count == 1 { result[result.count - 1] += " " + answer }
            if lines.count > 1 { result += lines.map { $0.isEmpty ? "" : "    " + $0 } }
        }
        return result.joined(separator: "\n") + (isInAnswer ? "\n" : "")
    }

    private mutating func read(_ line: String, number: Int) throws {
        if line.hasPrefix("-- ") {
            lines.append(Line(kind: try happening(line, number), name: nil, words: "", number: number))
            return
        }
        let (head, words) = line.split(at: ":")
        switch head {
        case "clock":
            start = try Date(words, strategy: .iso8601)
        case "archive":
            isArchived = words == "on"
        default:
            lines.append(try spoken(head, words, number))
        }
    }

    private func happening(_ line: String, _ number: Int) throws -> Line.Kind {
        switch line {
        case "-- the bot is away": return .away
        case "-- the bot is back": return .back
        default:
            let words = line.split(separator: " ")
            let units = ["minute": 60.0, "hour": 3600, "day": 86_400]
            guard words.count == 4, words[3] == "later", let count = Double(words[1]),
                let unit = units.first(where: { words[2].hasPrefix($0.key) })
            else { throw Self.unreadable(number, line) }
            return .later(count * unit.value)
        }
    }

    private func spoken(_ head: String, _ words: String, _ number: Int) throws -> Line {
        var head = head
        var name: String?
        if head.hasSuffix("]"), let open = head.lastIndex(of: "[") {
            name = String(head[head.index(after: open)...].dropLast())
            head = head[..<open].trimmingCharacters(in: .whitespaces)
        }
        let parts = head.split(separator: " ").map(String.init)
        let act: Line.Act? =
            switch parts.dropFirst().dropLast() {
            case [] where parts.count == 1: .says
            case ["replies", "to"]: .replies(to: parts[parts.count - 1])
            case ["in", "thread"]: .inThread(of: parts[parts.count - 1])
            case ["edits"]: .edits(parts[parts.count - 1])
            case ["deletes"]: .deletes(parts[parts.count - 1])
            default: nil
            }
        guard let act, let person = parts.first else { throw Self.unreadable(number, head) }
        let kind: Line.Kind = person == "bot" ? .bot : .person(person, act)
        return Line(kind: kind, name: name, words: words, number: number)
    }

    private static func unreadable(_ number: Int, _ line: String) -> Unreadable {
        Unreadable(description: "Line \(number) of the transcript cannot be read: \(line)")
    }
}

extension String {
    /// What stands before the first mark, and what after it, without white space around.
    fileprivate func split(at mark: Character) -> (String, String) {
        let head = prefix { $0 != mark }
        return (
            head.trimmingCharacters(in: .whitespaces),
            dropFirst(head.count + 1).trimmingCharacters(in: .whitespaces)
        )
    }
}
