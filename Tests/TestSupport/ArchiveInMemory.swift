package import Discussion
import Foundation

/// A published archive of a few statements, all of whose comments may be published.
package struct ArchiveInMemory: PublishedArchive {
    private struct Discussion {
        let statement: PublishedStatement
        /// In reading order.
        let comments: [PublishedComment]
    }

    private let discussions: [Discussion]

    /// - Parameter discussions: The statements from 1 on, each with its comments in the order in which they were made.
    package init(_ discussions: [(statement: Statement, comments: [Comment])]) {
        self.discussions = discussions.enumerated().map { index, pair in
            let comments = Self.published(pair.comments)
            return Discussion(
                statement: Self.published(pair.statement, number: index + 1, comments),
                comments: comments
            )
        }
    }

    package func statements() -> [PublishedStatement] { discussions.map(\.statement) }

    package func comments(on statement: Int, in order: PublishedOrder, from: Int, limit: Int)
        -> [PublishedComment]
    {
        let all = comments(on: statement)
        let ordered =
            switch order {
            case .reading: all
            case .made: all.sorted { $0.number < $1.number }
            case .newest: all.sorted { $0.number > $1.number }
            }
        return Array(ordered.dropFirst(from).prefix(limit))
    }

    package func comment(_ key: String, on statement: Int) -> PublishedComment? {
        comments(on: statement).first { $0.key == key }
    }

    package func comments(on statement: Int, aboutParagraph paragraph: Int, limit: Int) -> [PublishedComment]
    {
        let about = comments(on: statement).filter { $0.comment.passage?.publishedParagraph == paragraph }
        return Array(about.sorted { $0.number < $1.number }.prefix(limit))
    }

    package func counts(on statement: Int) -> [Int: Int] {
        let paragraphs = comments(on: statement).compactMap { $0.comment.passage?.publishedParagraph }
        return Dictionary(paragraphs.map { ($0, 1) }, uniquingKeysWith: +)
    }

    package func days(of statement: Int) -> [PublishedDay] {
        let days = Dictionary(grouping: comments(on: statement)) { Self.day(of: $0) }
        return days.compactMap { day, comments in
            day.map { day in
                let chat = comments.count { $0.comment.origin == .chat }
                return PublishedDay(day: day, page: comments.count - chat, chat: chat)
            }
        }
        .sorted { $0.day < $1.day }
    }

    package func chat(on statement: Int, day: String, from: Int, limit: Int) -> [PublishedComment] {
        let said = comments(on: statement).filter { $0.comment.origin == .chat && Self.day(of: $0) == day }
        return Array(said.sorted { $0.number < $1.number }.dropFirst(from).prefix(limit))
    }

    package func words(on statement: Int, from word: String, limit: Int) -> [PublishedWord] {
        var positions: [String: [Int]] = [:]
        for comment in comments(on: statement) {
            for word in CommentQuery.indexed(comment.comment.paragraphs.map(\.text)) {
                positions[word, default: []].append(comment.position)
            }
        }
        let words = positions.map { PublishedWord(word: $0, positions: $1) }.filter { $0.word >= word }
        return Array(words.sorted { $0.word < $1.word }.prefix(limit))
    }

    private func comments(on statement: Int) -> [PublishedComment] {
        discussions.indices.contains(statement - 1) ? discussions[statement - 1].comments : []
    }

    private static func day(of comment: PublishedComment) -> String? {
        comment.comment.writtenAt.map { String($0.formatted(.iso8601).prefix(10)) }
    }

    private static func published(_ comments: [Comment]) -> [PublishedComment] {
        let thread = CommentThread(comments)
        let numbers = Dictionary(uniqueKeysWithValues: comments.enumerated().map { ($1.label, $0) })
        return thread.entries.enumerated().map { position, entry in
            let label = entry.comment.label
            return PublishedComment(
                key: label.rawValue,
                position: position,
                number: numbers[label] ?? 0,
                depth: entry.depth,
                parent: entry.depth > 0 ? entry.comment.parent?.rawValue : nil,
                replies: thread.replies(to: label).count,
                descendants: thread.entries(under: label).count - 1,
                comment: entry.comment,
                isPseudonym: false
            )
        }
    }

    private static func published(_ statement: Statement, number: Int, _ comments: [PublishedComment])
        -> PublishedStatement
    {
        let kept = comments.map(\.comment).filter { !$0.isRemoved }
        let dates = comments.compactMap(\.comment.writtenAt)
        return PublishedStatement(
            number: number,
            statement: statement,
            pageComments: kept.count { $0.origin == .page },
            chatComments: kept.count { $0.origin == .chat },
            tombstones: comments.count - kept.count,
            people: Set(kept.compactMap(\.author)).count,
            deepest: comments.map(\.depth).max() ?? 0,
            firstAt: dates.min(),
            lastAt: dates.max()
        )
    }
}
