package io.pinhole.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.pinhole.loadtest.local.JavaProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceBenchIT {

    /** On a machine that stands still for long, the relay drops frames for their age: that is told, and nothing else. */
    @Test
    void everyFrameIsAccountedFor(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("bench.log");
        Path json = folder.resolve("bench.json");
        List<String> arguments = List.of("bench", "voice", "--calls", "2", "--seconds", "1", "--json", json.toString());
        Optional<Integer> exitCode;
        try (JavaProcess bench = JavaProcess.start("io.pinhole.loadtest.Main", arguments, log)) {
            exitCode = bench.await(60, TimeUnit.SECONDS);
        }

        Map<String, Object> report = JSONObjectUtils.parse(Files.readString(json));
        long received = number(report, "received");
        long lost = number(report, "lost");
        assertThat(received + lost).isEqualTo(number(report, "sent")).isEqualTo(200);
        assertThat(lost).isLessThanOrEqualTo(number(report, "relayDropped"));
        assertThat(received).isPositive();
        assertThat(exitCode).hasValue(lost == 0 ? 0 : 1);
        assertThat(log).content().contains("200 sent, " + received + " received, " + lost + " lost");
        assertThat(json).content().contains("\"relayP50Seconds\"").doesNotContain("NaN");
    }

    private static long number(Map<String, Object> report, String name) {
        return ((Number) report.get(name)).longValue();
    }
}
