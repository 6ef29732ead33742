package import Discussion
internal import Markup

/// Reads an export of WordPress, version 1.0 to 1.2: each published post and page with its comments.
///
/// Comments written by us have their own id, passage and mark of edits beside them, by which they are the same comments
/// when they come back.
package struct WXRReader: DiscussionSource {
    private let bytes: () throws -> [UInt8]

    /// - Parameter bytes: The next bytes, as many as there are; none at the end.
    package init(bytes: @escaping () throws -> [UInt8]) {
        self.bytes = bytes
    }

    package mutating func read(_ body: (SourcePiece) async throws -> Void) async throws {
        var reader = MarkupReader(.xml, longestText: SourceLimits.statementBytes, bytes: bytes)
        try await reader.read(WXRFinder(), body)
    }
}
