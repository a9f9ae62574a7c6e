package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.relay.store.StoredHeads;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The widgets of a call's photos. Operations get their order and their results here, become durable, and only then are
 * told to their writer and to all who follow, together. Owned by the call's thread.
 */
public final class Annotations {

    private final AnnotationShelf shelf;
    private final Surroundings surroundings;
    private final Map<PhotoId, Long> stored;
    private final Map<PhotoId, PhotoLog> logs = new HashMap<>();
    private final Writers writers;
    private final Submissions submissions;
    private final Followings followings;

    /** @param heads where the store says that everything stands */
    public Annotations(
            CallId call, AnnotationShelf shelf, Surroundings surroundings, Executor owner, StoredHeads heads) {
        this.shelf = shelf;
        this.surroundings = surroundings;
        this.stored = heads.revisions();
        this.writers = new Writers(heads.writers());
        CommitLane lane = new CommitLane(call, shelf.store(), owner, this::rollBack);
        this.submissions = new Submissions(call, shelf, owner, lane, new Publisher(call, shelf, surroundings, writers));
        this.followings = new Followings(call, shelf, owner);
    }

    /**
     * Operations of a person who may annotate.
     *
     * @param refusal why none of them can be accepted on this photo any more
     */
    public void submit(Annotator who, PhotoRef photo, Operations batch, Optional<RefusedException> refusal) {
        if (!batch.operations().isEmpty()) {
            submissions.add(new Submission(who, log(photo), batch, shelf.meter().arrived()), refusal);
        }
    }

    /** Has a connection follow a photo from what it has: (0, 0) is nothing. */
    public void follow(Annotator who, PhotoRef photo, long epoch, long revision) {
        followings.follow(who, log(photo), epoch, revision);
    }

    /** The newest of a photo's log that is durable. */
    public long revision(PhotoId photo) {
        PhotoLog log = logs.get(photo);
        return log == null ? stored.getOrDefault(photo, 0L) : log.revision();
    }

    /** Shows to all others who follow what will not be stored. */
    public void show(Annotator who, PhotoRef photo, ServerFrame frame) {
        log(photo).followers().show(who, frame);
    }

    /** A connection is over. */
    public void left(Annotator who) {
        logs.values().forEach(log -> log.followers().remove(who));
    }

    private PhotoLog log(PhotoRef photo) {
        return logs.computeIfAbsent(
                photo.id(),
                id -> new PhotoLog(photo, stored.getOrDefault(id, 0L), new Followers(surroundings::participant)));
    }

    private void rollBack() {
        writers.rollBack();
        logs.values().forEach(PhotoLog::rollBack);
    }
}
