internal import Foundation
internal import GRDB

/// Words keep their place and their owner: revisions of statements, whose words each row holds, what was published,
/// and an index of the words of comments.
enum Migration3 {
    static let name = "3 revisions, whose words, publication"

    static func run(_ db: Database) throws {
        for statement in [statements, comments, holders, removals, publication] {
            try db.execute(sql: statement)
        }
        try db.execute(
            sql: "INSERT INTO identity (id, store, removals) VALUES (1, ?, 0)",
            arguments: [UUID().uuidString]
        )
        try db.rebuildWordIndex()
    }

    /// A statement is what its revisions have in common. What was imported before is each the first of its own.
    private static let statements = """
        CREATE TABLE statement_revision (
            id           INTEGER PRIMARY KEY,
            statement    INTEGER NOT NULL,
            number       INTEGER NOT NULL,          -- from 1
            digest       TEXT NOT NULL,             -- of the file from which it was first read
            body         BLOB NOT NULL,             -- JSON: Statement; never edited
            imported_at  INTEGER,                   -- milliseconds; nil: before this was written down
            UNIQUE (statement, number)
        ) STRICT;
        INSERT INTO statement_revision (statement, number, digest, body)
            SELECT id, 1, digest, body FROM statement ORDER BY id;
        CREATE TABLE new_statement (
            id          INTEGER PRIMARY KEY,
            title       TEXT NOT NULL,              -- of the latest revision
            source_url  TEXT,                       -- of the latest revision
            digest      TEXT NOT NULL               -- of the file that was imported last
        ) STRICT;
        INSERT INTO new_statement (id, title, source_url, digest)
            SELECT id, title, json_extract(CAST(body AS TEXT), '$.sourceURL'), digest FROM statement ORDER BY id;
        DROP TABLE statement;
        ALTER TABLE new_statement RENAME TO statement;
        ALTER TABLE shown ADD COLUMN revision INTEGER;  -- of the statement that was shown; nil: where it shows no part
        ALTER TABLE outbox ADD COLUMN revision INTEGER;
        """

    private static let comments = """
        ALTER TABLE comment ADD COLUMN revision INTEGER;  -- the number of the statement's revision when it was made
        ALTER TABLE comment ADD COLUMN decision INTEGER NOT NULL DEFAULT 0; -- 0 waiting, 1 approved, 2 hidden
        UPDATE comment SET revision = 1 WHERE statement IS NOT NULL;
        DROP INDEX comment_by_statement;
        CREATE UNIQUE INDEX comment_of_page ON comment (statement, label) WHERE room IS NULL;
        CREATE INDEX comment_by_parent ON comment (parent, room, statement) WHERE parent IS NOT NULL;
        CREATE INDEX comment_by_author ON comment (author, room) WHERE author IS NOT NULL;
        CREATE INDEX comment_with_words ON comment (room, statement, revision) WHERE removed_at IS NULL;
        CREATE INDEX comment_in_order ON comment (room, statement) WHERE removed_at IS NULL;
        CREATE INDEX comment_on_passage ON comment (room, statement, revision)
            WHERE passage IS NOT NULL AND removed_at IS NULL;
        CREATE INDEX comment_by_age ON comment (written_at) WHERE origin = 'chat' AND removed_at IS NULL;
        CREATE INDEX comment_decided ON comment (room, decision) WHERE decision <> 0 AND removed_at IS NULL;
        CREATE INDEX reaction_by_author ON reaction (author, room);
        CREATE VIRTUAL TABLE comment_word USING fts5 (
            words, content = '', columnsize = 0, detail = none, tokenize = "ascii tokenchars ''''"
        );
        """

    /// A source is the hash of a `WordSource`: an event of the chat, or a comment of a page.
    private static let holders = """
        ALTER TABLE inbox ADD COLUMN author TEXT;   -- whose words it holds
        CREATE TABLE value_source (
            source  INTEGER NOT NULL,
            plugin  INTEGER NOT NULL,
            key     TEXT NOT NULL,
            PRIMARY KEY (source, plugin, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX value_source_by_value ON value_source (plugin, key);
        DELETE FROM value WHERE plugin = (SELECT id FROM plugin WHERE name = 'core') OR sources <> '[]';
        ALTER TABLE value DROP COLUMN sources;
        CREATE TABLE posted (
            message   INTEGER PRIMARY KEY,          -- its number in the outbox
            name      TEXT NOT NULL UNIQUE,
            room      INTEGER NOT NULL,
            event_id  TEXT,                         -- nil until it has left
            root      INTEGER,                      -- for an edit: the message that it changes
            plugin    INTEGER NOT NULL,
            author    TEXT,                         -- who asked for it
            cause     INTEGER,                      -- the hash of the event with which they did
            repeats   INTEGER NOT NULL DEFAULT 0,   -- whether it repeats what they typed
            input     BLOB,                         -- JSON: StoredInput, to make it again; nil after a month
            alias     TEXT,
            at        INTEGER NOT NULL              -- milliseconds: when its cause was accepted
        ) STRICT;
        CREATE INDEX posted_by_root ON posted (root) WHERE root IS NOT NULL;
        CREATE INDEX posted_by_author ON posted (author, room) WHERE author IS NOT NULL;
        CREATE INDEX posted_by_cause ON posted (cause) WHERE cause IS NOT NULL;
        CREATE INDEX posted_by_event ON posted (event_id) WHERE event_id IS NOT NULL;
        CREATE INDEX posted_by_age ON posted (at) WHERE input IS NOT NULL;
        CREATE TABLE quoted (
            source   INTEGER NOT NULL,
            message  INTEGER NOT NULL,
            PRIMARY KEY (source, message)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX quoted_by_message ON quoted (message);
        """

    private static let removals = """
        CREATE TABLE forgotten (
            author  TEXT NOT NULL,                  -- empty: everybody, since comments are kept only for so long
            room    INTEGER NOT NULL,               -- 0: every room
            until   INTEGER NOT NULL,               -- milliseconds: what they said before stays out
            PRIMARY KEY (author, room)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE erasure (
            id     INTEGER PRIMARY KEY CHECK (id = 1),
            since  INTEGER NOT NULL                 -- when it was last asked for: removed words may still stand in bytes
        ) STRICT;
        CREATE TABLE identity (
            id        INTEGER PRIMARY KEY CHECK (id = 1),
            store     TEXT NOT NULL,                -- by which the list of removals knows its database
            removals  INTEGER NOT NULL              -- how many entries of that list are in here
        ) STRICT;
        """

    private static let publication = """
        CREATE TABLE publication_room (
            room   INTEGER PRIMARY KEY,
            rule   TEXT NOT NULL,                   -- approved, everything
            since  INTEGER NOT NULL                 -- milliseconds: what was said before is not published
        ) STRICT;
        CREATE TABLE publication_person (
            room    INTEGER NOT NULL,
            author  TEXT NOT NULL,
            choice  TEXT NOT NULL,                  -- name, pseudonym, never
            PRIMARY KEY (room, author)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE pseudonym (
            room    INTEGER NOT NULL,
            author  TEXT NOT NULL,
            number  INTEGER NOT NULL,
            PRIMARY KEY (room, author),
            UNIQUE (room, number)
        ) STRICT, WITHOUT ROWID;
        """
}
