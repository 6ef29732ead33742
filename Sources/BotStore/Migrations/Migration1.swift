internal import GRDB

/// The first tables. Released: never edited; a change is a new file.
///
/// Rooms and plugins are integers. A row of the outbox is named `time/plugin/source/ordinal`, with the
/// time of its cause in front, so that keys follow time: random text keys cost four times as much.
enum Migration1 {
    static let name = "1 the first tables"

    static func run(_ db: Database) throws {
        for statement in [queues, knowledge, discussion] { try db.execute(sql: statement) }
    }

    private static let queues = """
        CREATE TABLE plugin (
            id      INTEGER PRIMARY KEY,
            name    TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE TABLE position (
            account     TEXT NOT NULL PRIMARY KEY,  -- user id + the API's address
            next_batch  TEXT NOT NULL,
            heard_at    INTEGER NOT NULL            -- milliseconds: when the homeserver last answered
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE seen (
            at          INTEGER NOT NULL,           -- milliseconds, by the sender's server
            event_id    TEXT NOT NULL,
            room        INTEGER NOT NULL,
            kind        INTEGER NOT NULL,           -- SeenKind
            PRIMARY KEY (at, event_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE understood (
            event       INTEGER PRIMARY KEY         -- a hash of the id of a command whose edits are not run
        ) STRICT;
        CREATE TABLE inbox (
            seq          INTEGER PRIMARY KEY AUTOINCREMENT,
            plugin       INTEGER NOT NULL,
            source       TEXT NOT NULL,             -- event id, or schedule/id/instant
            at           INTEGER NOT NULL,          -- milliseconds: when the cause happened
            room         INTEGER NOT NULL,
            input        BLOB NOT NULL,             -- JSON: StoredInput
            accepted_at  INTEGER NOT NULL,          -- milliseconds
            waits_for    TEXT,                      -- an event whose own inputs must be handled before
            is_held      INTEGER NOT NULL DEFAULT 0,-- its room has a gap that is being filled
            failures     INTEGER NOT NULL DEFAULT 0,
            crashes      INTEGER NOT NULL DEFAULT 0 -- begun after an unclean start, and not ended
        ) STRICT;
        CREATE INDEX inbox_by_plugin ON inbox (plugin, seq);
        CREATE INDEX inbox_by_room ON inbox (plugin, room, seq);
        CREATE INDEX inbox_by_source ON inbox (source);
        CREATE INDEX inbox_held ON inbox (room, seq) WHERE is_held = 1;
        CREATE INDEX inbox_by_original ON inbox (waits_for, seq) WHERE waits_for IS NOT NULL;
        CREATE TABLE outbox (
            seq     INTEGER PRIMARY KEY AUTOINCREMENT,
            name    TEXT NOT NULL UNIQUE,           -- the transaction id
            plugin  INTEGER NOT NULL,
            source  TEXT NOT NULL,
            room    INTEGER NOT NULL,
            body    BLOB NOT NULL,                  -- JSON: OutgoingBody
            shown   TEXT,                           -- JSON: addresses
            alias   TEXT,                           -- the name that its plugin gave it
            can_wait INTEGER NOT NULL DEFAULT 0,    -- everything else in its room leaves before it
            state   INTEGER NOT NULL DEFAULT 0,     -- 0 pending, 1 wedged
            reason  TEXT
        ) STRICT;
        CREATE INDEX outbox_by_room ON outbox (state, room, can_wait, seq);
        CREATE INDEX outbox_by_source ON outbox (source);
        CREATE TABLE sent (
            name      TEXT NOT NULL PRIMARY KEY,
            event_id  TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE alias (
            plugin  INTEGER NOT NULL,
            room    INTEGER NOT NULL,
            alias   TEXT NOT NULL,
            name    TEXT NOT NULL,
            PRIMARY KEY (plugin, room, alias)
        ) STRICT, WITHOUT ROWID;
        """

