package io.pinhole.relay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import io.pinhole.protocol.frame.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {

    @TempDir
    Path temporary;

    @Test
    void theDefaultsAreWhatTheyAreSaidToBe() {
        RelayConfig config = settings(Map.of()).relay();

        assertThat(config.data().root()).isEqualTo(Path.of("./pinhole-data"));
        assertThat(config.deployment()).isEqualTo("pinhole");
        assertThat(config.listen())
                .isEqualTo(new ListenConfig(
                        new Address("0.0.0.0", 4433), new Address("0.0.0.0", 8443), new Address("127.0.0.1", 9464)));
        assertThat(config.http()).isEqualTo(new HttpConfig(false, false, List.of()));
        assertThat(config.tls()).isEqualTo(new TlsConfig(Optional.empty(), Optional.empty()));
        assertThat(config.logFormat()).isEqualTo(LogFormat.TEXT);
        assertThat(config.auth())
                .isEqualTo(new AuthConfig(
                        4096, Duration.ofSeconds(15), Duration.ofSeconds(5), 1000, 100, Duration.ofHours(24)));
        assertThat(config.call()).isEqualTo(new CallConfig(Mode.VIDEO, Duration.ofHours(24)));
        assertThat(config.connection()).isEqualTo(new ConnectionConfig(Duration.ofSeconds(30), 1 << 20, 120));
        assertThat(config.limits()).isEqualTo(new LimitsConfig(8, 500));
        assertThat(config.photo())
                .isEqualTo(new PhotoConfig(16 << 20, 40_000_000, 12_000, 64, Duration.ofHours(24), 64 << 20));
    }

    @Test
    void eachSourceOutranksTheNext() throws IOException {
        Path file = file("limits.participants = 2, limits.photos-per-call = 2\nphoto { max-scans = 2 }");
        Map<String, String> environment =
                Map.of("PINHOLE_LIMITS_PARTICIPANTS", "3", "PINHOLE_LIMITS_PHOTOS_PER_CALL", "3", "PATH", "/bin");
        RelayConfig config = Settings.load(Map.of("limits.participants", "4"), environment, Optional.of(file))
                .relay();

        assertThat(config.limits().participants()).isEqualTo(4);
        assertThat(config.limits().photosPerCall()).isEqualTo(3);
        assertThat(config.photo().maxScans()).isEqualTo(2);
        assertThat(config.photo().maxSide()).isEqualTo(12_000);
    }

    @Test
    void everyKeyCanBeSetFromTheEnvironment() {
        Settings settings = settings(Map.of());
        Map<String, String> environment = settings.print()
                .lines()
                .map(line -> line.split(" = ", 2))
                .collect(Collectors.toMap(pair -> SettingKeys.variable(pair[0]), pair -> pair[1].replace("\"", "")));

        assertThat(Settings.load(Map.of(), environment, Optional.empty()).relay())
                .isEqualTo(settings.relay());
    }

    @Test
    void variablesThatAreNoSettingsAreLeftAlone() {
        Settings.load(Map.of(), Map.of("PINHOLE_TOKEN", "x", "PINHOLE_JAVA_OPTS", "-Xmx1g"), Optional.empty());
    }

    @Test
    void anUnknownKeyIsRefusedWithTheNearestOne() throws IOException {
        assertThatThrownBy(() -> settings(Map.of("limits.particpants", "3")))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "unknown setting limits.particpants in the command line; did you mean limits.participants?");
        assertThatThrownBy(() -> Settings.load(Map.of(), Map.of("PINHOLE_LISTENS", "x"), Optional.empty()))
                .hasMessage("unknown setting PINHOLE_LISTENS in the environment; did you mean PINHOLE_LISTEN?");
        Path file = file("photo { max-scan = 3 }");
        assertThatThrownBy(() -> Settings.load(Map.of(), Map.of(), Optional.of(file)))
                .hasMessage("unknown setting photo.max-scan in " + file + "; did you mean photo.max-scans?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limits = 5",
                "listen { host = a }",
                "limits.participants = null",
                "limits {",
                "data = ${HOME}",
                "a.b.c = 1"
            })
    void aFileThatMeansNothingIsRefusedInOneLine(String content) throws IOException {
        Path file = file(content);
        assertThatThrownBy(() ->
                        Settings.load(Map.of(), Map.of(), Optional.of(file)).relay())
                .isInstanceOf(ConfigException.class)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aMissingFileIsRefused() {
        Path file = temporary.resolve("none.conf");
        assertThatThrownBy(() -> Settings.load(Map.of(), Map.of(), Optional.of(file)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(file.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limits.participants | many | limits.participants = many: a whole number is needed",
                "limits.participants | 0 | limits.participants = 0: must be from 1 to 31",
                "limits.participants | 2.5 | limits.participants = 2.5: a whole number is needed",
                "auth.timeout | soon | auth.timeout = soon: a duration such as 30 s is needed",
                "auth.timeout | -3 s | auth.timeout = -3000 ms: must be from 1000 to 120000 ms",
                "photo.max-bytes | 3 GiB | photo.max-bytes = 3 GiB: a size such as 16 MiB, below 2 GiB is needed",
                "listen | 4433 | listen = 4433: host:port is needed",
                "listen | host:http | listen = host:http: host:port is needed",
                "listen | host:65536 | listen = host:65536: host:port is needed",
                "listen | ::1:4433 | listen = ::1:4433: host:port is needed",
                "behind-proxy | maybe | behind-proxy = maybe: true or false is needed",
                "http-plain | true | http-plain = true: http = 0.0.0.0:8443 is not a loopback address; if a proxy does TLS, set behind-proxy",
                "http-origins | app.example | http-origins = app.example: an origin is a scheme and a host, such as https://app.example.com",
                "http-origins | https://a, https://b/ | http-origins = https://b/: an origin is a scheme and a host, such as https://app.example.com",
                "log.format | xml | log.format = xml: text or json is needed",
                "log.format | JSON | log.format = JSON: text or json is needed",
                "call.default-mode | audio | call.default-mode = audio: video or photo is needed",
                "tls.certificate | c.pem | tls.key = \"\": certificate and key are needed together",
                "connection.reconnect-grace | 2 h | connection.reconnect-grace = 7200000 ms: must be from 0 to 3600000 ms",
            })
    void aWrongValueIsRefusedWithKeyValueAndMend(String key, String value, String message) {
        assertThatThrownBy(() -> settings(Map.of(key, value)).relay())
                .isInstanceOf(ConfigException.class)
                .hasMessage(message);
    }

    @Test
    void plainHttpIsForThisMachineOrAProxy() {
        for (String own : List.of("127.0.0.1:0", "[::1]:0", "localhost:0")) {
            assertThat(settings(Map.of("http", own, "http-plain", "true"))
                            .relay()
                            .http()
                            .tls())
                    .isFalse();
        }
        assertThat(settings(Map.of("behind-proxy", "true")).relay().http().tls())
                .isFalse();
        assertThatThrownBy(() -> settings(Map.of("behind-proxy", "true", "http-plain", "true"))
                        .relay())
                .isInstanceOf(ConfigException.class);
    }

    @Test
    void originsAreAListOrHaveCommasBetween() throws IOException {
        List<String> origins = List.of("https://app.example", "https://[2001:db8::1]:8443");
        Path file = file("http-origins = [ \"https://APP.example\", \"https://[2001:db8::1]:8443\" ]");
        assertThat(Settings.load(Map.of(), Map.of(), Optional.of(file))
                        .relay()
                        .http()
                        .origins())
                .isEqualTo(origins);
        assertThat(settings(Map.of("http-origins", String.join(" , ", origins)))
                        .relay()
                        .http()
                        .origins())
                .isEqualTo(origins);
    }

    @Test
    void addressesOfBothFamiliesAreUnderstood() {
        assertThat(settings(Map.of("listen", "[::]:0")).relay().listen().link()).isEqualTo(new Address("::", 0));
        assertThat(new Address("::", 0)).hasToString("[::]:0");
        assertThat(Address.parse("relay.example:443")).hasToString("relay.example:443");
    }

    @Test
    void thePrintedConfigurationIsOneThatCanBeLoaded() throws IOException {
        Settings settings = settings(Map.of("data", "/a b/\"c\"", "limits.participants", "3"));

        assertThat(settings.print()).contains("limits.participants = \"3\"\n");
        assertThat(Settings.load(Map.of(), Map.of(), Optional.of(file(settings.print())))
                        .relay())
                .isEqualTo(settings.relay());
    }

    @Test
    void secretsAreKnownByTheirNames() {
        assertThat(SettingKeys.isSecret("webhook.secret")).isTrue();
        assertThat(SettingKeys.isSecret("auth.max-token-lifetime")).isFalse();
    }

    @Test
    void keysThatWouldBeOneInTheEnvironmentCannotBeAdded() {
        assertThatThrownBy(() -> SettingKeys.of(ConfigFactory.parseString("a.b = 1, a-b = 2")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Settings settings(Map<String, String> overrides) {
        return Settings.load(overrides, Map.of(), Optional.empty());
    }

    private Path file(String content) throws IOException {
        return Files.writeString(temporary.resolve("relay.conf"), content);
    }
}
