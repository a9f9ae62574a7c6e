package io.pinhole.client;

import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.WidgetKind;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * What others show on a photo and nobody stores: where they point, and strokes while they are drawn. Pure: time is an
 * argument, in nanoseconds.
 */
final class Glimpses {

    static final int MAX_STROKES = 32;
    static final int MAX_POINTS = 20_000;

    private static final long POINTER_NANOS = Drawing.POINTER_MILLIS * 1_000_000L;
    private static final long STROKE_NANOS = Drawing.STROKE_MILLIS * 1_000_000L;

    private final Map<Integer, Glimpse<Pointer>> pointers = new LinkedHashMap<>();
    private final Map<Hand, Glimpse<LiveStroke>> strokes = new LinkedHashMap<>();

    private record Hand(int participant, WidgetId widget) {}

    private record Glimpse<T>(T what, long ends) {}

    List<Pointer> pointers() {
        return pointers.values().stream().map(Glimpse::what).toList();
    }

    /** The one that went on last comes last. */
    List<LiveStroke> strokes() {
        return strokes.values().stream().map(Glimpse::what).toList();
    }

    void add(Pointer pointer, long now) {
        pointers.put(pointer.participant(), new Glimpse<>(pointer, now + POINTER_NANOS));
    }

    /** What cannot be shown is not; of too many strokes the one that rested longest is forgotten. */
    void add(Stroke piece, long now) {
        Hand hand = new Hand(piece.participant(), piece.widget());
        try {
            Glimpse<LiveStroke> before = strokes.get(hand);
            LiveStroke grown = before == null ? begun(piece) : goneOn(before.what, piece);
            strokes.remove(hand);
            strokes.put(hand, new Glimpse<>(grown, now + STROKE_NANOS));
        } catch (RefusedException e) {
            return; // another kind of widget, or another grid in the middle of a stroke
        }
        if (strokes.size() > MAX_STROKES) {
            Iterator<Hand> rested = strokes.keySet().iterator();
            rested.next();
            rested.remove();
        }
    }

    private static LiveStroke begun(Stroke piece) throws RefusedException {
        return new LiveStroke(
                piece.participant(),
                piece.widget(),
                WidgetKind.of(piece.kind()),
                piece.stroke(),
                piece.width(),
                Ink.of(piece.ink()));
    }

    private static LiveStroke goneOn(LiveStroke before, Stroke piece) throws RefusedException {
        Ink more = Ink.of(piece.ink());
        boolean isFull = before.ink().count() + more.count() > MAX_POINTS;
        return isFull ? before : before.with(before.ink().plus(more));
    }

    /** Strokes that are widgets by now. @return whether there were any */
    boolean drawn(Predicate<WidgetId> widgets) {
        return strokes.keySet().removeIf(hand -> widgets.test(hand.widget));
    }

    /** A person has left. @return whether anything is not to be shown any more */
    boolean gone(int participant) {
        boolean pointed = pointers.remove(participant) != null;
        return strokes.keySet().removeIf(hand -> hand.participant == participant) || pointed;
    }

    /** @return whether anything is not to be shown any more */
    boolean expire(long now) {
        boolean pointed = pointers.values().removeIf(glimpse -> glimpse.ends - now <= 0);
        return strokes.values().removeIf(glimpse -> glimpse.ends - now <= 0) || pointed;
    }

    /** When the next is not to be shown any more. */
    OptionalLong nextEnd() {
        return LongStream.concat(ends(pointers.values()), ends(strokes.values()))
                .min();
    }

    private static <T> LongStream ends(Collection<Glimpse<T>> glimpses) {
        return glimpses.stream().mapToLong(Glimpse::ends);
    }

    /** @return whether there was anything */
    boolean clear() {
        boolean had = !pointers.isEmpty() || !strokes.isEmpty();
        pointers.clear();
        strokes.clear();
        return had;
    }
}
