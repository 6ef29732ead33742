package import Discussion
internal import Markup

/// Reads a web page with the comments below its text.
///
/// Comments are known by the markup of WordPress, by schema.org (in elements or as JSON-LD) and by microformats; one
/// that is told in several of these ways is handed out once. The page is kept in memory while it is read.
package struct HTMLPageReader: DiscussionSource {
    private let bytes: () throws -> [UInt8]
    private let charset: String?

    /// - Parameters:
    ///   - charset: The encoding that came with the page from HTTP.
    ///   - bytes: The next bytes, as many as there are; none at the end.
    package init(charset: String? = nil, bytes: @escaping () throws -> [UInt8]) {
        self.charset = charset
        self.bytes = bytes
    }

    package mutating func read(_ body: (SourcePiece) async throws -> Void) async throws {
        let bytes = bytes
        var size = 0
        let reader = MarkupReader(.html, charset: charset, longestText: SourceLimits.statementBytes) {
            let more = try bytes()
            size += more.count
            guard size <= SourceLimits.pageBytes else { throw ReadError.tooLarge }
            return more
        }
        let tree = try PageTree(reader)
        let comments = PageComments(in: tree)
        for piece in PageStatement(in: tree, comments: comments.nodes).pieces { try await body(piece) }
        for piece in comments.pieces { try await body(piece) }
    }
}

extension HTMLPageReader {
    /// Why a page cannot be read.
    package enum ReadError: Error, Hashable, CustomStringConvertible {
        case tooLarge

        package var description: String {
            "The page has more than \(SourceLimits.pageBytes >> 20) MB or \(SourceLimits.pageNodes) elements, which is "
                + "the limit. Read the comments from an export or a feed instead."
        }
    }
}
