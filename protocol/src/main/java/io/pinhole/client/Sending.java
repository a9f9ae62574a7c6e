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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One's own photo on its way to the relay. The first time everything is sent without waiting; whenever the relay may
 * know the photo already, it is offered again, and goes on from where the answer says. On the client's loop.
 */
final class Sending {

    /** How often, on one connection, to ask where to go on after the relay said that it is elsewhere. */
    private static final int MAX_CORRECTIONS = 3;

    private final PreparedPhoto photo;
    private final Share share;
    private final SendingOwner owner;
    private final Set<Rendition> missing = EnumSet.noneOf(Rendition.class);
    private final List<RenditionCursor> cursors = new ArrayList<>();
    private boolean offeredBefore;
    private boolean waitsForOffered;
    private int corrections;

    Sending(PreparedPhoto photo, Share share, SendingOwner owner) {
        this.photo = photo;
        this.share = share;
        this.owner = owner;
        photo.renditions().forEach(rendition -> missing.add(rendition.rendition()));
    }

    PhotoId id() {
        return photo.id();
    }

    Share share() {
        return share;
    }

    /** On a connection that knows nothing of it yet. */
    void begin(Line line) {
        cursors.clear();
        corrections = 0;
        offer(line);
        if (!waitsForOffered) {
            photo.renditions().forEach(rendition -> upload(line, rendition, 0));
            publish(line);
        }
    }

    void on(Offered offered, Line line) {
        if (!waitsForOffered) {
            return;
        }
        waitsForOffered = false;
        if (offered.published()) {
            share.publish();
        }
        for (PreparedRendition rendition : photo.renditions()) {
            goOn(line, rendition, storedOf(offered, rendition));
        }
        if (!offered.published()) {
            publish(line);
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
        RenditionCursor cursor = new RenditionCursor(handle, rendition, offset, this::pulled);
        cursors.add(cursor);
        line.link().add(cursor);
    }

    private void publish(Line line) {
        line.requests()
                .send(
                        number -> new Publish(number, photo.id()),
                        Outcome.of(share::publish, refusal -> owner.failed(this, refusal)));
    }

    private void pulled(PreparedRendition rendition, int offset, int bytes) {
        share.sentUpTo(rendition.rendition(), (long) offset + bytes);
        owner.sent(new Progress(photo.id(), rendition.rendition(), offset, bytes, rendition.size()));
    }

    private void completeIfAllStored() {
        if (missing.isEmpty()) {
            owner.stored(this);
        }
    }
}
