package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"--help", "token --help", "token -h", "--version", "token --version"})
    void helpIsEverywhere(String arguments) {
        assertThat(run(arguments.split(" "))).isZero();
        assertThat(out.toString()).contains("pinhole");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aProxyIsAnOption() {
        assertThat(run("serve", "--behind-proxy", "--print-config")).isZero();
        assertThat(out.toString()).contains("behind-proxy = \"true\"\n");
    }

    @Test
    void withoutACommandTheErrorIsOneLine() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("pinhole: ")
                .endsWith(" (see pinhole --help)\n")
                .containsOnlyOnce("\n");
    }

    @Test
    void aMisspeltCommandIsAnsweredWithAHint() {
        assertThat(run("tokn")).isEqualTo(2);
        assertThat(err.toString()).contains("tokn").containsOnlyOnce("\n");
    }

    private int run(String... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
