package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.Delta;
import io.pinhole.protocol.proto.DeltasMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * Committed operations of a photo, in the order of their revisions. Of those between {@code after} and {@code upTo} some
 * may be missing: they were superseded. On the wire a revision is said only where some are.
 */
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
        List<Delta> deltas = new ArrayList<>(m.getDeltasCount());
        long last = m.getAfter();
        for (Delta delta : m.getDeltasList()) {
            last = next(last, delta.getRevision());
            deltas.add(delta.toBuilder().setRevision(last).build());
        }
        long upTo = m.getUpTo() == 0 ? last : m.getUpTo();
        if (m.getAfter() < 0 || upTo < last) {
            throw WireException.malformed("deltas after " + m.getAfter() + " up to " + upTo + " that reach " + last);
        }
        return new Deltas(m.getPhoto(), m.getEpoch(), m.getAfter(), upTo, deltas);
    }

    private static long next(long last, long said) throws WireException {
        long revision = said == 0 ? last + 1 : said;
        if (revision <= last) {
            throw WireException.malformed("a delta of revision " + revision + " behind " + last);
        }
        return revision;
    }

    @Override
    public void write(ByteBuf out) {
        DeltasMessage.Builder m =
                DeltasMessage.newBuilder().setPhoto(photo).setEpoch(epoch).setAfter(after);
        long last = after;
        for (Delta delta : deltas) {
            boolean isNext = delta.getRevision() == last + 1;
            m.addDeltas(isNext ? delta.toBuilder().clearRevision().build() : delta);
            last = delta.getRevision();
        }
        Wire.writePacked(out, m.setUpTo(upTo == last ? 0 : upTo).build());
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
