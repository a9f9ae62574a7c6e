package io.pinhole.loadtest.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.pinhole.loadtest.Main;
import io.pinhole.loadtest.local.JavaProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoIT {

    /** How fast this machine is, is not the question here. */
    private static final String PATIENCE_MILLIS = "30000";

    @TempDir
    private Path folder;

    @Test
    void everythingHappensAtTheRealRelay() throws Exception {
        Map<String, Object> findings = run(0, List.of());
        assertThat(findings.keySet()).containsExactly("S2", "S3", "S4", "S6", "S8", "S9", "S11", "bytes");
        assertThat(failed(findings)).as(output()).isEmpty();
        for (String behaviour : findings.keySet()) {
            assertThat(JSONObjectUtils.getJSONObjectArray(finding(findings, behaviour), "frames"))
                    .as(behaviour)
                    .isNotEmpty()
                    .allSatisfy(frame -> assertThat(frame).containsKeys("at", "t", "ev"));
        }
    }

    @ParameterizedTest
    @CsvSource({"Blind, S8", "Lenient, S4", "Silent, S11"})
    void aFaultMakesExactlyItsBehaviourFail(String relay, String behaviour) throws Exception {
        Map<String, Object> findings = run(1, List.of("--relay-main", FaultyRelay.class.getName() + "$" + relay));
        assertThat(failed(findings)).as(output()).containsExactly(behaviour);
        assertThat(output()).containsPattern("(?m)^" + behaviour + " +FAIL  ").contains("did NOT happen");
    }

    private Map<String, Object> run(int exitCode, List<String> more) throws Exception {
        Path json = folder.resolve("demo.json");
        List<String> arguments =
                new ArrayList<>(List.of("demo", "--json", json.toString(), "--patience", PATIENCE_MILLIS));
        arguments.addAll(more);
        try (JavaProcess demo =
                JavaProcess.startShortLived(Main.class.getName(), arguments, folder.resolve("demo.log"))) {
            Optional<Integer> ended = demo.await(120, TimeUnit.SECONDS);
            assertThat(ended).as(output()).hasValue(exitCode);
        }
        return JSONObjectUtils.parse(Files.readString(json));
    }

    private String output() throws Exception {
        return Files.readString(folder.resolve("demo.log"));
    }

    private static List<String> failed(Map<String, Object> findings) throws Exception {
        List<String> failed = new ArrayList<>();
        for (String behaviour : findings.keySet()) {
            if (!JSONObjectUtils.getBoolean(finding(findings, behaviour), "passed")) {
                failed.add(behaviour);
            }
        }
        return failed;
    }

    private static Map<String, Object> finding(Map<String, Object> findings, String behaviour) throws Exception {
        return JSONObjectUtils.getJSONObject(findings, behaviour);
    }
}
