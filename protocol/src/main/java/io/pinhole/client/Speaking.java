package io.pinhole.client;

import io.pinhole.protocol.frame.TrafficClass;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.link.DropCause;
import io.pinhole.protocol.link.LineEstimate;
import io.pinhole.protocol.link.LinkMeter;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One's own voice on its way to the line, if there is one. On the client's loop. */
final class Speaking implements LinkMeter {

    private static final int MYSELF = 0;

    private final VoiceClock clock = new VoiceClock();
    private final AtomicLong dropped = new AtomicLong();
    private @Nullable Line line;

    void begin(Line joined) {
        line = joined;
    }

    void lost() {
        line = null;
    }

    /** Takes the frame over. */
    void speak(SpokenFrame frame) {
        VoiceClock.Time time = clock.next(frame.duration(), frame.at());
        if (line == null) {
            frame.opus().release();
            dropped.incrementAndGet();
            return;
        }
        Voice voice =
                new Voice(time.talkStart(), frame.level(), frame.duration(), MYSELF, 1, time.tick(), frame.opus());
        line.link().voice(voice, frame.at());
    }

    /** Frames that were spoken and never sent. */
    long dropped() {
        return dropped.get();
    }

    @Override
    public void sent(TrafficClass trafficClass, int bytes) {}

    @Override
    public void received(TrafficClass trafficClass, int bytes) {}

    @Override
    public void voiceSent(int frames, long ageNanos) {}

    @Override
    public void voiceDropped(DropCause cause, long frames) {
        dropped.addAndGet(frames);
    }

    @Override
    public void waited(TrafficClass trafficClass, long nanos) {}

    @Override
    public void stalled() {}

    @Override
    public void movesAgain(long nanos) {}

    @Override
    public void deltasLapsed() {}

    @Override
    public void estimated(LineEstimate line) {}
}
