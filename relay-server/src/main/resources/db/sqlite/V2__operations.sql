-- Who writes under which number, bound for ever at the first operation.
CREATE TABLE writer (
    call   INTEGER NOT NULL REFERENCES call (seq) ON DELETE CASCADE,
    writer INTEGER NOT NULL,
    person TEXT    NOT NULL,
    PRIMARY KEY (call, writer)
) STRICT, WITHOUT ROWID;

-- Every operation that was decided, with its result. Rows are never changed.
CREATE TABLE operation (
    id       INTEGER PRIMARY KEY,
    call     INTEGER NOT NULL,
    writer   INTEGER NOT NULL,
    seq      INTEGER NOT NULL,
    photo    INTEGER NOT NULL REFERENCES photo (seq) ON DELETE CASCADE,
    epoch    INTEGER NOT NULL,
    revision INTEGER, -- NULL: refused
    time     INTEGER NOT NULL,
    change   BLOB    NOT NULL, -- OperationMessage
    result   BLOB    NOT NULL, -- OperationResult
    UNIQUE (call, writer, seq),
    FOREIGN KEY (call, writer) REFERENCES writer (call, writer) ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX operation_log ON operation (photo, revision);

-- A photo's widgets as of some revision, so that loading need not begin with the first operation.
CREATE TABLE snapshot (
    photo    INTEGER PRIMARY KEY REFERENCES photo (seq) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    widgets  BLOB    NOT NULL -- SnapshotMessage
) STRICT;
