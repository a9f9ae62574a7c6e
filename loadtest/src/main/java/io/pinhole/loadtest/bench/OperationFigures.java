package io.pinhole.loadtest.bench;

import io.pinhole.protocol.frame.ClientFrame;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.FrameType.Sender;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.Delta;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.Widget;
import io.pinhole.protocol.widget.WidgetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one operation takes on the wire, by itself: bytes of its flush, with framing and stamp.
 *
 * @param toRelay from who does it
 * @param toFollower to each of the others
 */
record OperationFigures(String what, int toRelay, int toFollower) {

    /** Of every kind of operation, in the middle of a connection. */
    static List<OperationFigures> all() {
        try (MeasuredLink toRelay = new MeasuredLink(Sender.RELAY);
                MeasuredLink toFollower = new MeasuredLink(Sender.CLIENT)) {
            return new Measuring(toRelay, toFollower).all();
        }
    }

    private static final class Measuring {

        private static final long WRITER = Long.MIN_VALUE;
        private static final int SEQ = 1_000;
        private static final int MILLIS_BETWEEN = 1_000;

        private final SampleDrawing sample = new SampleDrawing().untilWidgets(50);
        private final List<OperationFigures> figures = new ArrayList<>();
        private final MeasuredLink toRelay;
        private final MeasuredLink toFollower;
        private long revision = SEQ;

        private Measuring(MeasuredLink toRelay, MeasuredLink toFollower) {
            this.toRelay = toRelay;
            this.toFollower = toFollower;
        }

        private List<OperationFigures> all() {
            sayWho();
            for (WidgetKind kind : WidgetKind.values()) {
                measure("create " + kind.name().toLowerCase(Locale.ROOT), sample.create(kind, 0));
            }
            Widget widget = sample.state().inDrawingOrder().get(0);
            measure("update, place", sample.move(widget));
            measure(
                    "update, colour",
                    new Operation.Update(
                            widget.id(), Fields.builder().stroke(0xff1e88e5).build()));
            measure("delete", new Operation.Delete(List.of(widget.id())));
            measure("pointer", new Pointer(1, 0, 31_000, 22_000), new Pointer(1, 2, 31_000, 22_000));
            measure("stroke, first piece", piece(0, 1_900, 1_400), piece(2, 1_900, 1_400));
            int[] next = {1_912, 1_391, 1_920, 1_380};
            measure("stroke, next piece", piece(0, next), piece(2, next));
            return figures;
        }

        /** Which is done once. */
        private void sayWho() {
            toRelay.write(new Operations(1, 1, WRITER, SEQ, List.of()));
            toFollower.write(deltas(revision, sample.history().subList(0, 1)));
        }

        private void measure(String what, Operation operation) {
            SampleDrawing.Done first = sample.history().get(0);
            revision++;
            long millis = first.millis() + (revision - SEQ) * MILLIS_BETWEEN;
            SampleDrawing.Done done = new SampleDrawing.Done(first.person(), millis, operation);
            figures.add(new OperationFigures(
                    what,
                    toRelay.write(new Operations(1, 1, WRITER, SEQ, List.of(operation.toMessage())))
                            .flush(),
                    toFollower.write(deltas(revision, List.of(done))).flush()));
        }

        private void measure(String what, ClientFrame up, ServerFrame down) {
            figures.add(new OperationFigures(
                    what, toRelay.write(up).flush(), toFollower.write(down).flush()));
        }

        private static Stroke piece(int participant, int... grid) {
            return new Stroke(
                    1,
                    participant,
                    new WidgetId(1L << 63, 1L << 63),
                    WidgetKind.FREEHAND.value(),
                    0xffe53935,
                    200,
                    Ink.of(4, grid).toMessage());
        }
    }

    /** As the relay words them to who has done none of it. */
    static Deltas deltas(long after, List<SampleDrawing.Done> done) {
        List<Delta> deltas = new ArrayList<>();
        for (SampleDrawing.Done each : done) {
            deltas.add(Delta.newBuilder()
                    .setRevision(after + deltas.size() + 1)
                    .setParticipant(SampleDrawing.participant(each.person()))
                    .setTimeMillis(each.millis())
                    .setPerson(each.person().value())
                    .setOperation(each.operation().toMessage())
                    .build());
        }
        return new Deltas(1, 1, after, after + deltas.size(), deltas);
    }
}
