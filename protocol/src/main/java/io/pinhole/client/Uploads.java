package io.pinhole.client;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Interest;
import io.pinhole.protocol.frame.Offered;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Seen;
import io.pinhole.protocol.frame.Stored;
import io.pinhole.protocol.frame.UploadFailed;
import io.pinhole.protocol.jpeg.Stage;
import io.pinhole.protocol.link.Usefulness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One's own photos, begun in the order of sharing, a bounded number of them at once. On the client's loop. */
final class Uploads implements SendingOwner, OwnPhotos {

    /** Photos on their way at once; their requests together fit what a line lets wait. */
    static final int MAX_AT_ONCE = 16;

    private final Events events;
    private final Executor later;
    private final Outbox outbox;
    private final Wanted wanted = new Wanted();
    private final Map<PhotoId, Share> shares = new HashMap<>();
    private final Map<PhotoId, Sending> unfinished = new LinkedHashMap<>();
    private final Map<PhotoId, Sending> begun = new HashMap<>();
    private final Map<Integer, Sending> byHandle = new HashMap<>();
    private int lastHandle;
    private int lastNumber;
    private @Nullable Line line;
    private @Nullable Refusal over;

    /** @param later runs on the loop, after what runs now */
    Uploads(Events events, Executor later, Outbox outbox) {
        this.events = events;
        this.later = later;
        this.outbox = outbox;
    }

    /** @param publish whether everybody is to see it at once, or only after {@link #publish} */
    void share(PreparedPhoto photo, Share share, boolean publish) {
        if (over != null || unfinished.containsKey(photo.id())) {
            share.fail(Outcome.exception(
                    over != null ? over : Refusal.of(Code.PHOTO_CONFLICT, "this photo is already being sent")));
            return;
        }
        outbox.keep(new KeptPhoto(photo, publish));
        add(new Sending(photo, share, this, publish));
    }

    /** Goes on with what an earlier life of the application has begun. */
    void restore(PreparedPhoto photo, Share share) {
        Sending sending = new Sending(photo, share, this, false);
        sending.mayBeKnown();
        add(sending);
    }

    private void add(Sending sending) {
        sending.number(++lastNumber);
        shares.put(sending.id(), sending.share());
        unfinished.put(sending.id(), sending);
        beginMore();
    }

    @Override
    public boolean isBeingShared(PhotoId photo) {
        return unfinished.containsKey(photo);
    }

    @Override
    public boolean isUnpublished(PhotoId photo) {
        Sending sending = unfinished.get(photo);
        return sending != null && !sending.isPublished();
    }

    /** Remembers that the photo is to be published. */
    void wantPublished(PhotoId photo) {
        Sending sending = unfinished.get(photo);
        if (sending != null) {
            outbox.keep(new KeptPhoto(sending.photo(), true));
        }
    }

    void publish(PhotoId photo) {
        Sending sending = unfinished.get(photo);
        if (sending != null) {
            sending.publish(begun.containsKey(photo) ? line : null);
        }
    }

    void begin(Line joined) {
        line = joined;
        beginMore();
    }

    void lost() {
        line = null;
        begun.clear();
        byHandle.clear();
        wanted.forget();
        lastHandle = 0;
    }

    /** The call is over. */
    void end(Refusal reason) {
        over = reason;
        unfinished.values().forEach(sending -> sending.share().fail(Outcome.exception(reason)));
        unfinished.clear();
    }

    void on(Offered offered) {
        Sending sending = begun.get(offered.photo());
        if (sending != null && line != null) {
            sending.on(offered, line);
        }
    }

    void on(Stored stored) {
        Sending sending = unfinished.get(stored.photo());
        if (sending != null) {
            sending.on(stored);
        }
    }

    void on(UploadFailed failed) {
        Sending sending = byHandle.get(failed.handle());
        if (sending != null && line != null) {
            sending.on(failed.refusal(), line);
        }
    }

    /** What the line takes from now on is in the order in which the others want it. */
    void on(Interest interest) {
        wanted.on(interest);
    }

    void on(Seen seen) {
        Share share = shares.get(seen.photo());
        if (share != null) {
            share.seen(seen);
        }
    }

    /** The relay has taken it back; of a draft that is not told otherwise. */
    void withdrawn(PhotoId photo) {
        Sending sending = unfinished.get(photo);
        if (sending != null) {
            over(sending, PhotoState.WITHDRAWN);
        }
    }

    private void over(Sending sending, PhotoState state) {
        failed(sending, Refusal.of(Code.PHOTO_OVER, "the photo is " + state));
    }

    /** Only published photos are in the list. */
    void on(PhotoEntry entry) {
        Sending sending = unfinished.get(entry.photo());
        if (sending == null) {
            return;
        }
        if (entry.state() == PhotoState.STORED) {
            stored(sending);
        } else if (entry.state().isOver()) {
            over(sending, entry.state());
        } else {
            sending.published();
        }
    }

    @Override
    public int bind(Sending sending) {
        byHandle.put(++lastHandle, sending);
        return lastHandle;
    }

    @Override
    public Usefulness usefulness(Sending sending, Rendition rendition, Stage stage) {
        return wanted.usefulness(sending.id(), sending.number(), rendition, stage);
    }

    @Override
    public void sent(Progress piece) {
        later.execute(() -> events.tell(listener -> listener.sent(piece)));
    }

    @Override
    public void stored(Sending sending) {
        finish(sending);
        sending.share().complete();
    }

    @Override
    public void failed(Sending sending, Refusal reason) {
        finish(sending);
        sending.share().fail(Outcome.exception(reason));
    }

    private void finish(Sending sending) {
        unfinished.remove(sending.id());
        outbox.forget(sending.id());
        begun.remove(sending.id());
        byHandle.values().removeIf(other -> other == sending);
        if (line != null) {
            sending.stop(line);
        }
        beginMore();
    }

    private void beginMore() {
        if (line == null || begun.size() >= MAX_AT_ONCE) {
            return;
        }
        List<Sending> next = new ArrayList<>(unfinished.values());
        next.removeAll(begun.values());
        for (Sending sending : next.subList(0, Math.min(next.size(), MAX_AT_ONCE - begun.size()))) {
            begun.put(sending.id(), sending);
            sending.begin(line);
        }
    }
}
