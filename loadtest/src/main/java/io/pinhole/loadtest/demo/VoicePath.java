package io.pinhole.loadtest.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One person's voice at another's ear: how much is missing, how late it was, how long it was silent.
 *
 * <p>Speech carries no numbers, so they are found. Ticks number the frames within a stretch of speech: a gap in ticks is
 * a frame missing. After a stall of the speaker's own machine a new stretch begins (talkStart), with ticks of its own.
 * Frames come in order, so the frame heard is the newest that can have been sent before it, with the same distance
 * for all: the smallest distance found for any. A frame lost between two stretches makes that distance too small, and
 * then the newest frames seem never to have come; so a loss shows wherever it happens, if not always when.
 */
final class VoicePath {

    /** What is later is dropped, and so counts as missing. */
    static final long MAX_DELAY_NANOS = 400_000_000;

    private static final int TICK_MILLIS = 10;
    private static final int TICK_MASK = 0xffff;

    private final List<Happening> sent;
    private final List<Happening> heard;
    private final long end;
    /** The place of each frame heard among those that were sent. */
    private final int[] places;

    /**
     * @param sent all that was said, in order
     * @param heard what was heard of it in the time that counts, in order
     * @param end of that time
     */
    VoicePath(List<Happening> sent, List<Happening> heard, long end) {
        this.sent = List.copyOf(sent);
        this.heard = List.copyOf(heard);
        this.end = end;
        int[] fromFirst = places(heard);
        int distance = distance(sent, heard, fromFirst);
        this.places = Arrays.stream(fromFirst).map(place -> place + distance).toArray();
    }

    /** Of what was heard in that time; what was lost before or after it confuses nothing in it. */
    static VoicePath of(Story story, Part from, Part to, Span time) {
        return new VoicePath(
                story.at(from, "voice-sent").toList(),
                story.at(to, "voice-received")
                        .filter(frame -> frame.has("from", story.handle(from)))
                        .filter(time::has)
                        .toList(),
                time.to());
    }

    /** Frames that were heard in that time. */
    int frames(Span time) {
        return (int) heard.stream().filter(time::has).count();
    }

    /** Frames that were said in that time and never heard. */
    int missing(Span time) {
        Set<Integer> there = Arrays.stream(places).boxed().collect(Collectors.toSet());
        int first = places.length == 0 ? 0 : places[0];
        int last = places.length == 0 ? -1 : places[places.length - 1];
        return (int) IntStream.range(Math.max(0, first), sent.size())
                .filter(place -> !there.contains(place) && time.has(sent.get(place)))
                .filter(place -> place < last || sent.get(place).at() < end - MAX_DELAY_NANOS)
                .count();
    }

    /** From mouth to ear, the longest of what was heard in that time. */
    long delay(Span time) {
        return IntStream.range(0, places.length)
                .filter(i -> places[i] >= 0 && time.has(heard.get(i)))
                .mapToLong(i -> heard.get(i).at() - sent.get(places[i]).at())
                .max()
                .orElse(0);
    }

    /** The two frames with the longest silence between them, of which one was heard in that time. */
    Optional<Silence> longestSilence(Span time) {
        List<Silence> silences = new ArrayList<>();
        for (int i = 1; i < heard.size(); i++) {
            Silence silence = new Silence(heard.get(i - 1), heard.get(i));
            if (silence.after().at() >= time.from() && silence.before().at() <= time.to()) {
                silences.add(silence);
            }
        }
        return silences.stream().max(Comparator.comparingLong(Silence::nanos));
    }

    /** Between two frames that were heard one after the other. */
    record Silence(Happening before, Happening after) {
        long nanos() {
            return after.at() - before.at();
        }
    }

    /** The place of each frame among those that were said, counted from the first that was heard. */
    private static int[] places(List<Happening> heard) {
        int[] places = new int[heard.size()];
        for (int i = 1; i < places.length; i++) {
            Happening before = heard.get(i - 1);
            Happening next = heard.get(i);
            long gap = (next.number("tick") - before.number("tick") - ticks(before)) & TICK_MASK;
            places[i] = places[i - 1] + 1 + (next.has("talkStart", true) ? 0 : (int) (gap / ticks(next)));
        }
        return places;
    }

    /** That the frame lasts. */
    private static long ticks(Happening frame) {
        return frame.number("millis") / TICK_MILLIS;
    }

    /** The place in what was said of the first that was heard. */
    private static int distance(List<Happening> sent, List<Happening> heard, int[] places) {
        int distance = heard.isEmpty() ? 0 : Integer.MAX_VALUE;
        int saidBefore = 0;
        for (int i = 0; i < places.length; i++) {
            while (saidBefore < sent.size()
                    && sent.get(saidBefore).at() <= heard.get(i).at()) {
                saidBefore++;
            }
            distance = Math.min(distance, saidBefore - 1 - places[i]);
        }
        return distance;
    }
}
