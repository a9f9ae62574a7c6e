package io.pinhole.relay.store.jdbc;

import io.pinhole.relay.config.DataFolder;
import io.pinhole.relay.store.CallStore;
import io.pinhole.relay.store.CaptureStore;
import io.pinhole.relay.store.OperationStore;
import io.pinhole.relay.store.PhotoStore;
import io.pinhole.relay.store.StoreException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded store: SQLite in the data folder, which it keeps locked while open. Opening and closing block; everything
 * else answers through futures.
 */
public final class JdbcStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcStore.class);

    private final DataLock lock;
    private final Session session;
    private final GroupCommit writer;
    private final Reader reader;
    private final MetaTable.Start start;
    private final CallStore calls;
    private final PhotoStore photos;
    private final OperationStore operations;
    private final CaptureStore captures;
    private boolean closed;

    private JdbcStore(DataLock lock, Session session, Reader reader, GroupCommit writer, MetaTable.Start start) {
        this.lock = lock;
        this.session = session;
        this.reader = reader;
        this.writer = writer;
        this.start = start;
        this.calls = new JdbcCallStore(writer, reader, start.term());
        this.photos = new JdbcPhotoStore(writer, reader, start.term());
        this.operations = new JdbcOperationStore(writer, reader, start.term());
        this.captures = new JdbcCaptureStore(writer, reader, start.term());
        writer.start();
    }

    /**
     * Opens the store of a data folder, which is made if need be.
     *
     * @param onFailure told once, on the store's thread, when a write error has stopped it for good
     * @throws StoreException in one sentence if the folder is in use, or cannot be used
     */
    public static JdbcStore open(DataFolder folder, Consumer<StoreException> onFailure) {
        return open(folder, WriteQueue.Limits.STANDARD, onFailure);
    }

    static JdbcStore open(DataFolder folder, WriteQueue.Limits limits, Consumer<StoreException> onFailure) {
        try (Opening opening = new Opening()) {
            folder.create();
            DataLock lock = opening.keep(DataLock.take(folder));
            Session session = opening.keep(new Session(Sqlite.writer(folder.database())));
            Migrations.run(session);
            MetaTable.Start start = begin(session);
            Reader reader = opening.keep(new Reader(new Session(Sqlite.reader(folder.database()))));
            opening.succeeded();
            return new JdbcStore(lock, session, reader, new GroupCommit(session, limits, onFailure), start);
        } catch (SQLException | IOException e) {
            throw new StoreException("cannot open the store in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static MetaTable.Start begin(Session session) throws SQLException {
        Tables tables = Tables.on(session);
        MetaTable.Start start = tables.meta().begin();
        if (!start.wasClean()) {
            tables.photos().advanceEpochs();
            LOG.warn("the store was not closed cleanly; every photo's log begins a new epoch");
        }
        session.commit();
        return start;
    }

    public CallStore calls() {
        return calls;
    }

    public PhotoStore photos() {
        return photos;
    }

    public OperationStore operations() {
        return operations;
    }

    public CaptureStore captures() {
        return captures;
    }

    /** This database's own random name, made at its first start. */
    public String deploymentId() {
        return start.deployment();
    }

    /** One more at each start: with this term the relay owns the calls that it opens. */
    public long term() {
        return start.term();
    }

    /** Whether the last run ended without {@link #close}, so that every epoch was advanced. */
    public boolean wasUnclean() {
        return !start.wasClean();
    }

    public boolean hasFailed() {
        return writer.hasFailed();
    }

    /** Writes what waits, notes that all is well, and frees the folder. Not to be called on the store's threads. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock;
                session;
                reader) {
            writer.close();
            if (!writer.hasFailed()) {
                new MetaTable(session).markClean();
                session.commit();
            }
        } catch (SQLException | IOException e) {
            throw new StoreException("the store could not be closed cleanly: " + e.getMessage(), e);
        }
    }
}
