package io.pinhole.protocol.link;

import static io.pinhole.protocol.link.SimulatedTime.SECONDS;

import java.util.List;

/**
 * How a simulated call went.
 *
 * @param up what the client sent
 * @param down what the relay sent
 * @param trace fingerprint of both lines: the same for the same seed
 */
record CallReport(long seed, Direction up, Direction down, long trace) {

    /** Later than this over the quiet line's median is late. */
    private static final double LATE_MILLIS = 200;

    /**
     * One direction.
     *
     * @param voice all of it, frame by frame
     * @param quiet of voice spoken before the first photo of either direction; all delays in milliseconds
     * @param loaded of voice spoken while a photo was on its way
     * @param dropped frames of voice that the sender gave up
     * @param missing frames of voice that the listener never got, dropped ones among them
     */
    record Direction(
            Journey voice,
            Delays quiet,
            Delays loaded,
            long dropped,
            int missing,
            Delays notes,
            List<Photo> photos,
            Sent sent,
            Carried carried) {

        /** Of voice spoken within these seconds of the call. */
        Delays voiceBetween(double from, double to) {
            return voice.delays(spoken -> from * SECONDS <= spoken && spoken < to * SECONDS);
        }

        /** The share of all voice meanwhile that came late or never. */
        double lateLoaded() {
            return loaded.shareOver(quiet.p50() + LATE_MILLIS);
        }

        double lateQuiet() {
            return quiet.shareOver(quiet.p50() + LATE_MILLIS);
        }

        private String text() {
            StringBuilder text = new StringBuilder(String.format(
                    "voice p50 %.0f -> %.0f, p99 %.0f -> %.0f ms, late %.1f -> %.1f %%, dropped %d, missing %d; notes p99 %.0f ms",
                    quiet.p50(),
                    loaded.p50(),
                    quiet.p99(),
                    loaded.p99(),
                    100 * lateQuiet(),
                    100 * lateLoaded(),
                    dropped,
                    missing,
                    notes.p99()));
            photos.forEach(photo -> text.append(String.format(
                    "; photo of %d in %.1f s, %.2f x the limit", photo.bytes, photo.seconds, photo.ratio())));
            return text + "\n      " + sent + "\n      " + carried;
        }
    }

    /** @param limitSeconds what it would take at the line's rate, less 28 bytes and the frame itself for every voice frame */
    record Photo(int bytes, double seconds, double limitSeconds) {

        double ratio() {
            return seconds / limitSeconds;
        }
    }

    /**
     * What one end sent, in bytes; the first four are frames, with their lengths.
     *
     * @param records what TLS and the stamp add to each
     * @param headers of IP and TCP
     * @param acks packets without data, headers included
     * @param repeated sent again, headers included
     * @param mostUnsent the most that TCP ever had and had not put on the line
     * @param longestUnsentMillis for how long it had something that it had not put on the line
     */
    record Sent(
            long control,
            long voice,
            long notes,
            long photos,
            long records,
            long headers,
            long acks,
            long repeated,
            int mostUnsent,
            long longestUnsentMillis) {

        long total() {
            return control + voice + notes + photos + records + headers + acks + repeated;
        }

        @Override
        public String toString() {
            return String.format(
                    "KB: voice %.1f, photos %.1f, notes %.1f, control %.1f, records %.1f, headers %.1f, acks %.1f, repeated %.1f; unsent %.1f for %d ms",
                    voice / 1e3,
                    photos / 1e3,
                    notes / 1e3,
                    control / 1e3,
                    records / 1e3,
                    headers / 1e3,
                    acks / 1e3,
                    repeated / 1e3,
                    mostUnsent / 1e3,
                    longestUnsentMillis);
        }
    }

    /**
     * What became of it on the line.
     *
     * @param bytes with those lost on the way
     * @param overflowed packets that the queue had no room for
     * @param lost packets lost on the way
     */
    record Carried(long bytes, long overflowed, long lost, int longestQueueBytes) {}

    @Override
    public String toString() {
        return "-Dpinhole.seed=" + seed + "\n up   " + up.text() + "\n down " + down.text();
    }
}
