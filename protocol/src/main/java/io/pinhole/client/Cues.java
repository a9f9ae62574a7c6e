package io.pinhole.client;

import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.proto.Delta;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which sounds to make of what a listener is told: for what others do, of each kind and person at most one in
 * {@link #PAUSE_NANOS}, so that a pointer that moves and a stroke that grows are a slow beat. What was there before one joined is silent.
 *
 * <p>Pure: time is an argument, in nanoseconds of the monotonic clock. Used by one thread.
 */
public final class Cues {

    public static final long PAUSE_NANOS = 1_000_000_000;

    private final Map<PersonId, Integer> handles = new HashMap<>();
    private final Set<PhotoId> known = new HashSet<>();
    private final Map<Sound, Long> last = new HashMap<>();
    private @Nullable PersonId self;
    private long joinedAtMillis;

    /** @param participant the handle of who caused it, 0 if that person is gone */
    public record Sound(Cue cue, int participant) {}

    /** Let in, for the first time or again. */
    public void on(Welcome welcome) {
        if (self == null) {
            joinedAtMillis = welcome.serverTimeMillis();
        }
        self = welcome.self().person();
    }

    public void on(Participant participant) {
        handles.put(participant.person(), participant.handle());
    }

    /** A new shot of somebody else. */
    public Optional<Sound> on(PhotoEntry entry, long now) {
        boolean isNew = known.add(entry.photo()) && entry.createdMillis() >= joinedAtMillis;
        return isNew && !entry.state().isOver() && !entry.author().equals(self)
                ? due(new Sound(Cue.NEW_SHOT, handles.getOrDefault(entry.author(), 0)), now)
                : Optional.empty();
    }

    public Optional<Sound> on(Pointer pointer, long now) {
        return due(new Sound(Cue.POINTER, pointer.participant()), now);
    }

    public Optional<Sound> on(Stroke piece, long now) {
        return due(new Sound(Cue.NOTE, piece.participant()), now);
    }

    /** One for each of the others who drew. */
    public List<Sound> on(Deltas deltas, long now) {
        return deltas.deltas().stream()
                .filter(delta -> !delta.getPerson().isEmpty()) // else it is one's own
                .map(Delta::getParticipant)
                .distinct()
                .flatMap(participant -> due(new Sound(Cue.NOTE, participant), now).stream())
                .toList();
    }

    private Optional<Sound> due(Sound sound, long now) {
        Long before = last.get(sound);
        if (before != null && now - before < PAUSE_NANOS) {
            return Optional.empty();
        }
        last.put(sound, now);
        return Optional.of(sound);
    }
}
