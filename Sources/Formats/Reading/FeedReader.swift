package import Discussion
internal import Markup

/// Reads a feed of comments, RSS or Atom.
///
/// A feed says what it is about by its title and link only: the statement has no paragraphs. Comments come in the
/// feed's order, mostly the newest first.
package struct FeedReader: DiscussionSource {
    private let bytes: () throws -> [UInt8]
    private let charset: String?

    /// - Parameters:
    ///   - charset: The encoding that came with the feed from HTTP.
    ///   - bytes: The next bytes, as many as there are; none at the end.
    package init(charset: String? = nil, bytes: @escaping () throws -> [UInt8]) {
        self.charset = charset
        self.bytes = bytes
    }

    package mutating func read(_ body: (SourcePiece) async throws -> Void) async throws {
        var reader = MarkupReader(
            .xml,
            charset: charset,
            longestText: SourceLimits.commentBytes,
            bytes: bytes
        )
        try await reader.read(FeedFinder(), body)
    }
}
