package io.pinhole.loadtest.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a relay says of itself at /metrics.
 *
 * @param delay of voice within the relay, in seconds
 * @param dropped voice frames that waited too long
 */
record RelayFigures(Buckets delay, double cpuSeconds, double dropped) {

    private static final Pattern BUCKET =
            Pattern.compile("(?m)^pinhole_voice_relay_delay_seconds_bucket\\{le=\"([^\"]+)\",?\\} (\\S+)$");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static RelayFigures scrape(URI metrics) throws IOException, InterruptedException {
        return parse(HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(metrics).timeout(PATIENCE).build(), BodyHandlers.ofString())
                .body());
    }

    static RelayFigures parse(String text) throws IOException {
        TreeMap<Double, Double> atMost = new TreeMap<>();
        Matcher bucket = BUCKET.matcher(text);
        while (bucket.find()) {
            double bound = bucket.group(1).equals("+Inf") ? Double.POSITIVE_INFINITY : number(bucket.group(1));
            atMost.put(bound, number(bucket.group(2)));
        }
        return new RelayFigures(
                new Buckets(atMost),
                value(text, "process_cpu_seconds_total"),
                value(text, "pinhole_voice_dropped_total"));
    }

    RelayFigures since(RelayFigures before) {
        return new RelayFigures(delay.since(before.delay), cpuSeconds - before.cpuSeconds, dropped - before.dropped);
    }

    /** The sum over all labels. */
    private static double value(String text, String name) throws IOException {
        List<String> values = Pattern.compile("(?m)^" + name + "(?:\\{[^}]*\\})? (\\S+)$")
                .matcher(text)
                .results()
                .map(line -> line.group(1))
                .toList();
        if (values.isEmpty()) {
            throw new IOException("the relay's metrics have no " + name);
        }
        return values.stream().mapToDouble(RelayFigures::number).sum();
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
