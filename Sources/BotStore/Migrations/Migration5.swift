internal import GRDB

/// Texts in, archive out: by which ids comments of other sites are known, and the ledger of what was published.
enum Migration5 {
    static let name = "5 ids of sources, ledger"

    static func run(_ db: Database) throws {
        for statement in [imports, ledger] { try db.execute(sql: statement) }
    }

    private static let imports = """
        CREATE TABLE imported (
            statement  INTEGER NOT NULL,
            source     TEXT NOT NULL,               -- the id that the comment has where it came from
            comment    INTEGER NOT NULL,
            PRIMARY KEY (statement, source)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX imported_by_comment ON imported (comment);
        ALTER TABLE comment ADD COLUMN last_answer INTEGER NOT NULL DEFAULT 0;  -- labels below it are never given again
        ALTER TABLE comment ADD COLUMN has_id INTEGER NOT NULL DEFAULT 0;  -- whether it is among the imported
        CREATE INDEX comment_without_id ON comment (statement, length(body)) WHERE room IS NULL AND has_id = 0;
        ALTER TABLE statement ADD COLUMN last_comment INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX comment_hidden ON comment (id) WHERE decision = 2 AND removed_at IS NULL;
        CREATE TABLE published_room (
            number  INTEGER PRIMARY KEY,            -- under which it appears in public
            room    INTEGER NOT NULL UNIQUE
        ) STRICT;
        """

    /// What is written here is never changed, except that a salt is destroyed: what it hid can no longer be known then.
    private static let ledger = """
        CREATE TABLE ledger (
            seq         INTEGER PRIMARY KEY,        -- from 1, without a gap
            comment     INTEGER,                    -- nil for a revision of a statement
            revision    INTEGER,                    -- the row of that revision
            at          INTEGER NOT NULL,           -- milliseconds
            commitment  BLOB NOT NULL,              -- SHA-256 of salt and entry
            hash        BLOB NOT NULL,              -- SHA-256 over the one before and this
            salt        BLOB                        -- nil once the words are gone, or others stand in their place
        ) STRICT;
        ALTER TABLE identity ADD COLUMN ledger_key BLOB;    -- the secret with which the ledger is signed
        CREATE INDEX ledger_by_comment ON ledger (comment) WHERE salt IS NOT NULL AND comment IS NOT NULL;
        CREATE INDEX ledger_by_revision ON ledger (revision) WHERE revision IS NOT NULL;
        """
}
