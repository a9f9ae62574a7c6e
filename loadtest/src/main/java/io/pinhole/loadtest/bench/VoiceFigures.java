package io.pinhole.loadtest.bench;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What the people of a load said and heard.
 *
 * @param lost frames that were sent and not heard
 * @param surplus frames that came twice or to the wrong call
 * @param said how late they were sent, in nanoseconds after they were due
 * @param heard how late they came, in nanoseconds after they were due
 * @param cpuSeconds of the process that spoke and listened
 */
record VoiceFigures(
        long sent, long received, long lost, long surplus, Histogram said, Histogram heard, double cpuSeconds) {

    /** Histograms are copied: the people may go on. */
    static VoiceFigures of(VoiceLoad load, List<Person> people, Stopwatch stopwatch, double cpuSeconds) {
        return new VoiceFigures(
                stopwatch.said().getTotalCount(),
                people.stream().mapToLong(person -> person.ledger().received()).sum(),
                people.stream()
                        .mapToLong(person -> person.ledger().lost(load.framesEach()))
                        .sum(),
                people.stream().mapToLong(person -> person.ledger().surplus()).sum(),
                stopwatch.said().copy(),
                stopwatch.heard().copy(),
                cpuSeconds);
    }
}
