package io.pinhole.protocol.jpeg;

import io.pinhole.protocol.frame.RefusedException;
import java.nio.ByteBuffer;

/**
 * Where in a file its stages meet, as far as its scans are known. Of a file that is read as it arrives that is always
 * enough for the bytes that are there.
 *
 * <p>A scan belongs to the outline if it is the first, or begins in the first fifth of the file, and ends in the first
 * two fifths. Of the usual ten scans these are DC and the lowest frequencies of luma, and perhaps those of chroma. A
 * file that is not progressive, or not known yet, has its first two fifths for an outline.
 *
 * @param detail where the outline ends
 * @param polish where all ends but the last refinement of luma; the size of the file if there is none
 * @param exact whether a scan ends where the outline does, with the marker that tells so
 */
public record Landmarks(long detail, long polish, boolean exact) {

    /** The marker behind a scan goes with it: it tells the reader that the scan is whole. */
    private static final int MARKER_BYTES = 2;

    /** It costs less to let so many bytes of the next stage go along than to send so few by themselves. */
    private static final int WORTH_A_CHUNK = 64;

    /** Of a file of which nothing but the size is known. */
    public static Landmarks unknown(long size) {
        return new Landmarks(latestDetail(size), size, false);
    }

    /** Of a file of which some has been read. */
    public static Landmarks of(JpegScanner read, long size) {
        long outline = outline(read, size);
        return outline == 0 ? unknown(size) : new Landmarks(outline + MARKER_BYTES, polish(read, size), true);
    }

    /** Of a whole file; of one that is no JPEG as far as it is one. */
    public static Landmarks of(ByteBuffer file, JpegLimits limits) {
        JpegScanner scanner = new JpegScanner(limits);
        try {
            scanner.accept(file);
        } catch (RefusedException e) {
            return of(scanner, file.remaining()); // who takes it in will say so
        }
        return of(scanner, file.remaining());
    }

    /** The end of the outline's last scan, 0 if it is not known. */
    private static long outline(JpegScanner read, long size) {
        long outline = 0;
        for (int scan = 0; scan < read.scans(); scan++) {
            long end = read.scanEnd(scan);
            if (end > latestDetail(size)) {
                return outline;
            }
            outline = end;
            if (outline >= size / 5) {
                return outline;
            }
        }
        return 0; // the next scan may belong to it
    }

    private static long polish(JpegScanner read, long size) {
        return read.polish().isPresent() ? read.polish().getAsLong() + MARKER_BYTES : size;
    }

    private static long latestDetail(long size) {
        return size * 2 / 5;
    }

    /** The stage of the byte at a position. */
    public Stage stageAt(long position) {
        if (position >= polish) {
            return Stage.POLISH;
        }
        return position < detail ? Stage.OUTLINE : Stage.DETAIL;
    }

    /** How many of the next bytes, {@code max} at most, to send at once: not beyond their stage, unless that ends too soon. */
    public int piece(long position, int max) {
        long next = position < detail && exact ? detail : polish;
        long left = next - position;
        return left < WORTH_A_CHUNK || left > max ? max : (int) left;
    }
}
