package io.pinhole.protocol.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.codec.FrameWriter;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.WidgetKindValue;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * How many bytes a hand takes on the wire for each of its points, 120 a second. A pixel is one of a photo that is shown
 * 1600 pixels wide, strokes take 0.4 to 3 s.
 */
class InkBytesTest {

    private static final double PIXEL = Geometry.SIDE / 1600.0;
    private static final int LIVE_MILLIS = 120;
    private static final long WRITER = 0x8000_0000_0000_0001L;

    private final SplittableRandom random = new SplittableRandom(1);
    private int points;
    private int kept;
    private int inkBytes;
    private int committedBytes;
    private int liveBytes;
    private int seq;
    private String z = ZIndex.FIRST;

    /** A finger or mouse that writes a note as high as print. */
    @Test
    void bytesPerPointOfANote() {
        write("note, 12 px at 2 loops/s", 12, 2);
        assertThat((double) committedBytes / points).isLessThanOrEqualTo(0.62);
    }

    /** Twice as high. */
    @Test
    void bytesPerPointOfLargeLetters() {
        write("large letters, 24 px at 2 loops/s", 24, 2);
        assertThat((double) committedBytes / points).isLessThanOrEqualTo(0.8);
    }

    /** A practised pen, as quick as on paper. */
    @Test
    void bytesPerPointOfAQuickPen() {
        write("quick pen, 12 px at 4 loops/s", 12, 4);
        assertThat((double) committedBytes / points).isLessThanOrEqualTo(1);
    }

    private void write(String what, double pixels, double loops) {
        Handwriting hand = new Handwriting(random, pixels * PIXEL, loops, 0.05 * PIXEL);
        for (int i = 0; i < 400; i++) {
            double seconds = random.nextDouble(0.4, 3);
            draw(hand.stroke(random.nextInt(50_000), random.nextInt(40_000), seconds));
        }
        System.out.printf(
                "ink of a %s: %d points drawn, %.1f %% kept at %.2f bytes; bytes per drawn point: ink %.2f, committed with"
                        + " all headers %.2f, shown while drawn %.2f more%n",
                what,
                points,
                100.0 * kept / points,
                (double) inkBytes / kept,
                (double) inkBytes / points,
                (double) committedBytes / points,
                (double) liveBytes / points);
    }

    private void draw(List<double[]> stroke) {
        InkPen pen = new InkPen(InkPen.SHIFT, PIXEL / 4);
        WidgetId widget = new WidgetId(random.nextLong(), random.nextLong());
        int since = 0;
        for (double[] point : stroke) {
            pen.add(point[0], point[1]);
            if (++since * 1000 >= LIVE_MILLIS * Handwriting.HERTZ) {
                since = 0;
                pen.take().ifPresent(piece -> liveBytes += bytes(live(widget, piece)));
            }
        }
        points += stroke.size();
        Ink ink = pen.finish().orElseThrow();
        kept += ink.count();
        inkBytes += ink.toMessage().getSerializedSize();
        committedBytes += bytes(committed(widget, ink));
    }

    private static Frame live(WidgetId widget, Ink piece) {
        return new Stroke(1, 2, widget, WidgetKindValue.WIDGET_FREEHAND, 0xffe53935, 200, piece.toMessage());
    }

    private Frame committed(WidgetId widget, Ink ink) {
        Fields fields = Fields.builder().ink(ink).build();
        Operation create = new Operation.Create(widget, WidgetKind.FREEHAND, z, fields);
        z = ZIndex.after(z);
        return new Operations(1, 1, WRITER, ++seq, List.of(create.toMessage()));
    }

    private static int bytes(Frame frame) {
        ByteBuf out = Unpooled.buffer();
        FrameWriter.write(frame, out);
        int bytes = out.readableBytes();
        out.release();
        return bytes;
    }
}
