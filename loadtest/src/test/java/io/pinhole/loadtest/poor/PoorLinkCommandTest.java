package io.pinhole.loadtest.poor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PoorLinkCommandTest {

    private final StringWriter errors = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "--link=L9, --link L9 is none of L0",
        "--direction=sideways, --direction is up",
        "--transport=udp, --transport is tls or wss",
        "--runs=0, at least 1",
        "--jobs=0, at least 1",
        "--cc=bbr, --cc is for --kernel"
    })
    void aWrongWordIsNamed(String option, String complaint) {
        assertThat(run(option)).isEqualTo(2);
        assertThat(errors.toString()).contains(complaint);
    }

    @Test
    void withoutALaboratoryThereIsNoKernel() {
        assertThat(run("--kernel", "--lab=/nowhere/lab")).isEqualTo(2);
        assertThat(errors.toString()).containsAnyOf("only root may", "the laboratory is not at /nowhere/lab");
    }

    private int run(String... arguments) {
        CommandLine command = new CommandLine(new PoorLinkCommand());
        command.setErr(new PrintWriter(errors, true));
        return command.execute(arguments);
    }
}
