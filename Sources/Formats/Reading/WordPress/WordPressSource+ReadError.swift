extension WordPressSource {
    /// Why a post cannot be read through WordPress's REST API.
    package enum ReadError: Error, Hashable, CustomStringConvertible {
        /// The page does not say that it is WordPress's.
        case notWordPress
        /// The site does not let everybody use its API; with WordPress's code for it, if it gave one.
        case closed(status: Int, code: String?)
        /// The API knows no post or page at this address.
        case noPost
        /// A password stands before the post.
        case protected
        /// The site is busy, and still was after some waiting; nil where it does not say for how long.
        case busy(retryAfter: Duration?)
        case status(Int)
        /// An answer of the API is not the JSON that it should be.
        case unreadable(String)
        /// Something of this kind, when some comments had been handed out.
        case brokenOff(after: Int, String)
        /// The API tells of more comments than it hands out.
        case incomplete(read: Int, total: Int)
        case tooManyComments(limit: Int)

        /// Whether nothing was handed out yet and the page itself may be read instead.
        package var leavesThePage: Bool {
            switch self {
            case .notWordPress, .closed, .noPost, .unreadable: true
            case .protected, .busy, .status, .brokenOff, .incomplete, .tooManyComments: false
            }
        }

        package var description: String {
            switch self {
            case .notWordPress:
                "The page does not say that WordPress made it. Save it with a browser, and import the file."
            case .closed(let status, let code):
                """
                The site answers its API with status \(status)\(code.map { " (\($0))" } ?? ""): it is not open to \
                everybody. Save the page with a browser, or ask the site's owner for an export.
                """
            case .noPost:
                "The site has no post or page at this address. Check it; a list of posts is no post."
            case .protected:
                "A password stands before the post. Ask the site's owner for an export."
            case .busy(let wait):
                "The site is busy. Try again \(wait.map { "in \($0.components.seconds) seconds" } ?? "later")."
            case .status(let status):
                "The site answers with status \(status). Open the page in a browser, and try again later."
            case .unreadable(let what):
                "\(what) cannot be read as WordPress's JSON. Save the page with a browser, and import the file."
            case .brokenOff(let count, let reason):
                "After \(count) comments the site gave no more. \(reason)"
            case .incomplete(let read, let total):
                "The site tells of \(total) comments but handed out \(read) of them. Try again later."
            case .tooManyComments(let limit):
                "The site has more than \(limit) comments under the post, or never ends. Ask for an export."
            }
        }
    }
}
