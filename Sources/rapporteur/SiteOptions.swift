internal import ArchiveSite
internal import BotCore
internal import BotStore
internal import Discussion
internal import Formats
internal import Foundation
internal import Summaries

/// How the archive appears in public: what it is called, where it is, and how long its summaries are.
struct SiteOptions: Sendable {
    let title: String
    let address: String?
    let language: String?
    let words: Int

    /// - Throws: ``Settings/SettingError``.
    init(_ settings: Settings, title: String? = nil, address: String? = nil, language: String? = nil) throws {
        self.title = title ?? settings.text("site.title")
        self.address = try (address ?? settings.optionalText("site.address")).map { text in
            let isWeb = ["https://", "http://"].contains { text.hasPrefix($0) }
            guard isWeb, let host = URL(string: text)?.host(), !host.isEmpty else {
                let expected = "an address such as https://example.org/archive/"
                guard address != nil else { throw settings.unsuitable("site.address", expected: expected) }
                throw Settings.SettingError.unsuitable(
                    key: "--address",
                    found: text,
                    expected: expected,
                    place: Settings.commandLine
                )
            }
            return text.hasSuffix("/") ? text : text + "/"
        }
        self.language = language ?? settings.optionalText("site.language")
        words = try settings.number("summary.words", in: 1...Summarizer.longestSummary)
    }

    /// The name under which a reverse proxy asks; nil where there is none.
    var host: String? {
        guard let address, let url = URL(string: address), let host = url.host() else { return nil }
        return url.port.map { "\(host):\($0)" } ?? host
    }

    /// A folder with more files than this is no pleasure to copy; the bot's own port shows each comment all the same.
    private static let mostCommentPages = 2_000

    /// Whether a folder of pages has one for each comment, whose address stays whatever becomes of the thread.
    static func hasPageForEachComment(of copy: PublishedCopy) throws -> Bool {
        try copy.statements().reduce(0) { $0 + $1.places } <= mostCommentPages
    }

    func site(of copy: PublishedCopy, hasPageForEachComment: Bool) throws -> ArchiveSite {
        try ArchiveSite(
            archive: copy,
            settings: SiteSettings(
                title: title,
                address: address,
                writtenAt: BotHouse.clock.now(),
                language: language,
                hasPageForEachComment: hasPageForEachComment,
                summaries: try summaries(of: copy)
            )
        )
    }

    func archiveOptions(for copy: PublishedCopy) throws -> ArchiveOptions {
        let hasPages = try Self.hasPageForEachComment(of: copy)
        return ArchiveOptions(
            title: title,
            generator: "Rapporteur",
            writtenAt: BotHouse.clock.now(),
            siteURL: address,
            address: { [address] statement, key in
                guard hasPages || key == nil else { return nil }
                return address.map { $0 + SiteAddress.path(ofStatement: statement, comment: key) }
            }
        )
    }

    /// The newest comments are summarised, at most so many: all of a hundred thousand would need a gigabyte.
    private static let mostSummarised = 3_000

    private func summaries(of copy: PublishedCopy) throws -> [Int: SiteSummary] {
        var summaries: [Int: SiteSummary] = [:]
        for statement in try copy.statements() {
            let newest = try copy.comments(
                on: statement.number,
                in: .newest,
                from: 0,
                limit: Self.mostSummarised
            )
            let comments = newest.reversed().map(\.keyed)
            let text = statement.number > 0 ? statement.statement : nil
            let summary = Summarizer(maximumWords: words).summary(of: comments, about: text, leavingOut: [:])
            guard !summary.groups.isEmpty else { continue }
            let authors = Dictionary(
                comments.map { ($0.label, $0.author) },
                uniquingKeysWith: { first, _ in first }
            )
            let rest = statement.places - newest.count
            let last = rest > 0 ? " \(rest.of("older comment")) not read." : ""
            summaries[statement.number] = SiteSummary(
                groups: zip(summary.headings, summary.groups).map { heading, group in
                    SiteSummary.Group(
                        heading: heading,
                        passages: group.passages.map { passage in
                            SiteSummary.Passage(
                                text: passage.sentences.map(\.text).joined(separator: " "),
                                key: passage.comment.rawValue,
                                author: authors[passage.comment] ?? nil
                            )
                        }
                    )
                },
                lastLine: summary.account + last
            )
        }
        return summaries
    }
}

extension PublishedComment {
    /// The comment under its key, since two rooms may give the same label.
    fileprivate var keyed: Comment {
        Comment(
            label: CommentLabel(key),
            parent: parent.map { CommentLabel($0) },
            passage: comment.passage,
            author: comment.author,
            paragraphs: comment.paragraphs,
            origin: comment.origin,
            writtenAt: comment.writtenAt,
            isEdited: comment.isEdited,
            isRemoved: comment.isRemoved,
            reactions: comment.reactions
        )
    }
}
