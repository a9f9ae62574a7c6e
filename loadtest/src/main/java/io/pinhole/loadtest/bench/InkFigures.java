package io.pinhole.loadtest.bench;

import io.pinhole.client.Pen;
import io.pinhole.client.PenStyle;
import io.pinhole.protocol.frame.FrameType.Sender;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.InkPen;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import io.pinhole.protocol.widget.ZIndex;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What the strokes of a hand take on their way to the relay.
 *
 * @param drawn points of the hand
 * @param kept points of the ink
 * @param inkBytes the ink alone
 * @param committedBytes the operations that create its widgets, one in each frame, with all headers
 * @param liveBytes the pieces that others see meanwhile, with all headers
 * @param pieces how many these are
 */
record InkFigures(InkHand hand, int drawn, int kept, long inkBytes, long committedBytes, long liveBytes, int pieces) {

    private static final int STROKES = 400;
    private static final double SHORTEST_SECONDS = 0.4;
    private static final double LONGEST_SECONDS = 3;

    static InkFigures of(InkHand hand) {
        try (MeasuredLink link = new MeasuredLink(Sender.RELAY)) {
            Writing writing = new Writing(link);
            SplittableRandom random = new SplittableRandom(1);
            Handwriting writer = hand.writing(random);
            for (int i = 0; i < STROKES; i++) {
                double seconds = random.nextDouble(SHORTEST_SECONDS, LONGEST_SECONDS);
                double x = random.nextInt(50_000);
                writing.draw(writer.stroke(x, random.nextInt(40_000), seconds), random);
            }
            return writing.figures(hand);
        }
    }

    double perPoint(long bytes) {
        return (double) bytes / drawn;
    }

    /** Draws as a client's pen does, at the times at which it would. */
    private static final class Writing {

        private static final long SECOND_MICROS = 1_000_000;
        private static final PenStyle STYLE = PenStyle.RED;

        private final MeasuredLink link;
        private String z = ZIndex.FIRST;
        private int seq;
        private int drawn;
        private int kept;
        private int pieces;
        private long inkBytes;
        private long committedBytes;
        private long liveBytes;

        private Writing(MeasuredLink link) {
            this.link = link;
        }

        private void draw(List<double[]> hand, SplittableRandom random) {
            WidgetId widget = new WidgetId(random.nextLong(), random.nextLong());
            InkPen pen = new InkPen(InkPen.SHIFT, Pen.TOLERANCE);
            long nextPiece = 0;
            for (int i = 0; i < hand.size(); i++) {
                long now = i * SECOND_MICROS / Handwriting.HERTZ;
                if (now > nextPiece) {
                    nextPiece += show(widget, pen.take());
                }
                pen.add(hand.get(i)[0], hand.get(i)[1]);
                if (now == nextPiece) {
                    nextPiece += show(widget, pen.take());
                }
            }
            drawn += hand.size();
            commit(widget, pen.finish().orElseThrow());
        }

        /** How long it is until the next piece, in microseconds. */
        private long show(WidgetId widget, Optional<Ink> piece) {
            piece.ifPresent(ink -> {
                liveBytes += link.write(new Stroke(
                                1,
                                0,
                                widget,
                                WidgetKind.FREEHAND.value(),
                                STYLE.colour(),
                                STYLE.width(),
                                ink.toMessage()))
                        .frames();
                pieces++;
            });
            return Pen.INTERVAL_MILLIS * 1_000L;
        }

        private void commit(WidgetId widget, Ink ink) {
            kept += ink.count();
            inkBytes += ink.toMessage().getSerializedSize();
            Fields fields = STYLE.fields(WidgetKind.FREEHAND, ink);
            Operation create = new Operation.Create(widget, WidgetKind.FREEHAND, z, fields);
            z = ZIndex.after(z);
            committedBytes += link.write(new Operations(1, 1, Long.MIN_VALUE, ++seq, List.of(create.toMessage())))
                    .frames();
        }

        private InkFigures figures(InkHand hand) {
            return new InkFigures(hand, drawn, kept, inkBytes, committedBytes, liveBytes, pieces);
        }
    }
}
