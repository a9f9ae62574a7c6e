package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.relay.config.Address;
import io.pinhole.relay.fixture.Patience;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestRelay;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpsPagesIT {

    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{[a-z_]+=\"[^\"]*\",?([a-z_]+=\"[^\"]*\",?)*})? (\\S+)");

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.standard();

    @Test
    void everyLineOfTheMetricsIsASampleOrExplainsOne() {
        List<String> lines = RELAY.ops("GET", "/metrics").body().lines().toList();
        Set<String> helped = new HashSet<>();
        for (String line : lines) {
            if (line.startsWith("# HELP ")) {
                String[] words = line.split(" ", 4);
                assertThat(words[3]).as(line).isNotBlank();
                helped.add(words[2]);
            } else if (!line.startsWith("# TYPE ")) {
                Matcher sample = SAMPLE.matcher(line);
                assertThat(sample.matches()).as(line).isTrue();
                assertThat(Double.isNaN(number(sample.group(4)))).as(line).isFalse();
                assertThat(helped).as(line).anyMatch(sample.group(1)::startsWith);
            }
        }
        assertThat(helped).anyMatch(name -> name.startsWith("pinhole_")).anyMatch(name -> name.startsWith("jvm_"));
    }

    @Test
    void whatTheReadmeSaysIsWorthWatchingIsThere() throws IOException {
        List<String> named = Pattern.compile("pinhole_\\w+")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(named).isNotEmpty();
        String metrics = RELAY.ops("GET", "/metrics").body();
        assertThat(named).allMatch(name -> metrics.contains("# TYPE " + name + " "));
    }

    @Test
    void everyMetricOfTheRelayIsInTheTableOfTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        List<String> metrics = Pattern.compile("# TYPE (pinhole_\\w+) ")
                .matcher(RELAY.ops("GET", "/metrics").body())
                .results()
                .map(type -> type.group(1))
                .filter(name -> !name.endsWith("_max"))
                .toList();
        assertThat(metrics).isNotEmpty().allMatch(name -> readme.contains("| `" + name + "` |"));
    }

    @Test
    void noLabelNamesACallOrAPerson() {
        TestCall call = RELAY.call();
        TestClient someone = call.expert("somebody-in-particular");
        someone.sync();
        assertThat(RELAY.ops("GET", "/metrics").body())
                .doesNotContain("somebody-in-particular")
                .doesNotContain(call.id().value());
    }

    @Test
    void whoIsThereIsCounted() {
        double calls = RELAY.metric("pinhole_calls");
        double people = RELAY.metric("pinhole_participants");
        TestCall call = RELAY.call();
        TestClient operator = call.operator();
        TestClient expert = call.expert();
        assertThat(RELAY.metric("pinhole_calls")).isEqualTo(calls + 1);
        assertThat(RELAY.metric("pinhole_participants")).isEqualTo(people + 2);

        expert.leave();
        operator.await(Participant.class, p -> p.presence() == Presence.GONE);
        assertThat(RELAY.metric("pinhole_participants")).isEqualTo(people + 1);
        assertThat(RELAY.metric("pinhole_store_up")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /livez,       200",
        "HEAD,   /livez,       200",
        "GET,    /readyz,      200",
        "GET,    /readyz?x=1,  200",
        "GET,    /,            404",
        "GET,    /metrics/,    404",
        "GET,    /../metrics,  404",
        "GET,    /%2e%2e/keys, 404",
        "POST,   /metrics,     405",
        "DELETE, /livez,       405",
        "PUT,    /nothing,     405"
    })
    void eachPageAnswersToItsPathAndGetAlone(String method, String path, int status) {
        HttpResponse<String> answer = RELAY.ops(method, path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        if (status == 405) {
            assertThat(answer.headers().firstValue("allow")).contains("GET, HEAD");
        }
    }

    @Test
    void aPathThatCannotBeDecodedIsAnsweredToo() throws IOException {
        Address ops = RELAY.server().opsAddress();
        try (Socket socket = new Socket(ops.host(), ops.port())) {
            socket.setSoTimeout((int) Patience.LIMIT.toMillis());
            socket.getOutputStream().write("GET /%zz HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 404 ");
        }
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "NaN" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }
}
