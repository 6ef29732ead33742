package import Discussion

/// The archive as web pages: for each path of the site what stands there.
///
/// Nothing is kept but where the pages of each discussion begin, so that the same site can be written to files, page by
/// page, and be served on demand. The archive is walked through once for each statement, when the first of its pages is
/// asked for.
package struct ArchiveSite: Sendable {
    private let archive: any PublishedArchive
    private let settings: SiteSettings
    private let statements: [PublishedStatement]
    private let surveys = Kept<Survey>()
    private let tables = Kept<SearchTable>()

    package init(archive: any PublishedArchive, settings: SiteSettings) throws {
        self.archive = archive
        self.settings = settings
        statements = try archive.statements()
    }

    /// Hands out every path of the site once; each is a file's.
    ///
    /// - Throws: What `body` throws, at once; what the archive throws.
    package func forEachPath(_ body: (String) throws -> Void) throws {
        for path in [SitePath.front, .missing, .style, .icon, .script] { try body("\(path)") }
        for statement in statements {
            let paths = SitePaths(volume: try volume(statement), table: try table(of: statement))
            try paths.forEach { try body("\($0)") }
        }
    }

    /// What stands at a path: of the site, without a slash in front, without query and fragment, percent-decoded. `s/1/`
    /// means `s/1/index.html`.
    ///
    /// - Returns: nil where there is nothing.
    package func page(at path: String) throws -> SitePage? {
        guard let path = SitePath(path) else { return nil }
        switch path {
        case .front: return FrontPage(statements: statements, archive: archive, settings: settings).page
        case .missing: return MissingPage(path: nil, settings: settings).page
        case .style: return SitePage(bytes: Array(StyleSheet.text.utf8), mediaType: "text/css; charset=utf-8")
        case .icon: return SitePage(bytes: Array(SiteIcon.text.utf8), mediaType: "image/svg+xml")
        case .script:
            return SitePage(bytes: Array(SearchScript.text.utf8), mediaType: "text/javascript; charset=utf-8")
        default: break
        }
        guard let number = path.statement, let statement = statements.first(where: { $0.number == number })
        else { return nil }
        return try page(at: path, in: volume(statement))
    }

    /// What a server says where ``page(at:)`` has nothing, with links that work from there.
    package func missingPage(at path: String) -> SitePage {
        MissingPage(path: path, settings: settings).page
    }

    private func page(at path: SitePath, in volume: Volume) throws -> SitePage? {
        switch path {
        case .statement: return try StatementPage(volume: volume).page
        case .thread(_, let group, let part):
            return try ThreadPage(volume: volume, group: group, part: part)?.page
        case .paragraph(_, let paragraph):
            return try ParagraphPage(volume: volume, paragraph: paragraph)?.page
        case .days: return try DaysPage(volume: volume)?.page
        case .day(_, let day, let part): return try DayPage(volume: volume, day: day, part: part)?.page
        case .comment(_, let key): return try CommentPage(volume: volume, key: key)?.page
        case .search: return SearchPage(volume: volume).page
        case .searchTable: return try table(of: volume.published).page(of: volume)
        case .searchWords(_, let shard): return try table(of: volume.published).page(of: shard, volume)
        case .searchTexts(_, let chunk): return try SearchTexts(volume: volume, chunk: chunk)?.page
        case .feed: return try Feed(volume: volume).page
        case .front, .missing, .style, .icon, .script: return nil
        }
    }

    private func volume(_ statement: PublishedStatement) throws -> Volume {
        let survey = try surveys.value(of: statement.number) {
            try Survey(of: statement.number, in: archive)
        }
        return Volume(published: statement, archive: archive, settings: settings, survey: survey)
    }

    private func table(of statement: PublishedStatement) throws -> SearchTable {
        try tables.value(of: statement.number) { try SearchTable(of: statement.number, in: archive) }
    }
}
