internal import PluginAPI

/// The comments that a search ranks, and what can be said of those that it does not know.
struct SearchCandidates {
    /// At most so many are ranked.
    static let maximum = 200

    /// How many places there are, beside those that were found.
    enum Extent {
        /// None.
        case exactly
        /// Perhaps some that have not all the words.
        case atLeast
        /// Some in older comments; the newest were found by these words.
        case moreThan(String)
    }

    /// Oldest first.
    let comments: [Comment]
    let extent: Extent

    /// - Parameter newest: Newest first, without repetition.
    init(newest: [Comment], extent: Extent) {
        comments = newest.reversed()
        self.extent = extent
    }

    /// What stands above the places.
    func heading(of hits: Int, with words: String) -> String {
        switch extent {
        case .exactly: "\(hits.of("place")) with \(words)\(hits > 1 ? ", best first:" : ":")"
        case .atLeast: "At least \(hits.of("place")) with \(words), best first:"
        case .moreThan(let which):
            "More than \(Self.maximum) places with \(words). Best first, from the statement and the newest "
                + "\(Self.maximum) comments with \(which):"
        }
    }

    /// What is said of those that are not shown; nil where there are none.
    func rest(_ hidden: Int) -> String? {
        guard hidden > 0 else { return nil }
        guard case .exactly = extent else { return "The others are not shown." }
        return "\(hidden) more \(hidden == 1 ? "is" : "are") not shown."
    }
}
