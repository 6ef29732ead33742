package import Discussion

/// The formats in which discussions are read.
package enum SourceFormat: String, CaseIterable, Hashable, Sendable {
    /// A text and its comments as they are copied from a page; ``PageParser`` reads it.
    case plainPage
    /// JSON Lines, a discussion a line; ``DiscussionLines``.
    case discussionLines
    /// An archive of ours, JSON Lines too.
    case archiveLines
    case wordPressExport
    case feed
    case htmlPage
    case elementExport

    /// What reads it once, from its beginning to its end; nil for a plain page, which has a reader of its own.
    ///
    /// - Parameters:
    ///   - beginning: What was read before, to find out the format.
    ///   - charset: The encoding that came with it from HTTP.
    ///   - bytes: The next bytes, as many as there are; none at the end.
    package func reader(
        beginning: [UInt8] = [],
        charset: String? = nil,
        bytes: @escaping () throws -> [UInt8]
    ) -> (any DiscussionSource)? {
        var beginning = beginning
        let all = {
            if beginning.isEmpty { return try bytes() }
            defer { beginning = [] }
            return beginning
        }
        switch self {
        case .plainPage: return nil
        case .discussionLines: return DiscussionLinesSource(lines: lines(all))
        case .archiveLines: return ArchiveLinesReader(lines: lines(all))
        case .wordPressExport: return WXRReader(bytes: all)
        case .feed: return FeedReader(charset: charset, bytes: all)
        case .htmlPage: return HTMLPageReader(charset: charset, bytes: all)
        case .elementExport: return ElementExportReader(bytes: all)
        }
    }

    private func lines(_ bytes: @escaping () throws -> [UInt8]) -> DiscussionLineReader {
        DiscussionLineReader(beginning: [], piece: bytes)
    }
}
