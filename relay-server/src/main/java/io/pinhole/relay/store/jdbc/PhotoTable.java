package io.pinhole.relay.store.jdbc;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.relay.store.StoreException;
import io.pinhole.relay.store.StoredPhoto;
import io.pinhole.relay.store.StoredRendition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Photos without their bytes; renditions and blocks know them by {@code seq}. */
final class PhotoTable {

    private final Session session;

    PhotoTable(Session session) {
        this.session = session;
    }

    /** @throws StoreException if the call has no such photo */
    long seq(long call, PhotoId photo) throws SQLException {
        return session.first(
                        row -> row.getLong(1), "SELECT seq FROM photo WHERE call = ? AND id = ?", call, photo.bytes())
                .orElseThrow(() -> noPhoto(photo));
    }

    /** What a capture needs to know of a photo. */
    record Head(long seq, String title, long epoch) {}

    /** @throws StoreException if the call has no such photo */
    Head head(long call, PhotoId photo) throws SQLException {
        return session.first(
                        row -> new Head(row.getLong(1), row.getString(2), row.getLong(3)),
                        "SELECT seq, title, epoch FROM photo WHERE call = ? AND id = ?",
                        call,
                        photo.bytes())
                .orElseThrow(() -> noPhoto(photo));
    }

    private static StoreException noPhoto(PhotoId photo) {
        return new StoreException("there is no photo " + photo + " in its call");
    }

    /** The photo's {@code seq} in the newest call of that id, ended or not. */
    Optional<Long> seq(CallId call, PhotoId photo) throws SQLException {
        return session.first(row -> row.getLong(1), """
                SELECT seq FROM photo
                WHERE id = ? AND call = (SELECT seq FROM call WHERE id = ? ORDER BY seq DESC LIMIT 1)
                """, photo.bytes(), call.value());
    }

    /** @return its {@code seq} */
    long insert(long call, StoredPhoto photo) throws SQLException {
        session.update(
                """
                INSERT INTO photo (call, id, number, author, title, created, updated, published, state, epoch)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                call,
                photo.id().bytes(),
                photo.number(),
                photo.author().value(),
                photo.title(),
                photo.created().toEpochMilli(),
                photo.updated().toEpochMilli(),
                photo.published(),
                photo.state().name(),
                photo.epoch());
        return seq(call, photo.id());
    }

    void update(long seq, StoredPhoto photo) throws SQLException {
        session.update(
                "UPDATE photo SET title = ?, created = ?, updated = ?, published = ?, state = ? WHERE seq = ?",
                photo.title(),
                photo.created().toEpochMilli(),
                photo.updated().toEpochMilli(),
                photo.published(),
                photo.state().name(),
                seq);
    }

    /** Its widgets were changed. */
    void touch(long seq, Instant time) throws SQLException {
        session.update("UPDATE photo SET updated = max(updated, ?) WHERE seq = ?", time.toEpochMilli(), seq);
    }

    /** Begins a new epoch of every photo's log. */
    void advanceEpochs() throws SQLException {
        session.update("UPDATE photo SET epoch = epoch + 1");
    }

    /** A call's photos in the order of their numbers, with the renditions given by {@code seq}. */
    List<StoredPhoto> of(long call, Map<Long, List<StoredRendition>> renditions) throws SQLException {
        return session.query(row -> read(row, renditions), """
                SELECT seq, id, number, author, title, created, updated, published, state, epoch
                FROM photo WHERE call = ? ORDER BY number
                """, call);
    }

    private static StoredPhoto read(ResultSet row, Map<Long, List<StoredRendition>> renditions) throws SQLException {
        return new StoredPhoto(
                PhotoId.of(row.getBytes(2)),
                row.getInt(3),
                new PersonId(row.getString(4)),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)),
                Instant.ofEpochMilli(row.getLong(7)),
                row.getBoolean(8),
                PhotoState.valueOf(row.getString(9)),
                row.getLong(10),
                renditions.getOrDefault(row.getLong(1), List.of()));
    }
}
