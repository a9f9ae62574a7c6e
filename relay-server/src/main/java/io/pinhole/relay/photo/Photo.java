package io.pinhole.relay.photo;

import io.pinhole.protocol.frame.Arrived;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.RenditionInfo;
import io.pinhole.protocol.frame.StoredUpTo;
import io.pinhole.relay.store.StoredPhoto;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A photo of a call as it stands. Owned by the call's thread. */
public final class Photo {

    private final PhotoId id;
    private final int number;
    private final PersonId author;
    private final Instant created;
    private final long epoch;
    private final Map<Rendition, RenditionFile> files = new EnumMap<>(Rendition.class);
    private String title;
    private Instant updated;
    private boolean published;
    private PhotoState state;
    private long revision;

    /** As the store has it; what was arriving waits for its uploader. */
    Photo(StoredPhoto s, Collection<RenditionFile> renditions) {
        id = s.id();
        number = s.number();
        author = s.author();
        title = s.title();
        created = s.created();
        updated = s.updated();
        published = s.published();
        state = s.state() == PhotoState.ARRIVING ? PhotoState.SUSPENDED : s.state();
        epoch = s.epoch();
        renditions.forEach(file -> files.put(file.info().rendition(), file));
    }

    public PhotoId id() {
        return id;
    }

    public PersonId author() {
        return author;
    }

    /** The handle that everybody in the call knows it by. */
    public int handle() {
        return number;
    }

    /** Of its operation log. */
    public long epoch() {
        return epoch;
    }

    public boolean isPublished() {
        return published;
    }

    public PhotoState state() {
        return state;
    }

    Collection<RenditionFile> files() {
        return files.values();
    }

    boolean has(Rendition rendition) {
        return files.containsKey(rendition);
    }

    /** Whether it has such a rendition, of which some still has to come from its author. */
    public boolean awaits(Rendition rendition) {
        RenditionFile file = files.get(rendition);
        return file != null && file.bytes().readable() < file.info().size();
    }

    RenditionFile file(Rendition rendition) throws RefusedException {
        RenditionFile file = files.get(rendition);
        if (file == null) {
            throw new RefusedException(Code.RENDITION_UNKNOWN, "photo " + id + " has no " + rendition);
        }
        return file;
    }

    boolean isOfferedAs(List<RenditionInfo> renditions) {
        return renditions.size() == files.size()
                && renditions.stream()
                        .allMatch(info -> files.containsKey(info.rendition())
                                && files.get(info.rendition()).info().equals(info));
    }

    boolean isVerified() {
        return files.values().stream().allMatch(RenditionFile::isVerified);
    }

    boolean isComplete() {
        return files.values().stream().allMatch(RenditionFile::isComplete);
    }

    void publish() {
        published = true;
    }

    void rename(String newTitle, Instant now) {
        title = newTitle;
        updated = now;
    }

    void edited(long newest, Instant time) {
        revision = newest;
        updated = time.isAfter(updated) ? time : updated;
    }

    /** @return whether this changed anything */
    boolean become(PhotoState next) {
        boolean changed = state != next;
        state = next;
        if (next.isOver()) {
            end();
        }
        return changed;
    }

    /** Nothing more is read or taken in. */
    void end() {
        files.values().forEach(RenditionFile::end);
    }

    /** How far each rendition is stored, for its uploader. */
    public List<StoredUpTo> storedUpTo() {
        return files.values().stream()
                .map(file -> new StoredUpTo(file.info().rendition(), file.stored(), file.isComplete()))
                .toList();
    }

    /** Its line in the list. */
    public PhotoEntry entry() {
        RenditionInfo working = files.get(Rendition.WORKING) == null
                ? files.values().iterator().next().info()
                : files.get(Rendition.WORKING).info();
        return new PhotoEntry(
                number,
                id,
                title,
                author,
                created.toEpochMilli(),
                updated.toEpochMilli(),
                state,
                working.width(),
                working.height(),
                files.values().stream()
                        .map(file -> new Arrived(
                                file.info().rendition(),
                                file.info().size(),
                                file.bytes().readable()))
                        .toList(),
                epoch,
                revision);
    }

    StoredPhoto toStored() {
        return new StoredPhoto(
                id,
                number,
                author,
                title,
                created,
                updated,
                published,
                state,
                epoch,
                files.values().stream().map(RenditionFile::toStored).toList());
    }
}
