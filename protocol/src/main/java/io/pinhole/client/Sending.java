package io.pinhole.client;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Offered;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Publish;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Stored;
import io.pinhole.protocol.frame.StoredUpTo;
import io.pinhole.protocol.frame.Upload;
import io.pinhole.protocol.jpeg.Stage;
import io.pinhole.protocol.link.Usefulness;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One's own photo on its way to the relay. The first time everything is sent without waiting; whenever the relay may
 * know the photo already, it is offered again, and goes on from where the answer says. On the client's loop.
 */
final class Sending implements RenditionCursor.Owner {

    /** How often, on one connection, to ask where to go on after the relay said that it is elsewhere. */
    private static final int MAX_CORRECTIONS = 3;

    private final PreparedPhoto photo;
    private final Share share;
    private final SendingOwner owner;
    private final Set<Rendition> missing = EnumSet.noneOf(Rendition.class);
    private final List<RenditionCursor> cursors = new ArrayList<>();
    private int number;
    private boolean offeredBefore;
    private final boolean wasDraft;
    private boolean publishes;
    private boolean published;
    private boolean waitsForOffered;
    private int corrections;

    /** @param publishes whether everybody is to see it as soon as it is offered */
    Sending(PreparedPhoto photo, Share share, SendingOwner owner, boolean publishes) {
        this.photo = photo;
        this.share = share;
        this.owner = owner;
        this.publishes = publishes;
        this.wasDraft = !publishes;
        photo.renditions().forEach(rendition -> missing.add(rendition.rendition()));
    }

    /** The relay may know it from an earlier life of the application. */
    void mayBeKnown() {
        offeredBefore = true;
    }

    /** Counted as photos are shared. */
    int number() {
        return number;
    }

    void number(int counted) {
        number = counted;
    }

    PhotoId id() {
        return photo.id();
    }

    PreparedPhoto photo() {
        return photo;
    }

    Share share() {
        return share;
    }

    boolean isPublished() {
        return published;
    }

    /** On a connection that knows nothing of it yet. */
    void begin(Line line) {
        cursors.clear();
        corrections = 0;
        offer(line);
        if (!waitsForOffered) {
            photo.renditions().forEach(rendition -> upload(line, rendition, 0));
            if (publishes) {
                publishOn(line);
            }
        }
    }

    /** @param line on which it was offered; null if it was not yet */
    void publish(@Nullable Line line) {
        boolean isNew = !publishes && !published;
        publishes = true;
        if (isNew && line != null && !waitsForOffered) {
            publishOn(line);
        }
    }

    void on(Offered offered, Line line) {
        if (!waitsForOffered) {
            return;
        }
        waitsForOffered = false;
        if (offered.published()) {
            published();
        }
        for (PreparedRendition rendition : photo.renditions()) {
            goOn(line, rendition, storedOf(offered, rendition));
        }
        if (!offered.published() && publishes) {
            publishOn(line);
        }
        completeIfAllStored();
    }

    void on(Stored stored) {
        share.storedUpTo(stored.rendition(), stored.offset());
        if (stored.complete()) {
            missing.remove(stored.rendition());
            completeIfAllStored();
        }
    }

    /** The relay could not go on with an upload. */
    void on(Refusal refusal, Line line) {
        boolean isElsewhere = refusal.code().filter(Code.WRONG_OFFSET::equals).isPresent();
        if (isElsewhere && waitsForOffered) {
            return; // already asked
        }
        if (isElsewhere && ++corrections <= MAX_CORRECTIONS) {
            stop(line);
            offer(line);
        } else {
            owner.failed(this, refusal);
        }
    }

    /** Takes back what the line has not yet pulled. */
    void stop(Line line) {
        cursors.forEach(line.link()::remove);
        cursors.clear();
    }

    private void offer(Line line) {
        waitsForOffered = offeredBefore;
        offeredBefore = true;
        line.requests().send(photo::offer, Outcome.of(() -> {}, refusal -> owner.failed(this, refusal)));
    }

    private static StoredUpTo storedOf(Offered offered, PreparedRendition rendition) {
        return offered.stored().stream()
                .filter(stored -> stored.rendition() == rendition.rendition())
                .findFirst()
                .orElse(new StoredUpTo(rendition.rendition(), 0, false));
    }

    private void goOn(Line line, PreparedRendition rendition, StoredUpTo stored) {
        share.storedUpTo(rendition.rendition(), stored.offset());
        if (stored.complete()) {
            missing.remove(rendition.rendition());
            share.sentUpTo(rendition.rendition(), rendition.size());
        } else if (stored.offset() <= rendition.size()) {
            upload(line, rendition, (int) stored.offset());
        } else {
            owner.failed(this, Refusal.of(Code.WRONG_OFFSET, "the relay has more of the photo than there is"));
        }
    }

    private void upload(Line line, PreparedRendition rendition, int offset) {
        int handle = owner.bind(this);
        share.sentUpTo(rendition.rendition(), offset);
        line.requests()
                .send(
                        number -> new Upload(number, handle, photo.id(), rendition.rendition(), offset),
                        Outcome.of(() -> {}, refusal -> on(refusal, line)));
        RenditionCursor cursor = new RenditionCursor(handle, rendition, offset, this);
        cursors.add(cursor);
        line.link().add(cursor);
    }

    private void publishOn(Line line) {
        line.requests()
                .send(
                        number -> new Publish(number, photo.id()),
                        Outcome.of(this::published, refusal -> owner.failed(this, refusal)));
    }

    @Override
    public Usefulness usefulness(PreparedRendition rendition, Stage stage) {
        return owner.usefulness(this, rendition.rendition(), stage);
    }

    @Override
    public void pulled(PreparedRendition rendition, int offset, int bytes) {
        share.sentUpTo(rendition.rendition(), (long) offset + bytes);
        owner.sent(new Progress(photo.id(), rendition.rendition(), offset, bytes, rendition.size()));
    }

    /** Everybody sees it. */
    void published() {
        published = true;
        share.nowPublished();
        completeIfAllStored();
    }

    private void completeIfAllStored() {
        if (missing.isEmpty() && (published || !wasDraft)) {
            owner.stored(this);
        }
    }
}
