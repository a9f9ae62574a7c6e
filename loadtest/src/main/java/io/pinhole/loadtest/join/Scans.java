package io.pinhole.loadtest.join;

import io.pinhole.client.Progress;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.jpeg.JpegLimits;
import io.pinhole.protocol.jpeg.JpegScanner;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Counts the scans that have gone by in each rendition. On the client's loop. */
final class Scans {

    private final Map<Key, Reading> readings = new HashMap<>();

    private record Key(PhotoId photo, Rendition rendition) {}

    private static final class Reading {
        private final JpegScanner scanner = new JpegScanner(JpegLimits.DEFAULT);
        private int position;
    }

    /** How many scans of this rendition were whole before. */
    int of(Progress piece) {
        Reading reading = readings.get(new Key(piece.photo(), piece.rendition()));
        return reading == null ? 0 : reading.scanner.scans();
    }

    /**
     * How many scans are whole now.
     *
     * @param file the rendition from its start, at least as far as the piece
     */
    int after(Progress piece, ByteBuffer file) {
        Reading reading = readings.computeIfAbsent(new Key(piece.photo(), piece.rendition()), key -> new Reading());
        int end = (int) piece.end();
        if (end > reading.position) {
            try {
                reading.scanner.accept(file.slice(reading.position, end - reading.position));
            } catch (RefusedException e) {
                // not a JPEG from here on: no more scans
            }
            reading.position = end;
        }
        return reading.scanner.scans();
    }
}