    private static let knowledge = """
        CREATE TABLE room (
            id              INTEGER PRIMARY KEY,
            room_id         TEXT NOT NULL UNIQUE,
            continues       INTEGER,                -- the first of the rooms that this one replaces
            statement       INTEGER,                -- nil: the one that was imported last
            last_comment    INTEGER NOT NULL DEFAULT 0, -- labels are never given again
            last_schedule   INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE TABLE room_state (
            room     INTEGER NOT NULL,
            type     TEXT NOT NULL,
            key      TEXT NOT NULL,
            event    BLOB NOT NULL,                 -- JSON: Event
            PRIMARY KEY (room, type, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE value (
            plugin   INTEGER NOT NULL,
            key      TEXT NOT NULL,
            value    TEXT NOT NULL,
            sources  TEXT NOT NULL,                 -- JSON: the events whose words it holds
            PRIMARY KEY (plugin, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE schedule (
            id          TEXT NOT NULL PRIMARY KEY,  -- the event that made it
            room        INTEGER NOT NULL,
            number      INTEGER NOT NULL,
            expression  TEXT NOT NULL,
            zone        TEXT NOT NULL,
            command     TEXT NOT NULL,
            author      TEXT NOT NULL,
            missed      TEXT NOT NULL,
            next_at     INTEGER,                    -- milliseconds; nil: never again
            ended_at    INTEGER,
            UNIQUE (room, number)
        ) STRICT;
        CREATE INDEX schedule_by_next ON schedule (next_at) WHERE ended_at IS NULL;
        CREATE TABLE gap (
            id           INTEGER PRIMARY KEY AUTOINCREMENT,
            room         INTEGER NOT NULL,
            "from"       TEXT NOT NULL,
            "to"         TEXT,
            cursor       TEXT,
            opened_after INTEGER NOT NULL,          -- the last number of the inbox before it: what is later waits
            absence      BLOB,                      -- JSON: Absence, in which it came about
            closed_at    INTEGER,                   -- nil: still to be filled
            is_filled    INTEGER NOT NULL DEFAULT 0,
            UNIQUE (room, "from")
        ) STRICT;
        CREATE TABLE missed (
            room     INTEGER NOT NULL,
            absence  BLOB NOT NULL,                 -- JSON: Absence
            count    INTEGER NOT NULL,              -- commands that are not answered, and of which nobody was told
            PRIMARY KEY (room, absence)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX gap_open ON gap (room, opened_after) WHERE closed_at IS NULL;
        CREATE TABLE aside (
            source  TEXT NOT NULL PRIMARY KEY,
            plugin  INTEGER,                        -- nil: an event that could not be read
            room    INTEGER,
            reason  TEXT NOT NULL,
            at      INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE run (
            id        INTEGER PRIMARY KEY CHECK (id = 1),
            is_clean  INTEGER NOT NULL
        ) STRICT;
        """

    private static let discussion = """
        CREATE TABLE statement (
            id          INTEGER PRIMARY KEY,
            revision    INTEGER NOT NULL,
            digest      TEXT NOT NULL UNIQUE,       -- of the source, so that an import is not repeated
            title       TEXT NOT NULL,
            body        BLOB NOT NULL               -- JSON: Statement; never edited
        ) STRICT;
        CREATE TABLE comment (
            id          INTEGER PRIMARY KEY,
            statement   INTEGER,
            room        INTEGER,                    -- nil for comments of the page
            label       TEXT NOT NULL,
            parent      TEXT,                       -- a label
            passage     TEXT,                       -- an address
            origin      TEXT NOT NULL,              -- page, chat
            origin_id   TEXT NOT NULL,              -- statement/label, or event id
            author      TEXT,
            body        TEXT NOT NULL,
            visibility  TEXT,                       -- the room's history visibility when it was said
            written_at  INTEGER,
            edited_at   INTEGER,
            removed_at  INTEGER,
            UNIQUE (origin, origin_id)
        ) STRICT;
        CREATE UNIQUE INDEX comment_by_label ON comment (room, label) WHERE room IS NOT NULL;
        CREATE INDEX comment_by_statement ON comment (statement, id) WHERE room IS NULL;
        CREATE TABLE revision (
            event_id  TEXT NOT NULL PRIMARY KEY,
            comment   INTEGER NOT NULL,
            body      TEXT NOT NULL,
            at        INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX revision_by_comment ON revision (comment, at, event_id);
        CREATE TABLE reaction (
            event_id  TEXT NOT NULL PRIMARY KEY,
            room      INTEGER NOT NULL,
            label     TEXT NOT NULL,                -- of the comment
            key       TEXT NOT NULL,
            author    TEXT NOT NULL
        ) STRICT;
        CREATE INDEX reaction_by_comment ON reaction (room, label);
        CREATE TABLE shown (
            room       INTEGER NOT NULL,
            event_id   TEXT NOT NULL,
            addresses  TEXT NOT NULL,               -- JSON: of what a message of ours showed
            PRIMARY KEY (room, event_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE removed (
            origin     TEXT NOT NULL,
            origin_id  TEXT NOT NULL,
            at         INTEGER NOT NULL,
            PRIMARY KEY (origin, origin_id)
        ) STRICT, WITHOUT ROWID;
        """
}
