package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.TrafficClass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LinkWatchTest implements LinkMeter {

    private final List<String> told = new ArrayList<>();
    private final LinkWatch watch = new LinkWatch(this);

    @Test
    void whatWaitsIsToldWhenNothingDoesAnyMore() {
        watch.onWaiting(true, false, 10);
        watch.onWaiting(true, true, 30);
        watch.onWaiting(false, true, 50);
        watch.onWaiting(false, false, 100);
        watch.onWaiting(false, false, 200);
        assertThat(told).containsExactly("CONTROL 40", "DELTA 70");
    }

    @Test
    void aStallIsToldWhenItBeginsAndWhenItEnds() {
        watch.onLine(false, 10);
        watch.onLine(true, 20);
        watch.onLine(true, 30);
        assertThat(told).containsExactly("stalled");
        watch.onLine(false, 50);
        watch.onLine(false, 60);
        assertThat(told).containsExactly("stalled", "moves 30");
    }

    @Test
    void dropsAreToldOnceByTheirCause() {
        VoiceQueue voice = new VoiceQueue();
        for (int i = 0; i < VoiceQueue.MAX_FRAMES + 2; i++) {
            voice.add(Peer.voice(i), i < 10 ? 0 : VoiceQueue.MAX_AGE_NANOS);
        }
        watch.onDropped(voice);
        watch.onDropped(voice);
        voice.dropStale(VoiceQueue.MAX_AGE_NANOS + 1);
        watch.onDropped(voice);
        voice.dropAll();
        watch.onDropped(voice);
        assertThat(told).containsExactly("COUNT 2", "AGE 8", "QUEUE 56");
        assertThat(voice.bytes()).isZero();
    }

    @Override
    public void waited(TrafficClass trafficClass, long nanos) {
        told.add(trafficClass + " " + nanos);
    }

    @Override
    public void stalled() {
        told.add("stalled");
    }

    @Override
    public void movesAgain(long nanos) {
        told.add("moves " + nanos);
    }

    @Override
    public void voiceDropped(DropCause cause, long frames) {
        told.add(cause + " " + frames);
    }

    @Override
    public void sent(TrafficClass trafficClass, int bytes) {}

    @Override
    public void received(TrafficClass trafficClass, int bytes) {}

    @Override
    public void voiceSent(int frames, long ageNanos) {}

    @Override
    public void deltasLapsed() {}

    @Override
    public void estimated(LineEstimate line) {}
}
