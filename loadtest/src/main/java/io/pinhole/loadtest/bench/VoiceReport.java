package io.pinhole.loadtest.bench;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** The figures of a run, for people and for programs. */
record VoiceReport(VoiceLoad load, VoiceFigures people, RelayFigures relay) {

    private static final double MILLION = 1e6;

    /** Every frame came, once, and to the right person. */
    boolean isWhole() {
        return people.sent() == load.frames() && people.lost() == 0 && people.surplus() == 0;
    }

    String text() {
        return String.format(
                Locale.ROOT,
                """
                  frames       %,d sent, %,d received, %,d lost, %,d surplus
                  end to end   %s (after a frame was due)
                  sent late    %s (the generator's own share of that)
                  relay        p50 %.3f ms, p99 %.3f ms, from read to written; %,.0f frames dropped
                  relay CPU    %.2f s, %.1f s a million frames
                  generator    %.2f s CPU
                """,
                people.sent(),
                people.received(),
                people.lost(),
                people.surplus(),
                millis(people.heard()),
                millis(people.said()),
                relay.delay().quantile(0.5) * 1e3,
                relay.delay().quantile(0.99) * 1e3,
                relay.dropped(),
                relay.cpuSeconds(),
                cpuPerMillion(),
                people.cpuSeconds());
    }

    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("calls", load.calls());
        all.put("seconds", load.seconds());
        all.put("sent", people.sent());
        all.put("received", people.received());
        all.put("lost", people.lost());
        all.put("surplus", people.surplus());
        all.put("endToEndNanos", nanos(people.heard()));
        all.put("sentLateNanos", nanos(people.said()));
        all.put("relayP50Seconds", relay.delay().quantile(0.5));
        all.put("relayP99Seconds", relay.delay().quantile(0.99));
        all.put("relayDropped", relay.dropped());
        all.put("relayCpuSeconds", relay.cpuSeconds());
        all.put("relayCpuSecondsPerMillionFrames", cpuPerMillion());
        all.put("generatorCpuSeconds", people.cpuSeconds());
        return JSONObjectUtils.toJSONString(all) + "\n";
    }

    private double cpuPerMillion() {
        return relay.cpuSeconds() / people.received() * MILLION;
    }

    private static String millis(Histogram histogram) {
        return String.format(
                Locale.ROOT,
                "p50 %.3f, p90 %.3f, p99 %.3f, p99.9 %.3f, max %.3f ms",
                histogram.getValueAtPercentile(50) / MILLION,
                histogram.getValueAtPercentile(90) / MILLION,
                histogram.getValueAtPercentile(99) / MILLION,
                histogram.getValueAtPercentile(99.9) / MILLION,
                histogram.getMaxValue() / MILLION);
    }

    private static Map<String, Object> nanos(Histogram histogram) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("p50", histogram.getValueAtPercentile(50));
        values.put("p90", histogram.getValueAtPercentile(90));
        values.put("p99", histogram.getValueAtPercentile(99));
        values.put("p999", histogram.getValueAtPercentile(99.9));
        values.put("max", histogram.getMaxValue());
        return values;
    }
}
