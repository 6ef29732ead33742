internal import Discussion

/// A page of the discussion: comments as they answer each other.
struct ThreadPage {
    private let volume: Volume
    private let index: Int
    private let here: SitePath
    private let comments: [PublishedComment]

    init?(volume: Volume, group: Int, part: Int) throws {
        guard let index = volume.survey.leaves.firstIndex(where: { $0.group == group && $0.part == part })
        else { return nil }
        self.volume = volume
        self.index = index
        here = .thread(volume.number, group: group, part: part)
        let positions = volume.survey.positions(of: index)
        comments = try volume.archive.comments(
            on: volume.number,
            in: .reading,
            from: positions.lowerBound,
            limit: positions.count
        )
    }

    var page: SitePage {
        get throws {
            let frame = PageFrame(here: here, settings: volume.settings, volume: volume, name: name)
            let tree = CommentTree(comments: comments, volume: volume, here: here, level: 2)
            return frame.page(
                """
                <div class="h-entry">
                <h1>\(heading)</h1>
                <p class="standing"><a class="u-in-reply-to" href="\(statementLink)" dir="auto">\(volume.title)</a></p>
                <p class="count">\(count)</p>
                \(try tree.markup())</div>
                \(pages.markup)
                """
            )
        }
    }

    private var hasOthers: Bool { volume.survey.leaves.count > 1 }

    private var name: String { hasOthers ? "Discussion, \(leafName.lowercasedFirst)" : "Discussion" }

    private var heading: String { hasOthers ? leafName : "The discussion" }

    private var leafName: String { volume.survey.name(of: volume.survey.leaves[index]) }

    private var statementLink: String { here.link(to: .statement(volume.number)) }

    private var count: String {
        let shown = CountWords.of(comments.count { !$0.comment.isRemoved }, "comment", "comments")
        let removed = comments.count { $0.comment.isRemoved }
        let gone = removed == 0 ? "" : ", \(CountWords.grouped(removed)) removed"
        guard hasOthers else { return "\(shown)\(gone)" }
        let all = CountWords.grouped(volume.published.pageComments + volume.published.chatComments)
        return "\(shown)\(gone), of \(all) in the whole discussion"
    }

    private var pages: PageList {
        let leaves = volume.survey.leaves
        return PageList(
            here: here,
            label: "Pages of the discussion",
            count: leaves.count,
            current: index,
            name: { volume.survey.name(of: leaves[$0]).withoutFirstWord },
            path: { volume.path(of: leaves[$0]) }
        )
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

    /// `51–100, part 2` of `Threads 51–100, part 2`.
    fileprivate var withoutFirstWord: String {
        split(separator: " ", maxSplits: 1).last.map(String.init) ?? self
    }
}
