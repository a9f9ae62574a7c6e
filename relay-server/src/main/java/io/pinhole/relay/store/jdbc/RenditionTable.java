package io.pinhole.relay.store.jdbc;

import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.relay.store.StoreException;
import io.pinhole.relay.store.StoredRendition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is known of each file of a photo, and how much of it is here. */
final class RenditionTable {

    private static final String COLUMNS =
            "SELECT photo, rendition, size, sha256, width, height, stored, complete FROM rendition ";

    private final Session session;

    RenditionTable(Session session) {
        this.session = session;
    }

    /** How many bytes there will be, and how many are here. */
    record Progress(long size, long stored) {}

    /** Adds a rendition of which nothing is stored yet. */
    void insert(long photo, StoredRendition rendition) throws SQLException {
        session.update(
                """
                INSERT INTO rendition (photo, rendition, size, sha256, width, height, stored, complete)
                VALUES (?, ?, ?, ?, ?, ?, 0, 0)
                """,
                photo,
                rendition.rendition().number(),
                rendition.size(),
                rendition.sha256().map(Sha256::hex).orElse(null),
                rendition.width(),
                rendition.height());
    }

    /** @throws StoreException if the photo has no such rendition */
    Progress progress(long photo, Rendition rendition) throws SQLException {
        return session.first(
                        row -> new Progress(row.getLong(1), row.getLong(2)),
                        "SELECT size, stored FROM rendition WHERE photo = ? AND rendition = ?",
                        photo,
                        rendition.number())
                .orElseThrow(() -> new StoreException("the photo has no rendition " + rendition));
    }

    void setStored(long photo, Rendition rendition, long stored) throws SQLException {
        session.update(
                "UPDATE rendition SET stored = ? WHERE photo = ? AND rendition = ?", stored, photo, rendition.number());
    }

    void setComplete(long photo, StoredRendition rendition) throws SQLException {
        int touched = session.update(
                "UPDATE rendition SET complete = ? WHERE photo = ? AND rendition = ?",
                rendition.complete(),
                photo,
                rendition.rendition().number());
        if (touched == 0) {
            throw new StoreException("the photo has no rendition " + rendition.rendition());
        }
    }

    /** The renditions of all photos of a call, by the photo's {@code seq}. */
    Map<Long, List<StoredRendition>> of(long call) throws SQLException {
        return session
                .query(
                        row -> Map.entry(row.getLong(1), read(row)),
                        COLUMNS + "WHERE photo IN (SELECT seq FROM photo WHERE call = ?) ORDER BY photo, rendition",
                        call)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    List<StoredRendition> ofPhoto(long photo) throws SQLException {
        return session.query(RenditionTable::read, COLUMNS + "WHERE photo = ? ORDER BY rendition", photo);
    }

    private static StoredRendition read(ResultSet row) throws SQLException {
        return new StoredRendition(
                Rendition.of(row.getInt(2)),
                row.getLong(3),
                Optional.ofNullable(row.getString(4)).map(Sha256::new),
                row.getInt(5),
                row.getInt(6),
                row.getLong(7),
                row.getBoolean(8));
    }
}
