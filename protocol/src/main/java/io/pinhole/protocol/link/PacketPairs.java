package io.pinhole.protocol.link;

/**
 * When something is sent in two packets, one right behind the other, though one would do: their distance at the far end
 * tells the rate of the line (see {@link Dispersion}). It costs the headers of a packet, so it is done for the first
 * pieces of a photo and every so often. Pure; milliseconds.
 */
final class PacketPairs {

    private static final int AT_FIRST = 3;
    private static final int PIECES_BETWEEN = 16;
    private static final int LEAST_PIECE_BYTES = 150;

    /** Without photos: a line that has become better would need no bundles. */
    private static final double VOICE_MILLIS = 5000;

    private int owed = AT_FIRST;
    private int pieces;
    private double voiceAt = Double.NEGATIVE_INFINITY;
    private boolean pending;
    private boolean isSecond;

    /** After a while without photos the line may be another. */
    void onPhotosBegin() {
        owed = AT_FIRST;
    }

    /** Whether a piece of a photo of so many bytes goes in a packet of its own, behind the one it could have joined. */
    boolean isForPiece(int bytes) {
        if (isSecond || bytes < LEAST_PIECE_BYTES) {
            return false;
        }
        boolean isTurn = pieces++ % PIECES_BETWEEN == 0;
        return begin(owed > 0 || isTurn);
    }

    /** Whether so many frames of voice go as two bundles. */
    boolean isForVoice(int frames, double now) {
        boolean pair = frames > 1 && (owed > 0 || now - voiceAt > VOICE_MILLIS);
        if (pair) {
            voiceAt = now;
        }
        return begin(pair);
    }

    private boolean begin(boolean pair) {
        if (pair) {
            owed = Math.max(0, owed - 1);
            pending = true;
        }
        return pair;
    }

    /** Whether it is time for the second packet; asked once. */
    boolean takePending() {
        isSecond = pending;
        pending = false;
        return isSecond;
    }
}
