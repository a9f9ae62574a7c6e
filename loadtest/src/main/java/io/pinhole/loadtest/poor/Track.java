package io.pinhole.loadtest.poor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbered things that one person sent and the other got: when each was due, and when it came. */
final class Track {

    private final List<Sent> inOrder;

    /**
     * @param said when it was said, which is late when the machine is busy
     * @param millis how long after it was due it came; empty if it was lost
     */
    record Sent(long due, long said, Optional<Double> millis) {

        Optional<Long> arrivedAt() {
            return millis.map(late -> due + (long) (late * 1e6));
        }
    }

    private Track(List<Sent> sent) {
        this.inOrder = sent.stream().sorted(Comparator.comparingLong(Sent::due)).toList();
    }

    static Track voice(Diary from, Diary to) {
        Map<Long, Long> came = new HashMap<>();
        to.all("voice-received").forEach(moment -> came.putIfAbsent(moment.number("seq"), moment.at()));
        List<Sent> sent = new ArrayList<>();
        from.all("voice-sent").forEach(moment -> sent.add(sent(moment, came.get(moment.number("seq")))));
        return new Track(sent);
    }

    /** A note is there when it or one that replaces it has come. */
    static Track notes(Diary from, Diary to) {
        List<Moment> came = to.all("note-received").toList();
        List<Sent> sent = new ArrayList<>();
        int next = 0;
        for (Moment moment : from.all("note-made").toList()) {
            while (next < came.size() && came.get(next).number("seq") < moment.number("seq")) {
                next++;
            }
            sent.add(sent(moment, next < came.size() ? came.get(next).at() : null));
        }
        return new Track(sent);
    }

    private static Sent sent(Moment moment, @Nullable Long arrivedAt) {
        long due = moment.number("due");
        return new Sent(due, moment.at(), Optional.ofNullable(arrivedAt).map(at -> (at - due) / 1e6));
    }

    /** Of what was due in that time. */
    Delays delays(Span span) {
        return Delays.of(inOrder.stream()
                .filter(sent -> span.has(sent.due()))
                .map(Sent::millis)
                .toList());
    }

    /** How late the speaker itself was. */
    Delays saidLate(Span span) {
        return Delays.of(inOrder.stream()
                .filter(sent -> span.has(sent.due()))
                .map(sent -> Optional.of((sent.said() - sent.due()) / 1e6))
                .toList());
    }

    /** By when they were due. */
    List<Sent> all() {
        return inOrder;
    }
}
