package io.pinhole.protocol.jpeg;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads the markers of a JPEG file as its bytes arrive, and says up to where they are in order.
 *
 * <p>Passes 8-bit Huffman JPEG, baseline, extended or progressive (ITU-T T.81, annex B), from SOI to EOI and not a byte
 * further: what cameras append is for the sender to strip. Entropy-coded data is not decoded. The first violation is
 * final. Memory is constant; of the bytes accepted at most {@link #MAX_HELD} have not passed yet. One thread.
 */
public final class JpegScanner {

    public static final int MAX_HELD = SegmentReader.MAX_HELD;

    private enum State {
        START,
        MARKER,
        SEGMENT,
        ENTROPY,
        COMPLETE
    }

    private final int maxSegments;
    private final Headers headers;
    private final SegmentListener listener;
    private final MarkerReader markers = new MarkerReader();
    private final SegmentReader segment = new SegmentReader();
    private final EntropyReader entropy = new EntropyReader();
    private final ScanEnds scanEnds = new ScanEnds();

    private State state = State.START;
    private long accepted;
    private long passed;
    private long segmentStart;
    private OptionalLong polish = OptionalLong.empty();
    private int segments;
    private @Nullable RefusedException failure;

    public JpegScanner(JpegLimits limits) {
        this(limits, SegmentListener.NONE);
    }

    JpegScanner(JpegLimits limits, SegmentListener listener) {
        this.maxSegments = limits.maxSegments();
        this.headers = new Headers(limits);
        this.listener = listener;
    }

    /** How many bytes from the start are in order, and may be shown to others. Never falls. */
    public long passed() {
        return passed;
    }

    /** Whether the end of the picture has passed. */
    public boolean isComplete() {
        return state == State.COMPLETE;
    }

    /** What the frame header says, once it has passed. */
    public Optional<JpegHeader> header() {
        return headers.picture();
    }

    /** How many scans have passed as a whole. */
    public int scans() {
        return scanEnds.count();
    }

    /** The length of the shortest beginning that has scans 0 to {@code index}: with EOI behind it, a picture. */
    public long scanEnd(int index) {
        return scanEnds.get(index);
    }

    /** Where the last refinement of luma begins, with its tables; known when its header has passed, if there is one. */
    public OptionalLong polish() {
        return polish;
    }

    public void accept(byte[] bytes, int from, int length) throws RefusedException {
        accept(ByteBuffer.wrap(bytes, from, length));
    }

    /**
     * Reads all that remains in a buffer, which is borrowed until return and left as it was.
     *
     * @throws RefusedException at the first violation, and the same from then on
     */
    public void accept(ByteBuffer bytes) throws RefusedException {
        if (acceptPicture(bytes) > 0) {
            throw fail(Faults.malformed("more bytes behind EOI"));
        }
    }

    /** As {@link #accept(ByteBuffer)}, but reads no further than EOI; tells how many bytes it left. */
    int acceptPicture(ByteBuffer bytes) throws RefusedException {
        if (failure != null) {
            throw failure;
        }
        ByteBuffer in = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        try {
            while (in.hasRemaining() && state != State.COMPLETE) {
                int before = in.position();
                read(in);
                accepted += in.position() - before;
                passed = accepted - held();
            }
        } catch (RefusedException e) {
            throw fail(e);
        }
        return in.remaining();
    }

    /** To be called when no more bytes will come. */
    public void finish() throws RefusedException {
        if (failure != null) {
            throw failure;
        }
        if (!isComplete()) {
            throw fail(Faults.malformed("the file ends before EOI"));
        }
    }

    /** What has passed ends where the violation begins. */
    private RefusedException fail(RefusedException violation) {
        failure = new RefusedException(violation.code(), violation.getMessage() + " (at byte " + passed + ")");
        return failure;
    }

    /** Takes at least one byte, and none behind a violation or what has just been found in order. */
    private void read(ByteBuffer in) throws RefusedException {
        switch (state) {
            case START -> readStart(in.get() & 0xFF);
            case MARKER -> {
                int value = in.get() & 0xFF;
                if (markers.read(value)) {
                    beginMarker(value, accepted - markers.prefixes());
                }
            }
            case SEGMENT -> {
                long start = accepted - in.position();
                if (segment.read(in)) {
                    endSegment(start + in.position());
                }
            }
            case ENTROPY -> {
                if (entropy.read(in)) {
                    long end = accepted - entropy.prefixes();
                    scanEnds.add(end);
                    beginMarker(entropy.code(), end);
                }
            }
            case COMPLETE -> throw new AssertionError("nothing is read behind EOI");
        }
    }

    private void readStart(int value) throws RefusedException {
        int expected = accepted == 0 ? Marker.PREFIX : Marker.SOI;
        if (value != expected) {
            throw new RefusedException(Code.NOT_A_JPEG, "a JPEG file begins with FFD8, this one does not");
        }
        if (value == Marker.SOI) {
            state = State.MARKER;
        }
    }

    private void beginMarker(int code, long start) throws RefusedException {
        if (code == Marker.EOI) {
            if (scanEnds.count() == 0) {
                throw Faults.malformed("EOI before the first scan");
            }
            state = State.COMPLETE;
            return;
        }
        segment.begin(code, Marker.isFree(code) ? null : headers.rule(code));
        if (++segments > maxSegments) {
            throw Faults.malformed("more than " + maxSegments + " marker segments");
        }
        segmentStart = start;
        state = State.SEGMENT;
    }

    private void endSegment(long end) {
        listener.passed(segment.marker(), segmentStart, end);
        if (segment.marker() == Marker.SOS) {
            if (polish.isEmpty() && headers.isPolish()) {
                polish = OptionalLong.of(scanEnds.get(scanEnds.count() - 1));
            }
            entropy.begin(headers.restartInterval());
            state = State.ENTROPY;
        } else {
            markers.begin();
            state = State.MARKER;
        }
    }

    private int held() {
        return switch (state) {
            case START -> (int) accepted;
            case MARKER -> markers.held();
            case SEGMENT -> segment.held();
            case ENTROPY -> entropy.held();
            case COMPLETE -> 0;
        };
    }
}
