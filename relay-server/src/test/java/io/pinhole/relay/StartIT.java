package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pinhole.relay.config.Address;
import io.pinhole.relay.config.ConfigException;
import io.pinhole.relay.config.RelayConfig;
import io.pinhole.relay.config.Settings;
import io.pinhole.relay.fixture.TestRelay;
import io.pinhole.relay.fixture.WebClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartIT {

    @RegisterExtension
    static final TestRelay RUNNING = TestRelay.standard();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"listen", "http", "ops"})
    void aPortThatIsTakenIsNamedAndNothingIsLeftOpen(String port) throws Exception {
        String taken = RUNNING.address().toString();

        assertThatThrownBy(() -> RelayServer.start(config(Map.of(port, taken))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(taken);

        RelayServer.start(config(Map.of())).close(); // on the same data
    }

    @Test
    void aFolderThatIsInUseIsNotTouched() {
        assertThatThrownBy(() -> RelayServer.start(
                        config(Map.of("data", RUNNING.data().root().toString()))))
                .hasMessageContaining("another relay is running");
        assertThat(RUNNING.call().expert().isConnected()).isTrue();
    }

    @Test
    void plainHttpOffThisMachineIsRefused() {
        assertThatThrownBy(() -> RelayServer.start(config(Map.of("http", "0.0.0.0:0", "http-plain", "true"))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("http = 0.0.0.0:0 is not a loopback address")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void behindAProxyThePagesAreTheProxys() {
        try (TestRelay relay = TestRelay.with(Map.of("behind-proxy", "true")).start()) {
            Address http = relay.server().httpAddress();
            URI url = URI.create("ws://" + http + "/call");
            assertThat(WebClient.ask(url, "pinhole.1", "Origin", "https://" + http))
                    .isEqualTo(101);
            assertThat(WebClient.ask(url, "pinhole.1", "Origin", "https://127.0.0.2"))
                    .isEqualTo(403);
        }
    }

    private RelayConfig config(Map<String, String> other) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "data",
                folder.resolve("data").toString(),
                "listen",
                "127.0.0.1:0",
                "http",
                "127.0.0.1:0",
                "ops",
                "127.0.0.1:0"));
        settings.putAll(other);
        return Settings.load(settings, Map.of(), Optional.empty()).relay();
    }
}
