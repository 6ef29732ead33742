import Discussion
import Foundation

/// An archive of any size that keeps nothing: each comment is computed from its place. Every ten comments are a thread,
/// every other thread is of the chat.
struct EndlessArchive: PublishedArchive {
    let count: Int
    let statement: Statement

    private static let depths = [0, 1, 2, 2, 1, 2, 3, 3, 1, 1]
    private static let parents = [0, 0, 1, 1, 0, 4, 5, 5, 0, 0]
    private static let start = 1_600_000_000
    private static let secondsBetween = 600
    private static let commentsADay = 86_400 / secondsBetween
    /// `w00000` and so on, in every comment forty of them.
    private static let vocabulary = 20_000
    private static let wordsInComment = 40
    private static let stride = 7_919

    private func comment(at position: Int) -> PublishedComment {
        let place = position % 10
        let top = position - place
        let parent = place == 0 ? nil : "c\(top + Self.parents[place] + 1)"
        let replies = Self.parents.indices.dropFirst().count { Self.parents[$0] == place }
        let descendants = [9, 2, 0, 0, 3, 2, 0, 0, 0, 0][place]
        let comment = Comment(
            label: CommentLabel("c\(position + 1)"),
            parent: parent.map { CommentLabel($0) },
            passage: position % 50 == 0
                ? .statement(PassageRange(PassagePlace(paragraph: paragraph(of: position)))) : nil,
            author: "Person \(position % 997)",
            paragraphs: [paragraphOfWords(position)],
            origin: isChat(position) ? .chat : .page,
            writtenAt: Date(timeIntervalSince1970: Double(Self.start + position * Self.secondsBetween)),
            isEdited: false,
            isRemoved: false
        )
        return PublishedComment(
            key: "c\(position + 1)",
            position: position,
            number: position,
            depth: Self.depths[place],
            parent: parent,
            replies: replies,
            descendants: descendants,
            comment: comment,
            isPseudonym: false
        )
    }

    private func paragraphOfWords(_ position: Int) -> Paragraph {
        let words = (0..<Self.wordsInComment).map { word((position + $0 * Self.stride) % Self.vocabulary) }
        let text = "the " + words.joined(separator: " ") + "."
        return Paragraph(
            index: 1,
            text: text,
            sentences: [Sentence(index: 1, start: 0, end: text.unicodeScalars.count, text: text)]
        )
    }

    private func word(_ number: Int) -> String {
        let digits = String(number)
        return "w" + String(repeating: "0", count: 5 - digits.count) + digits
    }

    private func isChat(_ position: Int) -> Bool { position / 10 % 2 == 1 }

    private func paragraph(of position: Int) -> Int { position / 50 % statement.paragraphs.count + 1 }

    func statements() -> [PublishedStatement] {
        [
            PublishedStatement(
                number: 1,
                statement: statement,
                pageComments: (0..<count).count { !isChat($0) },
                chatComments: (0..<count).count { isChat($0) },
                tombstones: 0,
                people: min(count, 997),
                deepest: 3,
                firstAt: comment(at: 0).comment.writtenAt,
                lastAt: comment(at: count - 1).comment.writtenAt
            )
        ]
    }

    func comments(on statement: Int, in order: PublishedOrder, from: Int, limit: Int) -> [PublishedComment] {
        (from..<max(min(from + limit, count), from)).map {
            comment(at: order == .newest ? count - 1 - $0 : $0)
        }
    }

    func comment(_ key: String, on statement: Int) -> PublishedComment? {
        Int(key.dropFirst()).flatMap { (1...count).contains($0) ? comment(at: $0 - 1) : nil }
    }

    func comments(on statement: Int, aboutParagraph paragraph: Int, limit: Int) -> [PublishedComment] {
        let places = Swift.stride(from: 0, to: count, by: 50).lazy.filter {
            self.paragraph(of: $0) == paragraph
        }
        return places.prefix(limit).map { comment(at: $0) }
    }

    func counts(on statement: Int) -> [Int: Int] {
        let paragraphs = Swift.stride(from: 0, to: count, by: 50).map { paragraph(of: $0) }
        return Dictionary(paragraphs.map { ($0, 1) }, uniquingKeysWith: +)
    }

    func days(of statement: Int) -> [PublishedDay] {
        days.map { day, positions in
            let chat = positions.count { isChat($0) }
            return PublishedDay(day: day, page: positions.count - chat, chat: chat)
        }
    }

    func chat(on statement: Int, day: String, from: Int, limit: Int) -> [PublishedComment] {
        let positions = days.first { $0.day == day }?.positions ?? 0..<0
        return positions.filter { isChat($0) }.dropFirst(from).prefix(limit).map { comment(at: $0) }
    }

    private var days: [(day: String, positions: Range<Int>)] {
        let first = Self.start / 86_400
        let last = (Self.start + (count - 1) * Self.secondsBetween) / 86_400
        return (first...last).map { day in
            let from = (day * 86_400 - Self.start + Self.secondsBetween - 1) / Self.secondsBetween
            let date = Date(timeIntervalSince1970: Double(day) * 86_400)
            let lower = max(from, 0)
            let upper = min(
                ((day + 1) * 86_400 - Self.start + Self.secondsBetween - 1) / Self.secondsBetween,
                count
            )
            return (String(date.formatted(.iso8601).prefix(10)), lower..<max(upper, lower))
        }
    }

    func words(on statement: Int, from word: String, limit: Int) -> [PublishedWord] {
        var words: [PublishedWord] = []
        if word <= "the" { words.append(PublishedWord(word: "the", positions: Array(0..<count))) }
        let first = word <= "w" ? 0 : Int(word.dropFirst()) ?? 0
        for number in first..<max(Self.vocabulary, first) where words.count < limit {
            let positions = (0..<Self.wordsInComment).flatMap { place -> [Int] in
                let shift = (number - place * Self.stride) % Self.vocabulary
                let start = shift < 0 ? shift + Self.vocabulary : shift
                return Array(Swift.stride(from: start, to: count, by: Self.vocabulary))
            }
            if !positions.isEmpty {
                words.append(PublishedWord(word: self.word(number), positions: positions.sorted()))
            }
        }
        return words
    }
}
