/// How much of one thing is read.
enum SourceLimits {
    /// A statement: a long book has 2 MB.
    static let statementBytes = 8 << 20
    static let commentBytes = 1 << 20
    /// What is kept of comments that come before what they are about.
    static let heldBytes = 4 << 20
    /// A page with all its comments.
    static let pageBytes = 64 << 20
    static let pageNodes = 2_000_000
    /// An event of a chat has 64 KB.
    static let eventBytes = 1 << 20
}
