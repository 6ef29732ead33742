internal import GRDB

/// In which thread of the chat a comment was said, which its place in the discussion does not tell: a thread may
/// begin with a message that is no comment.
enum Migration2 {
    static let name = "2 threads of the chat"

    static func run(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE comment ADD COLUMN thread TEXT; -- the first message of the thread in which it was said
                CREATE INDEX comment_by_thread ON comment (room, thread) WHERE thread IS NOT NULL;
                """
        )
    }
}
