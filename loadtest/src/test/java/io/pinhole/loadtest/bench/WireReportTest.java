package io.pinhole.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.pinhole.protocol.widget.WidgetKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What annotation takes on the wire: bounds, and that what the README says is what the command prints. */
class WireReportTest {

    private static final WireReport REPORT = WireReport.measure();

    @Test
    void aHandTakesNoMoreThanItMay() {
        assertThat(committed(InkHand.NOTE)).isLessThanOrEqualTo(0.45);
        assertThat(committed(InkHand.LARGE)).isLessThanOrEqualTo(0.55);
        assertThat(committed(InkHand.QUICK)).isLessThanOrEqualTo(0.62);
        assertThat(live(InkHand.NOTE)).isLessThanOrEqualTo(1.3);
        assertThat(live(InkHand.LARGE)).isLessThanOrEqualTo(1.4);
        assertThat(live(InkHand.QUICK)).isLessThanOrEqualTo(1.6);
    }

    @Test
    void everyKindOfWidgetIsMeasured() {
        List<String> measured =
                REPORT.operations().stream().map(OperationFigures::what).toList();
        for (WidgetKind kind : WidgetKind.values()) {
            assertThat(measured).contains("create " + kind.name().toLowerCase(Locale.ROOT));
        }
        assertThat(REPORT.operations()).allMatch(one -> one.toRelay() > 5 && one.toFollower() >= one.toRelay());
    }

    @Test
    void whatIsSentTogetherIsCompressedAndASingleOperationIsNot() {
        List<PackingFigures> packing = REPORT.packing();
        assertThat(packing).hasSize(4);
        assertThat(packing.subList(0, 3)).allMatch(one -> one.saved().orElse(0L) >= 5);
        assertThat(packing.get(3).saved()).isEmpty();
    }

    @Test
    void itIsTheSameEachTime() {
        assertThat(WireReport.measure().text()).isEqualTo(REPORT.text());
    }

    @Test
    void theReadmeHasWhatTheCommandPrints() throws IOException {
        assertThat(Files.readString(Path.of("../protocol/README.md"))).contains(REPORT.text());
    }

    @Test
    void theCommandPrintsItAndWritesItAsJson(@TempDir Path folder) throws IOException, ParseException {
        StringWriter out = new StringWriter();
        Path json = folder.resolve("wire.json");
        int exitCode = new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out))
                .execute("wire", "--json", json.toString());
        assertThat(exitCode).isZero();
        assertThat(out).hasToString(REPORT.text());
        assertThat(JSONObjectUtils.parse(Files.readString(json))).containsOnlyKeys("ink", "operations", "packing");
    }

    private static double committed(InkHand hand) {
        InkFigures figures = of(hand);
        return figures.perPoint(figures.committedBytes());
    }

    private static double live(InkHand hand) {
        InkFigures figures = of(hand);
        return figures.perPoint(figures.liveBytes());
    }

    private static InkFigures of(InkHand hand) {
        return REPORT.ink().stream()
                .filter(figures -> figures.hand() == hand)
                .findFirst()
                .orElseThrow();
    }
}
