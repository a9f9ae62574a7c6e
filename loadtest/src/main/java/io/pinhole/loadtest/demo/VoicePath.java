package io.pinhole.loadtest.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One person's voice at another's ear: how much is missing, how late it was, how long it was silent.
 *
 * <p>Speech carries no numbers, so they are found. Ticks number the frames within a stretch of speech: a gap in ticks is
 * a frame missing. After a stall of the speaker's own machine a new stretch begins (talkStart), with ticks of its own.
 * Frames come in order, so the frame heard is the newest that can have been sent before it, with the same distance
 * for all: the smallest distance found for any. A frame lost between two stretches makes that distance too small, and
 * then the newest frames seem never to have come; so a loss shows wherever it happens.
 */
final class VoicePath {

    /** What is later is dropped, and so counts as missing. */
    static final long MAX_DELAY_NANOS = 400_000_000;

    private static final int TICKS_A_FRAME = 2;
    private static final int TICK_MASK = 0xffff;

    private final List<Happening> heard;
    private final int missing;
    private final long delay;

    /**
     * @param sent all that was said, in order
     * @param heard what was heard of it in the time that counts, in order
     * @param end of that time
     */
    VoicePath(List<Happening> sent, List<Happening> heard, long end) {
        this.heard = List.copyOf(heard);
        int[] places = places(heard);
        int distance = distance(sent, heard, places);
        int last = heard.isEmpty() ? -1 : places[heard.size() - 1];
        int gaps = last + 1 - heard.size();
        long due = sent.stream()
                .skip(Math.max(0, last + distance + 1))
                .filter(frame -> frame.at() < end - MAX_DELAY_NANOS)
                .count();
        this.missing = gaps + (int) due;
        this.delay = delay(sent, heard, places, distance);
    }

    int frames() {
        return heard.size();
    }

    /** Frames that were said and not heard. */
    int missing() {
        return missing;
    }

    /** From mouth to ear, the longest. */
    long delay() {
        return delay;
    }

    /** The two frames with the longest silence between them, of which one was heard in that time. */
    Optional<Silence> longestSilence(long from, long to) {
        List<Silence> silences = new ArrayList<>();
        for (int i = 1; i < heard.size(); i++) {
            Silence silence = new Silence(heard.get(i - 1), heard.get(i));
            if (silence.after().at() >= from && silence.before().at() <= to) {
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
            long ticks = (heard.get(i).number("tick") - heard.get(i - 1).number("tick")) & TICK_MASK;
            boolean isNewStretch = heard.get(i).has("talkStart", true);
            places[i] = places[i - 1] + (isNewStretch ? 1 : (int) (ticks / TICKS_A_FRAME));
        }
        return places;
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

    private static long delay(List<Happening> sent, List<Happening> heard, int[] places, int distance) {
        long longest = 0;
        for (int i = 0; i < places.length; i++) {
            int place = places[i] + distance;
            if (place >= 0) {
                longest = Math.max(longest, heard.get(i).at() - sent.get(place).at());
            }
        }
        return longest;
    }
}
