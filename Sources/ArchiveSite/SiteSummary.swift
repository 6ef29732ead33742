/// A summary of a discussion, in its own words, for the top of the statement's page.
package struct SiteSummary: Hashable, Sendable {
    /// Words of one comment.
    package struct Passage: Hashable, Sendable {
        package let text: String
        /// ``PublishedComment/key``; the passage is shown without a link where there is no such comment.
        package let key: String
        package let author: String?

        package init(text: String, key: String, author: String?) {
            self.text = text
            self.key = key
            self.author = author
        }
    }

    /// Passages about the same thing.
    package struct Group: Hashable, Sendable {
        package let heading: String?
        package let passages: [Passage]

        package init(heading: String?, passages: [Passage]) {
            self.heading = heading
            self.passages = passages
        }
    }

    package let groups: [Group]
    /// What it was made of: `Read 312 comments by 40 people; quotes 6.`
    package let lastLine: String

    package init(groups: [Group], lastLine: String) {
        self.groups = groups
        self.lastLine = lastLine
    }
}
