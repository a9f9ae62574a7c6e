package io.pinhole.loadtest.join;

import io.pinhole.protocol.frame.SpeakAt;
import io.pinhole.protocol.frame.Voice;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Synthetic voice without end, for measurements: as it was asked for, whatever the relay says. */
record NumberedVoice(int bytes, Voice.Duration duration) implements VoiceSource {

    private static final Pattern FORM = Pattern.compile("(\\d{1,4}):(\\d{1,2})");
    private static final int MAX_BYTES = 1275;
    private static final int LEVEL = 9;

    /**
     * Reads BYTES:MILLIS.
     *
     * @throws IllegalArgumentException naming what would be right
     */
    static NumberedVoice parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not BYTES:MILLIS, such as 40:20");
        }
        int bytes = Integer.parseInt(matcher.group(1));
        if (bytes < NumberedFrame.MIN_BYTES || bytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a voice frame has " + NumberedFrame.MIN_BYTES + " to " + MAX_BYTES + " bytes, not " + bytes);
        }
        return new NumberedVoice(bytes, Voice.Duration.ofMillis(Integer.parseInt(matcher.group(2))));
    }

    @Override
    public boolean has(long millis) {
        return true;
    }

    @Override
    public Spoken frame(Turn turn) {
        return new Spoken(new NumberedFrame(turn.seq(), turn.due()).payload(bytes), duration, LEVEL);
    }

    @Override
    public void speakAt(SpeakAt told) {
        // What is measured stays the same.
    }
}
