package io.pinhole.client;

import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureName;
import io.pinhole.protocol.frame.CaptureState;
import io.pinhole.protocol.frame.Captured;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Refusal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Saves that the relay has not answered, and captures that are not finished, across connections. A save waits for its
 * pin, is kept with it, and then sent until it is answered; an unfinished capture is asked for again on every
 * connection, as its end may have been told while there was none. On the client's loop.
 */
final class Saves {

    /** Requests on their way at once. */
    static final int MAX_AT_ONCE = 32;

    private static final Set<Capability> NEEDED = Set.of(Capability.ANNOTATE, Capability.CAPTURE);

    private final Annotations annotations;
    private final Annotations.Parts parts;
    private final Map<CaptureId, Saving> unfinished = new LinkedHashMap<>();
    private final Set<Saving> waiting = new LinkedHashSet<>();
    private final Set<Saving> asked = new HashSet<>();
    private @Nullable DrawingLine line;
    private @Nullable Refusal closed;

    /** Goes on with what is kept. */
    Saves(Annotations annotations, Annotations.Parts parts) {
        this.annotations = annotations;
        this.parts = parts;
        parts.outbox().contents().saves().forEach(kept -> add(new Saving(kept)));
    }

    CompletableFuture<Capture> save(PhotoId photo, CaptureName name) {
        Saving saving = new Saving(new KeptSave(CaptureId.random(), photo, name, Optional.empty()));
        Optional<Refusal> refusal = closed == null ? annotations.gate().whyNot(photo) : Optional.of(closed);
        if (refusal.isPresent()) {
            refuse(saving, refusal.get());
        } else {
            parts.outbox().keep(saving.kept());
            add(saving);
        }
        return saving.durable();
    }

    private void add(Saving saving) {
        unfinished.put(saving.id(), saving);
        if (saving.pin().isPresent()) {
            ask(saving);
        } else {
            pin(saving);
        }
    }

    private void pin(Saving saving) {
        annotations.pin(saving.photo()).thenAccept(pin -> {
            if (isUnfinished(saving)) {
                saving.pin(Optional.of(pin));
                parts.outbox().keep(saving.kept());
                ask(saving);
            }
        });
    }

    void begin(DrawingLine joined, Set<Capability> capabilities) {
        if (!capabilities.containsAll(NEEDED)) {
            close(Refusal.of(Code.UNSUPPORTED, "this relay saves no photos"));
            return;
        }
        line = joined;
        unfinished.values().stream().filter(saving -> saving.pin().isPresent()).forEach(waiting::add);
        askMore();
        joined.later(() -> refuseGone(joined), Annotations.ALL_NAMED_MILLIS);
    }

    void lost() {
        line = null;
        closed = null;
        asked.clear();
        waiting.clear();
    }

    /** The call is over. What is not answered stays kept. */
    void end(Refusal reason) {
        line = null;
        closed = reason;
        List<Saving> ended = List.copyOf(unfinished.values());
        unfinished.clear();
        ended.forEach(saving -> saving.end(reason));
    }

    /** One that is not known is another client's of this person, or of an earlier life of the application. */
    void on(Captured captured) {
        Saving saving = unfinished.get(captured.capture());
        if (saving != null && saving.pin().isPresent()) {
            parts.outbox().forget(saving.id());
            become(saving, captured.state(), captured.failure());
        }
    }

    private void become(Saving saving, CaptureState state, Optional<Refusal> failure) {
        Capture before = saving.capture();
        boolean isNews = before == null || before.state() != state;
        if (state != CaptureState.PENDING) {
            forget(saving);
        }
        Capture capture = saving.become(state, failure);
        if (isNews) {
            parts.events().tell(listener -> listener.capture(capture));
        }
    }

    private void ask(Saving saving) {
        waiting.add(saving);
        askMore();
    }

    private void askMore() {
        DrawingLine to = line;
        while (to != null && asked.size() < MAX_AT_ONCE && !waiting.isEmpty()) {
            Saving next = waiting.iterator().next();
            waiting.remove(next);
            asked.add(next);
            to.request(next::frame, Outcome.of(() -> answered(next), refusal -> refused(next, refusal, to)));
        }
    }

    private void answered(Saving saving) {
        asked.remove(saving);
        askMore();
    }

    private void refused(Saving saving, Refusal refusal, DrawingLine by) {
        answered(saving);
        boolean isOutdated = refusal.code().filter(Code.EPOCH_CHANGED::equals).isPresent();
        if (!isUnfinished(saving)) {
            return;
        }
        if (refusal.retryAfterMillis() > 0) {
            by.later(() -> askAgain(saving, by), refusal.retryAfterMillis());
        } else if (saving.capture() != null) {
            become(saving, CaptureState.FAILED, Optional.of(refusal));
        } else if (isOutdated) {
            saving.pin().ifPresent(pin -> annotations.outdated(saving.photo(), pin.epoch()));
            saving.pin(Optional.empty());
            parts.outbox().keep(saving.kept());
            pin(saving);
        } else {
            refuse(saving, refusal);
        }
    }

    private void askAgain(Saving saving, DrawingLine since) {
        if (line == since && isUnfinished(saving)) {
            ask(saving);
        }
    }

    /** Not on this connection, at least. */
    private void close(Refusal reason) {
        closed = reason;
        refuseUnanswered(saving -> true, reason);
    }

    /** What is for photos that do not exist any more will never get a pin. */
    private void refuseGone(DrawingLine since) {
        if (line == since) {
            refuseUnanswered(
                    saving -> saving.pin().isEmpty() && annotations.gate().isGone(saving.photo()),
                    Refusal.of(Code.PHOTO_UNKNOWN, "no such photo any more"));
        }
    }

    private void refuseUnanswered(Predicate<Saving> which, Refusal reason) {
        List.copyOf(unfinished.values()).stream()
                .filter(saving -> saving.capture() == null)
                .filter(which)
                .forEach(saving -> refuse(saving, reason));
    }

    private void refuse(Saving saving, Refusal reason) {
        forget(saving);
        parts.outbox().forget(saving.id());
        parts.events().tell(listener -> listener.refused(saving.kept(), reason));
        saving.end(reason);
    }

    private boolean isUnfinished(Saving saving) {
        return unfinished.get(saving.id()) == saving;
    }

    private void forget(Saving saving) {
        unfinished.remove(saving.id());
        waiting.remove(saving);
    }
}
