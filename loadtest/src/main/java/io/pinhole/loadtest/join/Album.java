package io.pinhole.loadtest.join;

import io.pinhole.client.Download;
import io.pinhole.client.PreparedPhoto;
import io.pinhole.client.Progress;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The photos of a call as this participant has them: to be shot, shared, listed, downloaded, saved. From any thread. */
final class Album {

    private final Journal journal;
    private final Queue<PreparedPhoto> shots;
    private final Optional<Path> folder;
    private final Map<PhotoId, PreparedPhoto> shared = new ConcurrentHashMap<>();
    private final Set<PhotoId> listed = ConcurrentHashMap.newKeySet();
    private final Set<Download> known = ConcurrentHashMap.newKeySet();
    private volatile @Nullable PhotoId lastShared;
    private volatile @Nullable PhotoId lastListed;

    /**
     * @param shots what the camera will take, in order
     * @param folder where to save what was downloaded, if anywhere
     */
    Album(Journal journal, List<PreparedPhoto> shots, Optional<Path> folder) {
        this.journal = journal;
        this.shots = new ConcurrentLinkedQueue<>(shots);
        this.folder = folder;
    }

    Optional<PreparedPhoto> nextShot() {
        return Optional.ofNullable(shots.poll());
    }

    void shared(PreparedPhoto photo) {
        shared.put(photo.id(), photo);
        lastShared = photo.id();
    }

    void listed(PhotoEntry entry) {
        if (!entry.state().isOver() && listed.add(entry.photo())) {
            lastListed = entry.photo();
        }
    }

    Optional<PhotoId> lastShared() {
        return Optional.ofNullable(lastShared);
    }

    Optional<PhotoId> lastListed() {
        return Optional.ofNullable(lastListed);
    }

    /** The file of which one's own piece is a part. */
    Optional<ByteBuffer> file(Progress piece) {
        PreparedPhoto photo = shared.get(piece.photo());
        return photo == null
                ? Optional.empty()
                : photo.renditions().stream()
                        .filter(rendition -> rendition.info().rendition() == piece.rendition())
                        .map(rendition -> rendition.view())
                        .findFirst();
    }

    /** Follows a download to its end. */
    void opened(Download download) {
        if (known.add(download)) {
            download.complete().whenCompleteAsync((bytes, failure) -> finished(download, bytes, failure));
        }
    }

    private void finished(Download download, byte @Nullable [] bytes, @Nullable Throwable failure) {
        if (bytes == null) {
            Event event = Event.of("photo-failed").with(download.photo(), download.rendition());
            journal.note(failure instanceof RefusedException refused ? event.with(Refusal.of(refused)) : event);
            return;
        }
        journal.note(Event.of("photo-complete")
                .with(download.photo(), download.rendition())
                .with("bytes", bytes.length)
                .with("sha256", Sha256.of(bytes).hex()));
        folder.ifPresent(to -> save(to, download, bytes));
    }

    private void save(Path to, Download download, byte[] bytes) {
        Rendition rendition = download.rendition();
        Path file = to.resolve(download.photo() + "-" + rendition.name().toLowerCase(Locale.ROOT) + ".jpg");
        Event event = Event.of("saved").with(download.photo(), rendition).with("file", file.toString());
        try {
            Files.write(file, bytes);
            journal.note(event);
        } catch (IOException e) {
            journal.note(event.with("message", "cannot be written: " + e.getMessage()));
        }
    }
}
