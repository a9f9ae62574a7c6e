package io.pinhole.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.loadtest.local.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceBenchIT {

    @Test
    void twoCallsLoseNothingInASecond(@TempDir Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("bench.log");
        Path json = folder.resolve("bench.json");
        List<String> arguments = List.of("bench", "voice", "--calls", "2", "--seconds", "1", "--json", json.toString());
        try (JavaProcess bench = JavaProcess.start("io.pinhole.loadtest.Main", arguments, log)) {
            assertThat(bench.await(60, TimeUnit.SECONDS)).hasValue(0);
        }
        assertThat(log).content().contains("200 sent, 200 received, 0 lost");
        assertThat(json).content().contains("\"lost\":0", "\"relayP50Seconds\"");
        assertThat(Files.readString(json)).doesNotContain("NaN");
    }
}
