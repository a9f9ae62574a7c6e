package io.pinhole.client;

import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
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
    private final boolean autoFollow;
    private final Annotations annotations;
    private @Nullable SetView view;
    private @Nullable Line line;

    /** @param loop runs on the client's loop, after what runs now */
    Call(ClientConfig config, CallListener listener, Executor loop) {
        events = new Events(listener);
        uploads = new Uploads(events, loop, config.outbox());
        downloads = new Downloads(events, loop);
        autoOpen = new AutoOpen(config.autoOpen());
        autoFollow = config.autoFollow();
        annotations = new Annotations(new Annotations.Parts(events, loop, System::nanoTime, config.outbox(), uploads));
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

    Annotations annotations() {
        return annotations;
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
        annotations.begin(DrawingLine.of(joined), welcome);
    }

    void lost() {
        line = null;
        state.lost();
        speaking.lost();
        uploads.lost();
        annotations.lost();
        downloads.lost();
    }

    void end(Refusal reason) {
        uploads.end(reason);
        downloads.end(reason);
        annotations.end(reason);
        events.tell(listener -> listener.ended(reason));
    }

    /** Kept, and said again after each reconnection. */
    void look(SetView at) {
        view = at;
        if (line != null) {
            line.link().replace(SetView.class, at);
        }
    }

    /** Publishes a photo once the relay has all that was drawn on it so far, so that it is seen in one step. */
    void publish(PhotoId photo) {
        uploads.wantPublished(photo);
        annotations.answered(photo).thenRun(() -> uploads.publish(photo));
    }

    /** Goes on with a photo that an earlier life of the application has not wholly sent. */
    void restore(KeptPhoto kept, Share share) {
        uploads.restore(kept.photo(), share);
        if (kept.publish()) {
            publish(kept.photo().id());
        }
    }

    void on(PhotoEntry entry) {
        state.photo(entry);
        annotations.bind(entry.photo(), entry.handle());
        if (autoFollow && !entry.state().isOver()) {
            annotations.followOnce(entry.photo());
        }
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
