package io.pinhole.protocol.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.pinhole.protocol.frame.RefusedException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A million spoilt files. The seed is printed; {@code -Dpinhole.fuzz.seed} repeats a run, {@code -Dpinhole.fuzz.count}
 * makes it longer.
 */
class JpegScannerFuzzTest {

    private static final long SEED = Long.getLong("pinhole.fuzz.seed", System.nanoTime());
    private static final int COUNT = Integer.getInteger("pinhole.fuzz.count", 1_000_000);
    private static final JpegLimits LIMITS = new JpegLimits(1_000_000, 4000, 12, 40);

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final JpegMutator mutator = new JpegMutator(files(), random);

    private long allocatedByScanner;
    private int complete;

    /** Small files of each kind, with all the metadata that the stripper looks into. */
    private static List<byte[]> files() {
        byte[] exif = Exif.onlyOrientation("Exif\0\0", 6);
        byte[] baseline = JpegParts.behindSoi(
                TestJpegs.baseline(16, 16),
                JpegParts.segment(Marker.APP1, exif),
                JpegParts.segment(Marker.APP2, Ascii.bytes("ICC_PROFILE\0\1\1profile")),
                JpegParts.segment(Marker.APP14, Ascii.bytes("Adobe0123456")),
                JpegParts.segment(Marker.COM, 'h', 'i'));
        return List.of(
                baseline,
                TestJpegs.progressive(16, 16),
                TestJpegs.progressive(24, 8),
                TestJpegs.grey(8, 8),
                JpegParts.grey(),
                JpegParts.withRestarts(10));
    }

    @Test
    void aSpoiltFileIsRefusedAndNothingElse() {
        System.out.println("JpegScannerFuzzTest: -Dpinhole.fuzz.seed=" + SEED + " -Dpinhole.fuzz.count=" + COUNT);
        for (int run = 0; run < COUNT; run++) {
            byte[] file = mutator.next();
            try {
                check(file);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + SEED + ", run " + run, e);
            }
        }
        assertThat(allocatedByScanner / COUNT).as("bytes allocated for a file").isLessThan(4096);
        assertThat(complete).as("files that survived").isBetween(COUNT / 20, COUNT / 2);
    }

    private void check(byte[] file) {
        JpegScanner whole = new JpegScanner(LIMITS);
        long before = threads.getCurrentThreadAllocatedBytes();
        String verdict = feed(whole, file, file.length);
        allocatedByScanner += threads.getCurrentThreadAllocatedBytes() - before;
        checkInvariants(whole, verdict);

        JpegScanner split = new JpegScanner(LIMITS);
        if (!feed(split, file, 1 + random.nextInt(100)).equals(verdict) || split.passed() != whole.passed()) {
            throw new AssertionError("splits matter: passed " + split.passed() + ", whole " + whole.passed() + verdict);
        }
        checkBeginnings(file, whole);
        checkStripped(file, verdict.isEmpty());
    }

    private String feed(JpegScanner scanner, byte[] file, int longest) {
        try {
            for (int at = 0; at < file.length; ) {
                int length = longest == file.length ? longest : Math.min(1 + random.nextInt(longest), file.length - at);
                scanner.accept(file, at, length);
                at += length;
                if (scanner.passed() > at || scanner.passed() < at - JpegScanner.MAX_HELD) {
                    throw new AssertionError("passed " + scanner.passed() + " of " + at);
                }
            }
            scanner.finish();
            return "";
        } catch (RefusedException e) {
            return e.code() + e.getMessage();
        }
    }

    private void checkInvariants(JpegScanner scanner, String verdict) {
        long before = 0;
        for (int scan = 0; scan < scanner.scans(); scan++) {
            if (scanner.scanEnd(scan) <= before || scanner.scanEnd(scan) > scanner.passed()) {
                throw new AssertionError("scan " + scan + " ends at " + scanner.scanEnd(scan));
            }
            before = scanner.scanEnd(scan);
        }
        if (verdict.isEmpty()) {
            complete++;
            JpegHeader header = scanner.header().orElseThrow();
            if (header.pixels() > LIMITS.maxPixels() || scanner.scans() > LIMITS.maxScans()) {
                throw new AssertionError(header + ", scans " + scanner.scans());
            }
        }
    }

    /** What has passed is in order by itself, and up to a scan's end, with EOI, a whole file. */
    private static void checkBeginnings(byte[] file, JpegScanner scanner) {
        JpegScanner passed = new JpegScanner(LIMITS);
        JpegScanner picture = new JpegScanner(LIMITS);
        try {
            passed.accept(file, 0, (int) scanner.passed());
            if (scanner.scans() > 0) {
                picture.accept(file, 0, (int) scanner.scanEnd(scanner.scans() - 1));
                picture.accept(JpegParts.EOI, 0, 2);
                picture.finish();
            }
        } catch (RefusedException e) {
            throw new AssertionError("refused although it had passed", e);
        }
        int end = (int) scanner.passed();
        int fill = end > 0 && file[end - 1] == (byte) Marker.PREFIX ? 1 : 0; // passes only when another FF is there
        if (passed.passed() < end - fill || picture.scans() != scanner.scans()) {
            throw new AssertionError("alone it passes up to " + passed.passed() + ", not " + end);
        }
    }

    /** What comes out of the stripper passes, and has nothing left to strip. */
    private static void checkStripped(byte[] file, boolean scannerPassed) {
        CleanJpeg clean;
        try {
            clean = JpegStripper.strip(file, LIMITS);
        } catch (RefusedException e) {
            if (scannerPassed) {
                throw new AssertionError("the stripper refuses what the scanner passes", e);
            }
            return;
        }
        try {
            JpegScanner scanner = new JpegScanner(LIMITS);
            scanner.accept(ByteBuffer.wrap(clean.bytes()));
            scanner.finish();
            CleanJpeg twice = JpegStripper.strip(clean.bytes(), LIMITS);
            if (!Arrays.equals(twice.bytes(), clean.bytes()) || twice.orientation() != clean.orientation()) {
                throw new AssertionError("stripping twice is not stripping once");
            }
        } catch (RefusedException e) {
            throw new AssertionError("the scanner refuses what the stripper wrote", e);
        }
    }
}
