package io.pinhole.relay.photo;

import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.jpeg.JpegLimits;
import io.pinhole.protocol.jpeg.JpegScanner;
import io.pinhole.protocol.jpeg.Landmarks;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the landmarks of working copies that came in before the relay was started, when the first viewer wants one: its
 * blocks go through the marker parser once, on their way into the cache, from where that viewer reads them. Until then
 * what is useful is estimated from the size. Owned by the call's thread.
 */
final class Survey {

    private static final Logger LOG = LoggerFactory.getLogger(Survey.class);

    private final JpegLimits limits;
    private final Executor owner;

    Survey(JpegLimits limits, Executor owner) {
        this.limits = limits;
        this.owner = owner;
    }

    /** Of other renditions, and of those whose landmarks are known, there is nothing to find. */
    void begin(RenditionFile file) {
        if (file.info().rendition() == Rendition.WORKING && !file.isSurveyed()) {
            file.surveyed(true);
            read(file, new JpegScanner(limits), 0);
        }
    }

    private void read(RenditionFile file, JpegScanner scanner, int index) {
        file.bytes()
                .block(index)
                .whenCompleteAsync(
                        (block, failure) -> {
                            if (failure == null) {
                                scan(file, scanner, index, block);
                            } else {
                                LOG.warn("block {} of {} could not be read for its scans", index, file.key(), failure);
                                file.surveyed(false);
                            }
                        },
                        owner);
    }

    private void scan(RenditionFile file, JpegScanner scanner, int index, byte[] block) {
        if (file.upload() != null) {
            return; // what takes in the rest has read all from the start, and knows
        }
        long from = (long) index * PhotoBytes.BLOCK;
        int length = (int) Math.min(block.length, file.stored() - from);
        try {
            scanner.accept(ByteBuffer.wrap(block, 0, length));
        } catch (RefusedException e) {
            LOG.error("{} was stored and is not in order", file.key(), e);
            return;
        }
        Landmarks found = Landmarks.of(scanner, file.info().size());
        file.bytes().landmarks(found);
        boolean isLast = from + length >= file.stored();
        if (!isLast && found.polish() == file.info().size()) {
            read(file, scanner, index + 1);
        }
    }
}
