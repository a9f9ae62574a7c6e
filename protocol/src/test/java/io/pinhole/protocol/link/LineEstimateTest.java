package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.End;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Stamp;
import io.pinhole.protocol.frame.TrafficClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a link says of its line. */
final class LineEstimateTest {

    private static final Stamp STAMP = new Stamp(0, Stamp.COUNTED);
    private static final Reply REPLY = new Reply(1, Optional.empty());

    private final List<LineEstimate> estimates = new ArrayList<>();
    private final TestLink test = new TestLink(new Meter());

    @AfterEach
    void finish() {
        test.finish();
    }

    @Test
    void whileAnythingIsHeardTheLineIsToldOnceASecond() {
        for (int i = 0; i < 50; i++) {
            test.after(100).hears(STAMP, new End(i));
        }
        assertThat(estimates).hasSizeBetween(4, 5);
    }

    @Test
    void whileAnythingIsSentTheLineIsToldOnceASecond() {
        for (int i = 0; i < 50; i++) {
            test.does(link -> link.send(REPLY)).after(100);
        }
        assertThat(estimates).hasSizeBetween(4, 5);
    }

    @Test
    void aSilentLineIsNotToldUntilSomethingMoves() {
        test.after(2000);
        estimates.clear();
        test.after(7000);
        assertThat(estimates).isEmpty();
        test.hears(STAMP, new End(1)).after(1000);
        assertThat(estimates).hasSize(1);
    }

    @Test
    void beforeAnythingIsAnsweredNothingIsKnown() {
        test.does(link -> link.send(REPLY)).after(1000);
        LineEstimate first = estimates.get(0);
        assertThat(first.outBitsPerSecond()).isZero();
        assertThat(first.inBitsPerSecond()).isZero();
        assertThat(first.roundTripMillis()).isZero();
        assertThat(first.photoBytesInFlight()).isZero();
        assertThat(first.tickMillis()).isEqualTo(60);
    }

    @Test
    void whatWaitsIsTold() {
        test.does(link -> link.send(REPLY)).writable(false);
        test.does(link -> link.send(REPLY))
                .does(link -> link.send(new OperationResults(1, 1, List.of())))
                .does(link -> link.voice(Peer.voice(1), test.now()))
                .after(1000);
        LineEstimate.Waiting waiting = estimates.get(0).waiting();
        assertThat(waiting.control()).isPositive();
        assertThat(waiting.delta()).isPositive();
        assertThat(waiting.voice()).isPositive();
    }

    @Test
    void whatTheFarEndSaysIsTold() {
        test.does(link -> link.send(REPLY)).after(80);
        test.hears(STAMP, new Feedback(0, 0, 50, 0, 64_000 / 8 / Feedback.RATE_UNIT))
                .after(1000);
        LineEstimate told = estimates.get(0);
        assertThat(told.outBitsPerSecond()).isEqualTo(64_000);
        assertThat(told.roundTripMillis()).isEqualTo(80);
        assertThat(told.queueMillis()).isEqualTo(25);
    }

    private final class Meter implements LinkMeter {

        @Override
        public void sent(TrafficClass trafficClass, int bytes) {}

        @Override
        public void received(TrafficClass trafficClass, int bytes) {}

        @Override
        public void voiceSent(int frames, long ageNanos) {}

        @Override
        public void voiceDropped(DropCause cause, long frames) {}

        @Override
        public void waited(TrafficClass trafficClass, long nanos) {}

        @Override
        public void stalled() {}

        @Override
        public void movesAgain(long nanos) {}

        @Override
        public void deltasLapsed() {}

        @Override
        public void estimated(LineEstimate line) {
            estimates.add(line);
        }
    }
}
