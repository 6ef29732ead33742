import Discussion
import Foundation

/// What a source hands out, in short lines.
struct Reading: Hashable {
    var pieces: [SourcePiece] = []
    var error: String?

    /// - Parameters:
    ///   - size: How many bytes come at once.
    ///   - source: Makes the source, which is given its bytes.
    init(
        _ bytes: [UInt8],
        pieces size: Int = .max,
        _ source: (@escaping () throws -> [UInt8]) -> (any DiscussionSource)?
    ) async {
        var rest = bytes[...]
        var found: [SourcePiece] = []
        do {
            var source = source {
                defer { rest = rest.dropFirst(size) }
                return Array(rest.prefix(size))
            }
            try await source?.read { found.append($0) }
        } catch {
            self.error = "\(error)"
        }
        pieces = found
    }

    init(
        _ text: String,
        pieces size: Int = .max,
        _ source: (@escaping () throws -> [UInt8]) -> (any DiscussionSource)?
    ) async {
        await self.init(Array(text.utf8), pieces: size, source)
    }

    var lines: [String] { pieces.map(Self.line(of:)) }

    var comments: [SourceComment] {
        pieces.compactMap { if case .comment(let comment) = $0 { comment } else { nil } }
    }

    var statements: [SourceStatement] {
        pieces.compactMap { if case .statement(let statement) = $0 { statement } else { nil } }
    }

    /// All words that a reader would see.
    var words: String {
        let said = comments.flatMap { [$0.author ?? "", $0.passage ?? ""] + $0.paragraphs }
        let stated = statements.flatMap { [$0.title, $0.publisher ?? ""] + $0.paragraphs }
        return (said + stated).joined(separator: "\n")
    }

    private static func line(of piece: SourcePiece) -> String {
        switch piece {
        case .statement(let statement):
            let source = [statement.publisher, statement.sourceURL].compactMap(\.self).joined(separator: ", ")
            return "“\(statement.title)” (\(source)): \(statement.paragraphs.joined(separator: " | "))"
        case .comment(let comment):
            let place = comment.parent.map { "\(comment.id) below \($0)" } ?? comment.id
            let written = comment.writtenAt.map { " at \($0.formatted(.iso8601))" } ?? ""
            let about = comment.passage.map { " on \($0)" } ?? ""
            let edited = comment.isEdited ? ", edited" : ""
            let words = comment.paragraphs.joined(separator: " | ")
            return "\(place) by \(comment.author ?? "nobody")\(written)\(about)\(edited): \(words)"
        case .message(let message):
            let head = "\(message.id) by \(message.sender) at \(Int(message.sentAt.timeIntervalSince1970))"
            return "\(head) in \(message.room ?? "no room"): \(content(message.content))"
        case .remark(let remark): return "\(remark.kind) at \(remark.place)"
        }
    }

    private static func content(_ content: SourceMessage.Content) -> String {
        switch content {
        case .words(let words, let reply, let thread):
            [words, reply.map { "answers \($0)" }, thread.map { "in \($0)" }].compactMap(\.self).joined(
                separator: ", "
            )
        case .edit(let of, let words): "\(of) is: \(words)"
        case .removal(let of): "\(of) is removed"
        }
    }
}
