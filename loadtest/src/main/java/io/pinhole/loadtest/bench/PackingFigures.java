package io.pinhole.loadtest.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.codec.FrameReader;
import io.pinhole.protocol.codec.FrameWriter;
import io.pinhole.protocol.frame.Fragment;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType.Sender;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.Stamp;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.proto.OperationMessage;
import java.util.List;
import java.util.Optional;

/**
 * What LZ4 saves of what is sent together.
 *
 * @param plain bytes of the bodies as they were before
 * @param wire bytes of all frames that carry them, with their headers
 */
record PackingFigures(String what, int plain, int wire) {

    private static final long WRITER = Long.MIN_VALUE;
    private static final int WIDGETS = 200;
    private static final int SUFFIX = 300;
    private static final int BATCH = 20;
    private static final int LZ4 = 1;

    static List<PackingFigures> all() {
        return List.of(snapshot(), suffix(), operations(BATCH), operations(1));
    }

    /** In percent; nothing if it went as it was. */
    Optional<Long> saved() {
        return wire < plain ? Optional.of(Math.round(100 - 100.0 * wire / plain)) : Optional.empty();
    }

    private static PackingFigures snapshot() {
        SampleDrawing sample = new SampleDrawing().untilWidgets(WIDGETS);
        Snapshot snapshot =
                new Snapshot(1, 1, sample.history().size(), sample.state().toSnapshot());
        try (MeasuredLink relay = new MeasuredLink(Sender.CLIENT)) {
            return of("snapshot of " + WIDGETS + " widgets", Sender.RELAY, relay.write(snapshot));
        }
    }

    private static PackingFigures suffix() {
        SampleDrawing sample = new SampleDrawing().untilOperations(2 * SUFFIX);
        try (MeasuredLink relay = new MeasuredLink(Sender.CLIENT)) {
            return of(
                    "suffix of " + SUFFIX + " operations",
                    Sender.RELAY,
                    relay.write(OperationFigures.deltas(SUFFIX, sample.history().subList(SUFFIX, 2 * SUFFIX))));
        }
    }

    private static PackingFigures operations(int count) {
        List<OperationMessage> messages = new SampleDrawing()
                .untilOperations(SUFFIX).history().stream()
                        .filter(done -> SampleDrawing.participant(done.person()) == 1)
                        .limit(count)
                        .map(done -> done.operation().toMessage())
                        .toList();
        String what = count == 1 ? "a single operation" : "batch of " + count + " operations";
        try (MeasuredLink client = new MeasuredLink(Sender.RELAY)) {
            return of(what, Sender.CLIENT, client.write(new Operations(1, 1, WRITER, 1, messages)));
        }
    }

    private static PackingFigures of(String what, Sender sender, MeasuredLink.Written written) {
        return new PackingFigures(
                what, plain(sender, Unpooled.wrappedBuffer(written.bytes().toByteArray())), written.frames());
    }

    /** Of all bodies in these bytes, whole or in fragments. */
    private static int plain(Sender sender, ByteBuf bytes) {
        FrameReader reader = new FrameReader(sender, FrameReader.MAX_FRAME_BYTES);
        int plain = 0;
        ByteBuf bare = Unpooled.buffer();
        try {
            for (Frame frame = reader.next(bytes); frame != null; frame = reader.next(bytes)) {
                if (frame instanceof Fragment fragment) {
                    bare.writeBytes(fragment.data());
                    fragment.release();
                } else if (!(frame instanceof Stamp)) {
                    FrameWriter.writeBare(frame, bare);
                }
                if (frame instanceof Fragment fragment ? fragment.last() : !(frame instanceof Stamp)) {
                    plain += plain(bare);
                    bare.clear();
                }
            }
        } catch (WireException e) {
            throw new IllegalStateException("a link wrote what nobody can read", e);
        }
        return plain;
    }

    /** After its type a body says whether it is packed, and what it unpacks to. */
    private static int plain(ByteBuf bare) {
        bare.skipBytes(1);
        if (bare.readByte() != LZ4) {
            return bare.readableBytes();
        }
        int size = 0;
        int shift = 0;
        byte next;
        do {
            next = bare.readByte();
            size |= (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return size;
    }
}
