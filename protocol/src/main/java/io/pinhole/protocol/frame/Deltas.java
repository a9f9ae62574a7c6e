package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.Delta;
import io.pinhole.protocol.proto.DeltasMessage;
import java.util.List;

/** Committed operations of a photo. Revisions between {@code after} and {@code upTo} may be missing: they were superseded. */
public record Deltas(int photo, long epoch, long after, long upTo, List<Delta> deltas) implements ServerFrame {

    public Deltas {
        deltas = List.copyOf(deltas);
    }

    /** The same, said otherwise. */
    public Deltas with(List<Delta> others) {
        return new Deltas(photo, epoch, after, upTo, others);
    }

    static Deltas read(ByteBuf in) throws WireException {
        DeltasMessage m = Wire.parsePacked(DeltasMessage.parser(), in, FrameType.DELTAS);
        return new Deltas(m.getPhoto(), m.getEpoch(), m.getAfter(), m.getUpTo(), m.getDeltasList());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.writePacked(
                out,
                DeltasMessage.newBuilder()
                        .setPhoto(photo)
                        .setEpoch(epoch)
                        .setAfter(after)
                        .setUpTo(upTo)
                        .addAllDeltas(deltas)
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.DELTAS;
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
