package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.TrafficClass;
import java.util.EnumMap;
import java.util.Map;

/**
 * Tells the meter what no single frame shows: how long classes waited, that the line stalled, what was dropped. Time is
 * an argument, in nanoseconds of the monotonic clock. Owned by the link's thread.
 */
final class LinkWatch {

    private final LinkMeter meter;
    private final Wait control = new Wait(TrafficClass.CONTROL);
    private final Wait delta = new Wait(TrafficClass.DELTA);
    private final Map<DropCause, Long> dropped = new EnumMap<>(DropCause.class);
    private long droppedInAll;
    private boolean stalled;
    private long stalledAt;

    LinkWatch(LinkMeter meter) {
        this.meter = meter;
    }

    /** From when something of a class waits until nothing does. */
    private final class Wait {

        final TrafficClass trafficClass;
        boolean waiting;
        long since;

        Wait(TrafficClass trafficClass) {
            this.trafficClass = trafficClass;
        }

        void on(boolean anything, long now) {
            if (anything && !waiting) {
                since = now;
            } else if (waiting && !anything) {
                meter.waited(trafficClass, now - since);
            }
            waiting = anything;
        }
    }

    /** Whether anything waits now. */
    void onWaiting(boolean anyControl, boolean anyDelta, long now) {
        control.on(anyControl, now);
        delta.on(anyDelta, now);
    }

    void onLine(boolean isStalled, long now) {
        if (isStalled && !stalled) {
            stalledAt = now;
            meter.stalled();
        } else if (stalled && !isStalled) {
            meter.movesAgain(now - stalledAt);
        }
        stalled = isStalled;
    }

    void onDropped(VoiceQueue voice) {
        if (voice.dropped() == droppedInAll) {
            return;
        }
        droppedInAll = voice.dropped();
        for (DropCause cause : DropCause.values()) {
            long news = voice.dropped(cause) - dropped.getOrDefault(cause, 0L);
            if (news > 0) {
                dropped.put(cause, voice.dropped(cause));
                meter.voiceDropped(cause, news);
            }
        }
    }
}
