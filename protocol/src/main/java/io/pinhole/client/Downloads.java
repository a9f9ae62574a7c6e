package io.pinhole.client;

import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.ClientFrame;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Open;
import io.pinhole.protocol.frame.Opened;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Shown;
import io.pinhole.protocol.frame.Shut;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The renditions that come to this client, across connections. On the client's loop, save {@link #of}. */
final class Downloads {

    /** Renditions asked for at once; more wait for one to be there. */
    static final int MAX_AT_ONCE = 64;

    private static final int UNASKED = 0;

    /** What was said so lately may have been lost with a connection. */
    private static final int SAID_AGAIN = 8;

    private final Events events;
    private final Executor loop;
    private final Map<Key, Download> underWay = new ConcurrentHashMap<>();
    private final Set<Download> waiting = new LinkedHashSet<>();
    private final Set<Download> asked = new LinkedHashSet<>();
    private final Map<Integer, Download> byHandle = new HashMap<>();
    private final Deque<Shown> lastShown = new ArrayDeque<>();
    private @Nullable Line line;
    private volatile @Nullable Refusal over;

    private record Key(PhotoId photo, Rendition rendition) {}

    Downloads(Events events, Executor loop) {
        this.events = events;
        this.loop = loop;
    }

    /** The download of a rendition that is under way, or one that is now begun. From any thread. */
    Download of(PhotoId photo, Rendition rendition) {
        Key key = new Key(photo, rendition);
        Download download = create(key);
        Refusal reason = over;
        if (reason != null) {
            download.fail(Outcome.exception(reason));
            return download;
        }
        Download before = underWay.putIfAbsent(key, download);
        if (before != null) {
            return before;
        }
        loop.execute(() -> ask(download)); // not sooner: the answer may be here before this thread goes on
        return download;
    }

    /** Once it is shut, whoever opens the rendition begins anew, even before the loop knows. */
    private Download create(Key key) {
        return new Download(key.photo, key.rendition, unwanted -> {
            underWay.remove(key, unwanted);
            loop.execute(() -> shut(unwanted));
        });
    }

    void begin(Line joined) {
        line = joined;
        lastShown.forEach(this::send);
        askMore();
    }

    void lost() {
        line = null;
        byHandle.clear();
        waiting.addAll(asked);
        asked.clear();
    }

    /** The call is over. */
    void end(Refusal reason) {
        over = reason;
        List.copyOf(underWay.values()).forEach(download -> fail(download, Outcome.exception(reason)));
    }

    void on(PhotoEntry entry) {
        if (entry.state().isOver()) {
            RefusedException over = new RefusedException(Code.PHOTO_OVER, "the photo is " + entry.state());
            underWay.forEach((key, download) -> {
                if (key.photo.equals(entry.photo())) {
                    fail(download, over);
                }
            });
        }
    }

    void on(Opened opened) {
        Key key = new Key(opened.photo(), opened.info().rendition());
        Download download =
                opened.request() == UNASKED ? underWay.computeIfAbsent(key, this::create) : underWay.get(key);
        if (download == null || opened.offset() != download.received() || byHandle.containsValue(download)) {
            send(new Shut(opened.handle())); // not wanted any more, or here already
            return;
        }
        try {
            download.announced(opened.info());
        } catch (RefusedException e) {
            send(new Shut(opened.handle()));
            fail(download, e);
            return;
        }
        byHandle.put(opened.handle(), download);
        waiting.remove(download);
        asked.add(download);
        events.tell(listener -> listener.opened(download));
        completeIfWhole(download);
    }

    /** Borrows the chunk. */
    void on(Chunk chunk) {
        Download download = byHandle.get(chunk.handle());
        if (download == null) {
            return; // it was shut, and this was on its way
        }
        try {
            if (chunk.offset() != Chunk.CONTINUES && chunk.offset() != download.received()) {
                throw new RefusedException(Code.WRONG_OFFSET, "a piece from elsewhere in the rendition");
            }
            Progress piece = download.append(chunk.data());
            events.tell(listener -> listener.received(download, piece));
        } catch (RefusedException e) {
            send(new Shut(chunk.handle()));
            fail(download, e);
            return;
        }
        completeIfWhole(download);
    }

    private void completeIfWhole(Download download) {
        if (!download.isWhole()) {
            return;
        }
        try {
            byte[] whole = download.verified();
            forget(download);
            say(new Shown(download.photo(), download.rendition()));
            download.complete(whole);
        } catch (RefusedException e) {
            fail(download, e);
        }
    }

    private void say(Shown shown) {
        lastShown.add(shown);
        if (lastShown.size() > SAID_AGAIN) {
            lastShown.remove();
        }
        send(shown);
    }

    private void shut(Download download) {
        byHandle.forEach((handle, other) -> {
            if (other == download) {
                send(new Shut(handle));
            }
        });
        forget(download);
        download.cancel();
    }

    private void ask(Download download) {
        if (over != null) {
            fail(download, Outcome.exception(over));
            return;
        }
        if (underWay.get(new Key(download.photo(), download.rendition())) != download) {
            return; // another thread has shut it already
        }
        waiting.add(download);
        askMore();
    }

    private void askMore() {
        if (line == null) {
            return;
        }
        for (Download download : new ArrayList<>(waiting)) {
            if (asked.size() >= MAX_AT_ONCE) {
                return;
            }
            waiting.remove(download);
            asked.add(download);
            line.requests()
                    .send(
                            number -> new Open(number, download.photo(), download.rendition(), download.received()),
                            Outcome.of(() -> {}, refusal -> fail(download, Outcome.exception(refusal))));
        }
    }

    private void fail(Download download, Exception reason) {
        forget(download);
        download.fail(reason);
    }

    private void forget(Download download) {
        underWay.remove(new Key(download.photo(), download.rendition()), download);
        waiting.remove(download);
        asked.remove(download);
        byHandle.values().removeIf(other -> other == download);
        askMore();
    }

    private void send(ClientFrame frame) {
        if (line != null) {
            line.link().send(frame);
        }
    }
}
