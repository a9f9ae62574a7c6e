package io.pinhole.loadtest.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.pinhole.loadtest.Main;
import io.pinhole.loadtest.local.JavaProcess;
import io.pinhole.relay.cli.CommandSetup;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DemoIT {

    private static final String[] BEHAVIOURS = {
        "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S11", "S12", "bytes"
    };
    /** How fast this machine is, is not the question here. */
    private static final List<String> PATIENT = List.of("--patience", "30000", "--wait", "30000");
    /** Something is waited for in vain. */
    private static final List<String> LESS_PATIENT = List.of("--patience", "30000", "--wait", "10000");

    /** More than there are processors would hold packets back and let them come together, which no line of 64 kbit/s does. */
    private static final int AT_ONCE = Math.min(4, Runtime.getRuntime().availableProcessors());

    private final ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);

    @TempDir
    private Path folder;

    /** What a run said, and what it found. */
    private record Run(int exitCode, String output, Map<String, Object> findings) {}

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void everythingHappensAtTheRealRelay() throws Exception {
        Path json = folder.resolve("demo.json");
        Path log = folder.resolve("demo.log");
        try (JavaProcess demo = JavaProcess.startShortLived(Main.class.getName(), arguments(PATIENT, json), log)) {
            Optional<Integer> ended = demo.await(180, TimeUnit.SECONDS);
            assertThat(ended).as(Files.readString(log)).hasValue(0);
        }
        Map<String, Object> findings = JSONObjectUtils.parse(Files.readString(json));
        assertThat(findings.keySet()).containsExactly(BEHAVIOURS);
        assertThat(Files.readAllLines(log).stream().reduce("", (before, line) -> line))
                .isEqualTo("the flattened picture: " + picture(json));
        assertThat(ImageIO.read(picture(json).toFile())).isNotNull();
        for (String behaviour : BEHAVIOURS) {
            assertThat(JSONObjectUtils.getJSONObjectArray(finding(findings, behaviour), "frames"))
                    .as(behaviour)
                    .isNotEmpty()
                    .allSatisfy(frame -> assertThat(frame).containsKeys("at", "t", "ev"));
        }
    }

    @TestFactory
    Stream<DynamicTest> aFaultMakesExactlyItsBehaviourFail() {
        Map<Fault, Future<Run>> runs = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            runs.put(fault, pool.submit(() -> run(fault)));
        }
        return runs.entrySet().stream()
                .map(run -> DynamicTest.dynamicTest(
                        run.getKey().name() + " " + run.getKey().behaviour(),
                        () -> requireFailed(run.getValue().get(), run.getKey().behaviour())));
    }

    private static void requireFailed(Run run, String behaviour) throws Exception {
        assertThat(failed(run.findings)).as(run.output).containsExactly(behaviour);
        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.output).containsPattern("(?m)^" + behaviour + " +FAIL  ").contains("did NOT happen");
    }

    /** All in this process, to which a dozen of them are no burden. */
    private Run run(Fault fault) throws Exception {
        Path json = folder.resolve(fault + ".json");
        StringWriter output = new StringWriter();
        DemoCommand demo =
                new DemoCommand(ThreadProgram::start, (arguments, log) -> FaultyRelay.start(fault, arguments, log));
        List<String> arguments = arguments(LESS_PATIENT, json);
        int exitCode = CommandSetup.apply(new CommandLine(demo))
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(output))
                .execute(arguments.subList(1, arguments.size()).toArray(String[]::new));
        assertThat(json).as(output.toString()).exists();
        return new Run(exitCode, output.toString(), JSONObjectUtils.parse(Files.readString(json)));
    }

    private static List<String> arguments(List<String> patience, Path json) {
        List<String> arguments = new ArrayList<>(List.of(
                "demo", "--json", json.toString(), "--picture", picture(json).toString()));
        arguments.addAll(patience);
        return arguments;
    }

    private static Path picture(Path json) {
        return json.resolveSibling(json.getFileName() + ".jpg");
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
