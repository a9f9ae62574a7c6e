package io.pinhole.loadtest.bench;

import java.util.BitSet;

/** Which frames of one speaker came to one listener. */
final class Ledger {

    private final int speaker;
    private final BitSet heard = new BitSet();
    private int surplus;

    Ledger(int speaker) {
        this.speaker = speaker;
    }

    void heard(NumberedFrame frame) {
        if (frame.person() != speaker || heard.get(frame.number())) {
            surplus++;
        } else {
            heard.set(frame.number());
        }
    }

    int received() {
        return heard.cardinality();
    }

    /** Of the first so many, how many did not come. */
    int lost(int sent) {
        return sent - heard.get(0, sent).cardinality();
    }

    /** Frames that came twice, or of somebody else's call. */
    int surplus() {
        return surplus;
    }
}
