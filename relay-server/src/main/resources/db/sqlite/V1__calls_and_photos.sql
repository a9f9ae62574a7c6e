-- Times are milliseconds since 1970-01-01 UTC; booleans are 0 or 1.

CREATE TABLE meta (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    deployment TEXT    NOT NULL, -- random, made at the first start
    term       INTEGER NOT NULL, -- grows by one at each start
    clean      INTEGER NOT NULL  -- 1 only while closed, and closed in good order
) STRICT;

-- An id may come back after its call has ended; the ended call keeps its own row until the retention has passed.
CREATE TABLE call (
    seq     INTEGER PRIMARY KEY,
    id      TEXT    NOT NULL,
    mode    TEXT    NOT NULL,
    created INTEGER NOT NULL,
    ended   INTEGER,
    term    INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX call_running ON call (id) WHERE ended IS NULL;
CREATE INDEX call_newest ON call (id, seq);

CREATE TABLE member (
    call   INTEGER NOT NULL REFERENCES call (seq) ON DELETE CASCADE,
    person TEXT    NOT NULL,
    name   TEXT    NOT NULL,
    role   TEXT    NOT NULL,
    client TEXT    NOT NULL,
    rights TEXT, -- words with commas between; NULL if the token listed none
    PRIMARY KEY (call, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE resume_secret (
    call   INTEGER NOT NULL,
    person TEXT    NOT NULL,
    hash   TEXT    NOT NULL,
    age    INTEGER NOT NULL, -- 0 is the oldest
    PRIMARY KEY (call, person, hash),
    FOREIGN KEY (call, person) REFERENCES member (call, person) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE photo (
    seq       INTEGER PRIMARY KEY,
    call      INTEGER NOT NULL REFERENCES call (seq) ON DELETE CASCADE,
    id        BLOB    NOT NULL,
    number    INTEGER NOT NULL,
    author    TEXT    NOT NULL,
    title     TEXT    NOT NULL,
    created   INTEGER NOT NULL,
    updated   INTEGER NOT NULL,
    published INTEGER NOT NULL,
    state     TEXT    NOT NULL,
    epoch     INTEGER NOT NULL,
    UNIQUE (call, id),
    UNIQUE (call, number)
) STRICT;

CREATE TABLE rendition (
    photo     INTEGER NOT NULL REFERENCES photo (seq) ON DELETE CASCADE,
    rendition INTEGER NOT NULL,
    size      INTEGER NOT NULL,
    sha256    TEXT,
    width     INTEGER NOT NULL,
    height    INTEGER NOT NULL,
    stored    INTEGER NOT NULL,
    complete  INTEGER NOT NULL,
    PRIMARY KEY (photo, rendition)
) STRICT, WITHOUT ROWID;

-- With rowids: rows of 64 KiB would make the pages of a clustered index useless.
CREATE TABLE block (
    seq       INTEGER PRIMARY KEY,
    photo     INTEGER NOT NULL,
    rendition INTEGER NOT NULL,
    idx       INTEGER NOT NULL,
    bytes     BLOB    NOT NULL,
    UNIQUE (photo, rendition, idx),
    FOREIGN KEY (photo, rendition) REFERENCES rendition (photo, rendition) ON DELETE CASCADE
) STRICT;
