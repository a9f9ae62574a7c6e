package io.pinhole.protocol.link;

/**
 * When something is sent in two packets, one right behind the other, though one would do: their distance at the far end
 * tells the rate of the line (see {@link Dispersion}). It costs the headers of a packet, so it is done for the first
 * pieces of a photo and every so often; and for voice, while no photo moves or none gets pieces that are large enough:
 * on a line that is thought poorer than it is they stay small, and nothing else would tell. Pure; milliseconds.
 */
final class PacketPairs {

    private static final int AT_FIRST = 3;
    private static final int PIECES_BETWEEN = 16;
    private static final int LEAST_PIECE_BYTES = 150;

    /** Without photos: a line that has become better would need no bundles. */
    private static final double VOICE_MILLIS = 5000;

    /** A photo has had no piece for so long that could have measured the line. */
    private static final double HUNGRY_MILLIS = 1000;

    private int owed = AT_FIRST;
    private int pieces;
    private double voiceAt = Double.NEGATIVE_INFINITY;
    private double fedAt = Double.NEGATIVE_INFINITY;
    private boolean pending;
    private boolean isSecond;

    /** After a while without photos the line may be another. */
    void onPhotosBegin(double now) {
        owed = AT_FIRST;
        fedAt = now;
    }

    /** Whether a piece of a photo of so many bytes goes in a packet of its own, behind the one it could have joined. */
    boolean isForPiece(int bytes, double now) {
        if (bytes < LEAST_PIECE_BYTES) {
            return false;
        }
        fedAt = now;
        if (isSecond) {
            return false;
        }
        boolean isTurn = pieces++ % PIECES_BETWEEN == 0;
        return begin(owed > 0 || isTurn);
    }

    /**
     * Whether so many frames of voice go as two bundles.
     *
     * @param photos whether photos move, which would rather do it themselves
     */
    boolean isForVoice(int frames, boolean photos, double now) {
        boolean isLeftToPhotos = photos && now - fedAt <= HUNGRY_MILLIS;
        double interval = photos ? HUNGRY_MILLIS : VOICE_MILLIS;
        boolean pair = frames > 1 && !isLeftToPhotos && (owed > 0 || now - voiceAt > interval);
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
