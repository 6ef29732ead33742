internal import GRDB

/// The words of the index of comments as a table that can be asked, which keeps nothing of its own.
enum Migration4 {
    static let name = "4 the vocabulary of comments"

    static func run(_ db: Database) throws {
        try db.execute(
            sql: "CREATE VIRTUAL TABLE comment_vocabulary USING fts5vocab('comment_word', 'instance')"
        )
    }
}
