package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.Stroke;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a link shows of photos' annotation, in order and bounded in bytes: the deltas of a photo wait as one batch, of
 * pointers the newest of each person. Deltas are never dropped singly. When too much waits, all of it is let go at once,
 * and for each photo whose deltas waited a snapshot is asked for when its turn comes; until that is here, the photo's
 * deltas are let go, too, because the snapshot will have them. Of snapshots one is asked for at a time.
 */
final class DeltaBacklog {

    static final int MAX_BYTES = 64 * 1024;

    private final Map<Key, Waiting> waiting = new LinkedHashMap<>();
    private final Set<Integer> asked = new HashSet<>();
    private final LinkMeter meter;
    private int bytes;

    /** What replaces, or is merged with, what waits already. */
    private sealed interface Key {}

    /** A photo's deltas, or their lapse. */
    private record DeltasOf(int photo) implements Key {}

    private record SnapshotOf(int photo) implements Key {}

    private record PointerOf(int participant) implements Key {}

    /** A piece of a stroke; each counts. */
    private record PieceOfStroke(int participant, long number) implements Key {}

    private sealed interface Waiting {
        int bytes();
    }

    private record Whole(Frame frame, int bytes) implements Waiting {}

    /** A snapshot, or what is left of it. Not counted: there are few. */
    private record Parts(SnapshotCutter cutter) implements Waiting {
        @Override
        public int bytes() {
            return 0;
        }
    }

    private record Batch(WaitingDeltas deltas, Runnable lapsed) implements Waiting {
        @Override
        public int bytes() {
            return deltas.bytes();
        }
    }

    /** A snapshot that will be asked for. */
    private record Lapse(int photo, Runnable ask) implements Waiting {
        @Override
        public int bytes() {
            return 0;
        }
    }

    private long strokes;

    DeltaBacklog(LinkMeter meter) {
        this.meter = meter;
    }

    void add(Deltas next, Runnable lapsed) {
        Key key = new DeltasOf(next.photo());
        Waiting before = waiting.get(key);
        if (asked.contains(next.photo()) || before instanceof Lapse) {
            return;
        }
        if (before instanceof Batch batch && batch.deltas.isFollowedBy(next)) {
            bytes -= batch.bytes();
            batch.deltas.add(next);
            bytes += batch.bytes();
        } else {
            put(key, new Batch(new WaitingDeltas(next), lapsed));
        }
        giveWay();
    }

    /** It has all that waits of its photo. */
    void add(Snapshot snapshot) {
        forget(snapshot.photo());
        put(new SnapshotOf(snapshot.photo()), new Parts(new SnapshotCutter(snapshot)));
    }

    void add(Pointer pointer) {
        put(new PointerOf(pointer.participant()), new Whole(pointer, FrameSize.of(pointer)));
        giveWay();
    }

    void add(Stroke stroke) {
        put(new PieceOfStroke(stroke.participant(), ++strokes), new Whole(stroke, FrameSize.of(stroke)));
        giveWay();
    }

    /** A snapshot that has begun is sent to its end: on a slow line none would ever be whole. */
    void want(int photo, Runnable ask) {
        if (asked.contains(photo)) {
            return;
        }
        remove(new DeltasOf(photo));
        Key snapshot = new SnapshotOf(photo);
        if (waiting.get(snapshot) instanceof Parts parts && !parts.cutter.hasBegun()) {
            remove(snapshot);
        }
        put(new DeltasOf(photo), new Lapse(photo, ask));
    }

    void forget(int photo) {
        asked.remove(photo);
        remove(new DeltasOf(photo));
        remove(new SnapshotOf(photo));
    }

    void forgetSigns(int participant) {
        for (Key key : List.copyOf(waiting.keySet())) {
            if (isSignOf(participant, key)) {
                remove(key);
            }
        }
    }

    private static boolean isSignOf(int participant, Key key) {
        return key instanceof PieceOfStroke piece
                ? piece.participant == participant
                : key.equals(new PointerOf(participant));
    }

    /** The next to go; null if nothing waits but for snapshots. */
    @Nullable Frame poll() {
        for (Map.Entry<Key, Waiting> next = next(); next != null; next = next()) {
            remove(next.getKey());
            if (next.getValue() instanceof Whole whole) {
                return whole.frame;
            } else if (next.getValue() instanceof Parts parts) {
                return next(next.getKey(), parts);
            } else if (next.getValue() instanceof Batch batch) {
                return batch.deltas.toFrame();
            } else if (next.getValue() instanceof Lapse lapse) {
                asked.add(lapse.photo);
                lapse.ask.run();
            }
        }
        return null;
    }

    /** What is left of the snapshot lets others go first. */
    private Frame next(Key key, Parts parts) {
        Snapshot part = parts.cutter.next();
        if (part.more()) {
            put(key, parts);
        }
        return part;
    }

    /** About, without snapshots. */
    int bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void clear() {
        waiting.clear();
        asked.clear();
        bytes = 0;
    }

    private Map.@Nullable Entry<Key, Waiting> next() {
        for (Map.Entry<Key, Waiting> entry : waiting.entrySet()) {
            boolean isFree = !(entry.getValue() instanceof Lapse) || asked.isEmpty();
            if (isFree && !followsASnapshot(entry.getKey()) && !wouldCutIn(entry.getValue())) {
                return entry;
            }
        }
        return null;
    }

    /** The peer puts one snapshot together at a time. */
    private boolean wouldCutIn(Waiting value) {
        return value instanceof Parts parts
                && !parts.cutter.hasBegun()
                && waiting.values().stream().anyMatch(other -> other instanceof Parts begun && begun.cutter.hasBegun());
    }

    private boolean followsASnapshot(Key key) {
        return key instanceof DeltasOf of && waiting.containsKey(new SnapshotOf(of.photo));
    }

    private void giveWay() {
        if (bytes > MAX_BYTES) {
            Map<Key, Waiting> all = new LinkedHashMap<>(waiting);
            all.forEach((key, value) -> {
                if (value instanceof Batch batch && key instanceof DeltasOf of) {
                    meter.deltasLapsed();
                    want(of.photo, batch.lapsed);
                } else if (value.bytes() > 0) {
                    remove(key);
                }
            });
        }
    }

    private void put(Key key, Waiting value) {
        bytes += value.bytes();
        Waiting before = waiting.put(key, value);
        bytes -= before == null ? 0 : before.bytes();
    }

    private void remove(Key key) {
        Waiting before = waiting.remove(key);
        bytes -= before == null ? 0 : before.bytes();
    }
}
