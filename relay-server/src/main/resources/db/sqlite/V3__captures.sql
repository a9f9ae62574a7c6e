-- Saved photos, in the order of saving. No cascade: while one is here, neither its photo nor its call can be deleted.
CREATE TABLE capture (
    seq       INTEGER PRIMARY KEY,
    id        BLOB    NOT NULL UNIQUE,
    call      INTEGER NOT NULL REFERENCES call (seq),
    call_id   TEXT    NOT NULL,
    photo     INTEGER NOT NULL REFERENCES photo (seq),
    name      TEXT    NOT NULL,
    name_key  TEXT    NOT NULL, -- the same for names that differ in nothing but case
    title     TEXT    NOT NULL, -- the photo's when it was saved
    person    TEXT    NOT NULL,
    created   INTEGER NOT NULL,
    epoch     INTEGER NOT NULL,
    revision  INTEGER NOT NULL,
    state     TEXT    NOT NULL,
    failure   TEXT,             -- NULL unless failed
    rendition INTEGER,          -- that was drawn on; this and the next four are NULL unless ready
    width     INTEGER,
    height    INTEGER,
    size      INTEGER,
    sha256    TEXT,
    widgets   BLOB    NOT NULL, -- SnapshotMessage, as of the revision; last, as lists do without it
    UNIQUE (call, name_key)
) STRICT;
CREATE INDEX capture_newest ON capture (call_id, seq);
CREATE INDEX capture_pending ON capture (seq) WHERE state = 'PENDING';
CREATE INDEX capture_photo ON capture (photo);

-- The bytes of flattened pictures. With rowids, as those of photos.
CREATE TABLE capture_block (
    seq     INTEGER PRIMARY KEY,
    capture INTEGER NOT NULL REFERENCES capture (seq) ON DELETE CASCADE,
    idx     INTEGER NOT NULL,
    bytes   BLOB    NOT NULL,
    UNIQUE (capture, idx)
) STRICT;
