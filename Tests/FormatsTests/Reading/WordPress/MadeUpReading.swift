import Discussion
import Foundation

@testable import Formats

/// What a source has handed out, and how long it wanted to wait.
struct MadeUpReading {
    var pieces: [SourcePiece] = []
    var pauses: [Duration] = []
    var failure: WordPressSource.ReadError?

    var comments: [SourceComment] {
        pieces.compactMap { if case .comment(let comment) = $0 { comment } else { nil } }
    }
    var remarks: [SourceRemark] {
        pieces.compactMap { if case .remark(let remark) = $0 { remark } else { nil } }
    }
    var statement: SourceStatement? {
        pieces.lazy.compactMap { if case .statement(let statement) = $0 { statement } else { nil } }.first
    }
    /// The numbers of the comments, in the order in which they came.
    var ids: [Int] { comments.compactMap { Int($0.id.dropFirst("comment-".count)) } }

    init() {}

    /// Reads a made-up site to its end.
    init(_ site: MadeUpSite, address: String? = nil) async throws {
        let (stream, pauses) = AsyncStream.makeStream(of: Duration.self)
        let source = WordPressSource(
            address: address ?? site.address,
            fetch: { site.answer(to: $0) },
            paragraphs: HTMLText.paragraphs(ofHTML:),
            pause: { pauses.yield($0) }
        )
        var read: [SourcePiece] = []
        do {
            try await source.read { read.append($0) }
        } catch let error as WordPressSource.ReadError { failure = error }
        pauses.finish()
        pieces = read
        self.pauses = await stream.reduce(into: []) { $0.append($1) }
    }
}
