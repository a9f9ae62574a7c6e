package io.pinhole.relay.call;

import io.pinhole.protocol.link.LineEstimate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How everybody may speak: as the least allows of one's own line to here and one's share in each listener's line from
 * here. All others who talk at present share that line alike; one who is silent is told what talking alone would get.
 * What is not known holds nobody back. Pure; time is an argument, in nanoseconds.
 *
 * @param <C> a connection
 */
final class SpeechRates<C> {

    private final Map<C, Line> lines = new HashMap<>();
    private final BiConsumer<C, Rung> tell;

    /** A connection's line, in bits a second. */
    private static final class Line {

        final Talk talk;
        final SpeakingRate rate;
        double in = Double.POSITIVE_INFINITY;
        double out = Double.POSITIVE_INFINITY;

        Line(Talk talk, SpeakingRate rate) {
            this.talk = talk;
            this.rate = rate;
        }
    }

    /** @param tell called whenever a connection should speak in another way than it was told last */
    SpeechRates(BiConsumer<C, Rung> tell) {
        this.tell = tell;
    }

    /** Somebody has come: begins with what is known of the others' lines, and with {@link Rung#FIRST} at best. */
    void begin(C connection, Talk talk, long now) {
        Rung known = Rung.of(leastShare(null, now));
        Rung first = known.compareTo(Rung.FIRST) < 0 ? Rung.FIRST : known;
        lines.put(connection, new Line(talk, new SpeakingRate(first, now)));
        tell.accept(connection, first);
    }

    void end(C connection) {
        lines.remove(connection);
    }

    /** Something new is known of a line; of one that has ended it does not matter. */
    void estimated(C connection, LineEstimate estimate, long now) {
        Line line = lines.get(connection);
        if (line == null) {
            return;
        }
        line.in = orInfinite(estimate.inBitsPerSecond());
        line.out = orInfinite(estimate.outBitsPerSecond());
        lines.forEach((each, its) -> its.rate
                .on(Rung.of(Math.min(its.in, leastShare(its, now))), now)
                .ifPresent(rung -> tell.accept(each, rung)));
    }

    private double leastShare(@Nullable Line speaker, long now) {
        long talking =
                lines.values().stream().filter(line -> line.talk.isOn(now)).count();
        double least = Double.POSITIVE_INFINITY;
        for (Line listener : lines.values()) {
            if (listener != speaker) {
                long voices = talking - (listener.talk.isOn(now) ? 1 : 0);
                least = Math.min(least, listener.out / Math.max(1, voices));
            }
        }
        return least;
    }

    private static double orInfinite(double bitsPerSecond) {
        return bitsPerSecond > 0 ? bitsPerSecond : Double.POSITIVE_INFINITY;
    }
}
