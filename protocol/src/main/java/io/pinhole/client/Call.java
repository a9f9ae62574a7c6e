package io.pinhole.client;

import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.SetView;
import io.pinhole.protocol.frame.Welcome;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What outlives the connections of one call: what is known, on its way, and looked at. On the client's loop. */
final class Call {

    private final Events events;
    private final CallState state = new CallState();
    private final Speaking speaking = new Speaking();
    private final Uploads uploads;
    private final Downloads downloads;
    private final AutoOpen autoOpen;
    private @Nullable SetView view;
    private @Nullable Line line;

    /** @param loop runs on the client's loop, after what runs now */
    Call(ClientConfig config, CallListener listener, Executor loop) {
        events = new Events(listener);
        uploads = new Uploads(events, loop);
        downloads = new Downloads(events, loop);
        autoOpen = new AutoOpen(config.autoOpen());
    }

    Events events() {
        return events;
    }

    CallState state() {
        return state;
    }

    Speaking speaking() {
        return speaking;
    }

    Uploads uploads() {
        return uploads;
    }

    Downloads downloads() {
        return downloads;
    }

    void joined(Line joined, Welcome welcome) {
        BiConsumer<CallListener, Welcome> event = state.wasJoined() ? CallListener::resumed : CallListener::joined;
        line = joined;
        state.joined(welcome);
        autoOpen.joined(welcome.serverTimeMillis());
        events.tell(listener -> event.accept(listener, welcome));
        speaking.begin(joined);
        if (view != null) {
            look(view);
        }
        downloads.begin(joined);
        uploads.begin(joined);
    }

    void lost() {
        line = null;
        state.lost();
        speaking.lost();
        uploads.lost();
        downloads.lost();
    }

    void end(Refusal reason) {
        uploads.end(reason);
        downloads.end(reason);
        events.tell(listener -> listener.ended(reason));
    }

    /** Kept, and said again after each reconnection. */
    void look(SetView at) {
        view = at;
        if (line != null) {
            line.link().replace(SetView.class, at);
        }
    }

    void on(PhotoEntry entry) {
        state.photo(entry);
        uploads.on(entry);
        downloads.on(entry);
        events.tell(listener -> listener.photo(entry));
        if (!state.isSelf(entry.author())) {
            autoOpen.of(entry).forEach(rendition -> downloads.of(entry.photo(), rendition));
        }
    }

    @Nullable Line line() {
        return line;
    }
}
