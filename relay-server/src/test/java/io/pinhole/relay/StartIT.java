package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pinhole.relay.config.ConfigException;
import io.pinhole.relay.config.RelayConfig;
import io.pinhole.relay.config.Settings;
import io.pinhole.relay.fixture.TestRelay;
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
