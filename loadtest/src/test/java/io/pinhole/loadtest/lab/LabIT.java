package io.pinhole.loadtest.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Only where a laboratory can be: as root, with TUN devices and a compiler. What it says holds on a slow machine too. */
@Timeout(60)
class LabIT {

    private static final Path LAB = Path.of("lab", "lab").toAbsolutePath();
    private static final Path SPACES = Path.of("/run/netns");
    private static final String NAME = "test-" + ProcessHandle.current().pid();
    private static final String SERVER = "10.77.0.2";
    private static final String LINE = "64:100:0:0:2000ms";
    private static final Pattern SHORTEST = Pattern.compile("rtt [^=]*= ([0-9.]+)/");
    private static final int PING_BYTES = 84;

    @TempDir
    private Path state;

    /** What the script said, standard error included. */
    private record Answer(int exitCode, String text) {}

    @BeforeAll
    static void onlyWhereItCanBe() {
        assumeTrue(System.getProperty("user.name").equals("root"), "root");
        assumeTrue(Files.isWritable(Path.of("/dev/net/tun")), "/dev/net/tun");
        for (String program : List.of("gcc", "ip", "nsenter", "flock", "ping")) {
            assumeTrue(isInstalled(program), program);
        }
    }

    @AfterEach
    void down() throws Exception {
        say("down");
        assertThat(spaces()).isEmpty();
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void aPingTakesBothDelaysAndIsCounted() throws Exception {
        up(LINE);
        assertThat(shortestMillis(say("a", "ping", "-c", "2", "-i", "0.1", SERVER)))
                .isGreaterThanOrEqualTo(200);

        for (String way : List.of("up", "down")) {
            Map<String, Object> counters = counters(way);
            assertThat(counters).containsEntry("carriedPackets", 2L).containsEntry("arrivedPackets", 2L);
            assertThat(counters).containsEntry("carriedBytes", 2L * PING_BYTES);
            assertThat(counters).containsEntry("droppedFull", 0L).containsEntry("bitsPerSecond", 64_000L);
        }
    }

    @Test
    void theSecondFarEndHasALineOfItsOwn() throws Exception {
        up(LINE, "--second");
        assertThat(shortestMillis(say("c", "ping", "-c", "1", SERVER))).isGreaterThanOrEqualTo(200);

        assertThat(counters("up", "--end", "a")).containsEntry("offeredPackets", 0L);
        assertThat(counters("up", "--end", "c")).containsEntry("offeredPackets", 1L);
    }

    @Test
    void anOutageHoldsWhatABlackoutLoses() throws Exception {
        up("0:0:0:0:9000");
        assertThat(say("outage", "1000000", "up").exitCode()).isZero();
        assertThat(say("a", "ping", "-c", "1", "-W", "0.1", SERVER).exitCode()).isOne();
        assertThat(counters("up"))
                .containsEntry("queuedBytes", (long) PING_BYTES)
                .containsEntry("lostInBlackout", 0L);

        up("0:0:0:0:9000");
        assertThat(say("blackout", "1000000", "up").exitCode()).isZero();
        assertThat(say("a", "ping", "-c", "1", "-W", "0.1", SERVER).exitCode()).isOne();
        assertThat(counters("up")).containsEntry("queuedBytes", 0L).containsEntry("lostInBlackout", 1L);
    }

    @Test
    void thePlanWaitsForItsStart() throws Exception {
        up("0:0:0:0:9000", "--rate", "0:16:-", "--rate", "1000000:8:8");
        assertThat(counters("up")).containsEntry("bitsPerSecond", 0L);

        assertThat(say("start").exitCode()).isZero();
        assertThat(counters("up")).containsEntry("bitsPerSecond", 16_000L);
        assertThat(counters("down")).containsEntry("bitsPerSecond", 0L);

        assertThat(say("change", "--down", "32").exitCode()).isZero();
        assertThat(counters("down")).containsEntry("bitsPerSecond", 32_000L);
    }

    @Test
    void downEndsWhatRunsThere() throws Exception {
        up(LINE);
        Process endless = begin("b", "sh", "-c", "echo begun; exec sleep 1000");
        assertThat(endless.inputReader().readLine()).isEqualTo("begun");
        assertThat(spaces()).hasSize(2);

        down();
        assertThat(endless.waitFor()).isNotZero();
    }

    @Test
    void aLineThatWasKilledDoesNotBlockTheNext() throws Exception {
        up(LINE);
        Answer pids = answer(new ProcessBuilder("ip", "netns", "pids", "pinhole-" + NAME + "-a"));
        ProcessHandle line =
                ProcessHandle.of(Long.parseLong(pids.text().strip())).orElseThrow();
        line.destroyForcibly();
        line.onExit().join();
        assertThat(say("count").exitCode()).isNotZero();

        up(LINE);
        assertThat(say("a", "ping", "-c", "1", SERVER).exitCode()).isZero();
    }

    @Test
    void wrongWordsAreToldAndLeaveNothing() throws Exception {
        for (String wrong : List.of("64:100:0:0", "64:100:200:0:9000", "64:100:0:101:9000", "0:100:0:0:9ms", "x")) {
            Answer answer = say("up", "--up", LINE, "--down", wrong);
            assertThat(answer).isEqualTo(new Answer(2, "line: --down: " + wrong + "\n"));
            assertThat(spaces()).isEmpty();
        }
        assertThat(say("up", "--up", LINE, "--down").text()).isEqualTo("lab: --down needs a value\n");
        assertThat(say("up", "--up", LINE, "--down", LINE, "--cc", "none").exitCode())
                .isEqualTo(2);
        assertThat(say("count")).isEqualTo(new Answer(2, "lab: no laboratory " + NAME + "\n"));
    }

    private void up(String line, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("--up", line, "--down", line));
        words.addAll(List.of(more));
        assertThat(say("up", words.toArray(String[]::new))).isEqualTo(new Answer(0, ""));
    }

    private Map<String, Object> counters(String way, String... only) throws Exception {
        Map<String, Object> counters = JSONObjectUtils.parse(say("count", only).text());
        return JSONObjectUtils.getJSONObject(counters, way);
    }

    private Answer say(String verb, String... words) throws Exception {
        return answer(new ProcessBuilder(command(verb, words)));
    }

    private Process begin(String verb, String... words) throws Exception {
        return inState(new ProcessBuilder(command(verb, words))).start();
    }

    private Answer answer(ProcessBuilder builder) throws Exception {
        Process process = inState(builder).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    private ProcessBuilder inState(ProcessBuilder builder) {
        builder.environment().put("LAB_RUN", state.toString());
        return builder.redirectErrorStream(true);
    }

    private static List<String> command(String verb, String... words) {
        List<String> command = new ArrayList<>(List.of(LAB.toString(), verb, NAME));
        command.addAll(List.of(words));
        return command;
    }

    private static double shortestMillis(Answer pings) {
        Matcher matcher = SHORTEST.matcher(pings.text());
        assertThat(matcher.find()).as(pings.text()).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    private static List<Path> spaces() throws Exception {
        try (Stream<Path> all = Files.list(SPACES)) {
            return all.filter(space -> space.getFileName().toString().startsWith("pinhole-" + NAME + "-"))
                    .toList();
        }
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
