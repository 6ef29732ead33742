/// A piece of a discussion as an export, a feed or a page of somebody else's tells it, in the order in which it stands
/// there.
///
/// A reader hands out one piece after another and keeps none, so that a file may be larger than memory. Comments belong
/// to the statement that came last before them; before the first statement, to one that is already known or to none.
package enum SourcePiece: Hashable, Sendable {
    case statement(SourceStatement)
    case comment(SourceComment)
    /// A message of a chat, with its edits and redactions as pieces of their own.
    case message(SourceMessage)
    /// Something that was left out, or read with a doubt.
    case remark(SourceRemark)
}

/// Reads a discussion once, from its beginning to its end.
package protocol DiscussionSource {
    /// - Throws: What `body` throws, at once; an error of the source's own where nothing more of it can be read, after
    ///   the pieces that could be.
    mutating func read(_ body: (SourcePiece) async throws -> Void) async throws
}

/// A published text as its source has it, before it is cut into sentences.
package struct SourceStatement: Hashable, Sendable {
    package let title: String
    package let standfirst: String?
    /// What stands below its picture. Only our own formats say so.
    package let caption: String?
    /// One element a paragraph, without markup. White space is folded later.
    package let paragraphs: [String]
    package let publisher: String?
    /// Its address on the web, `http` or `https`.
    package let sourceURL: String?

    package init(
        title: String,
        standfirst: String? = nil,
        caption: String? = nil,
        paragraphs: [String],
        publisher: String? = nil,
        sourceURL: String? = nil
    ) {
        self.title = title
        self.standfirst = standfirst
        self.caption = caption
        self.paragraphs = paragraphs
        self.publisher = publisher
        self.sourceURL = sourceURL
    }
}
