package io.pinhole.loadtest.poor;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.loadtest.poor.Group.Effort;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Group L4 = new Group(
            Scenes.named("L4").orElseThrow(), Direction.UP, Transport.TLS, Optional.of("bbr"), new Effort(2, true));

    @Test
    void theProductAndTheControlStandSideBySideWithTheBars() throws Exception {
        Results results = Results.of(Optional.empty());
        for (Run run : L4.all()) {
            boolean isOwn = run.transport() == Transport.TLS;
            double late = run.load() == Load.QUIET ? 10 : isOwn ? 21.5 : 95;
            double photo = isOwn ? 1.5 + run.number() / 10.0 : 1.25;
            results.add(run, new Figures(Map.of("voice.late200Percent", late, "photo.overLimit", photo)));
        }
        String report = Report.of(L4, results);
        assertThat(report.lines().toList().get(0)).matches("L4 up, tls, bbr, median of 2 runs +pinhole +plain");
        assertThat(report)
                .containsPattern(
                        "voice late by over 200 ms, over that without a photo +11.50 +85.00 +<= 12 points +ok\n")
                .containsPattern("photo, time over limit +1.65 +1.25 +<= 1.6 times +over\n")
                .containsPattern("MOS before / during +- / - +- / -\n");
    }

    @Test
    void whatWasNotMeasuredIsNotHeld() throws Exception {
        assertThat(Report.of(L4, Results.of(Optional.empty())))
                .containsPattern("photo, time over limit +- +- +<= 1.6 times +over\n");
    }

    @Test
    void lossyLinesAreAlsoMeasuredWithoutAPhotoAndWithoutTheControlIfSoSaid() {
        assertThat(L4.all())
                .extracting(Run::key)
                .containsExactly(
                        "L4/up/tls/photo/bbr/1",
                        "L4/up/tls/photo/bbr/2",
                        "L4/up/tls/quiet/bbr/1",
                        "L4/up/tls/quiet/bbr/2",
                        "L4/up/plain/photo/bbr/1",
                        "L4/up/plain/photo/bbr/2",
                        "L4/up/plain/quiet/bbr/1",
                        "L4/up/plain/quiet/bbr/2");
        Group alone = new Group(L4.scene(), Direction.UP, Transport.WSS, Optional.empty(), new Effort(1, false));
        assertThat(alone.all())
                .extracting(Run::key)
                .containsExactly("L4/up/wss/photo/user-space/1", "L4/up/wss/quiet/user-space/1");
    }
}
