package io.pinhole.relay.capture.picture;

import static io.pinhole.relay.capture.picture.Sketch.box;

import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.InkPen;
import io.pinhole.protocol.widget.Stamp;
import io.pinhole.protocol.widget.WidgetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** All kinds of widgets on one photo, to be looked at: {@code Showcase PHOTO.jpg FLATTENED.jpg}. */
final class Showcase {

    private static final int GREEN = 0xff2e7d32;
    private static final int BLUE = 0xff1565c0;
    private static final int WHITE = 0xffffffff;
    private static final int AMBER = 0xfff9a825;
    private static final int BLACK = 0xff000000;

    private Showcase() {}

    public static void main(String[] arguments) throws IOException, UnreadablePictureException {
        PictureBytes photo = PictureBytes.of(Files.readAllBytes(Path.of(arguments[0])));
        Flattened flattened = new Flattener().flatten(photo, sketch().widgets());
        Files.write(Path.of(arguments[1]), flattened.jpeg());
    }

    static Sketch sketch() {
        Sketch sketch = new Sketch();
        lines(sketch);
        boxes(sketch);
        words(sketch);
        stamps(sketch);
        return sketch;
    }

    private static void lines(Sketch sketch) {
        sketch.add(WidgetKind.ARROW, box(6000, 30000, 14000, -9000));
        sketch.add(WidgetKind.ARROW, box(6000, 34000, 14000, -2000).width(500).stroke(AMBER));
        sketch.add(WidgetKind.ARROW, box(6000, 38000, 6000, 3000).width(100).stroke(WHITE));
        sketch.add(WidgetKind.ARROW, box(14000, 38000, 1200, 900).width(500).stroke(BLUE));
        sketch.add(WidgetKind.LINE, box(24000, 30000, 10000, 6000).stroke(BLUE).width(300));
        InkPen pen = new InkPen(InkPen.SHIFT, 10);
        for (int step = 0; step <= 200; step++) {
            double angle = step / 200.0 * 6 * Math.PI;
            pen.add(1500 * Math.cos(angle) + 60 * step, 1500 * Math.sin(angle));
        }
        Fields.Builder loops = Fields.builder().ink(pen.finish().orElseThrow());
        sketch.add(WidgetKind.FREEHAND, loops.geometry(new Geometry(22000, 24000, 0, 0)));
        sketch.add(WidgetKind.HIGHLIGHTER, loops.geometry(new Geometry(38000, 24000, 0, 0)));
    }

    private static void boxes(Sketch sketch) {
        sketch.add(WidgetKind.RECTANGLE, box(40000, 30000, 9000, 6000).stroke(GREEN));
        sketch.add(
                WidgetKind.RECTANGLE,
                box(51000, 30000, 9000, 6000).fill(0x80ffffff).rotation(1500));
        sketch.add(
                WidgetKind.ELLIPSE,
                box(40000, 38000, 9000, 5000)
                        .fill(BLUE)
                        .stroke(WHITE)
                        .opacity(128)
                        .width(600));
        sketch.add(WidgetKind.ELLIPSE, box(51000, 38000, 9000, 4000).rotation(-3000));
        sketch.add(WidgetKind.REDACTION, box(25000, 40000, 9000, 4000).rotation(800));
    }

    private static void words(Sketch sketch) {
        sketch.add(WidgetKind.TEXT, box(3000, 2000, 0, 0).text("Valve V-107 öffnen, dann prüfen"));
        sketch.add(
                WidgetKind.TEXT,
                box(3000, 5500, 16000, 0)
                        .text("Wrapped at words to the width of its box.\nΑβγ Жук ĐŠ \uD83D\uDE80 \u05D0")
                        .stroke(BLACK)
                        .fill(0xddffffff)
                        .fontSize(1200));
        sketch.add(
                WidgetKind.TEXT,
                box(23000, 9000, 12000, 1500)
                        .text("Turned by 12°")
                        .rotation(-1200)
                        .stroke(WHITE)
                        .fill(0xcc000000)
                        .fontSize(1300));
        sketch.add(WidgetKind.MARKER, box(42000, 4000, 0, 0).number(1));
        sketch.add(WidgetKind.MARKER, box(46000, 4000, 0, 0).number(27).fill(GREEN));
        sketch.add(WidgetKind.MARKER, box(50000, 4000, 0, 0).number(456).fill(BLUE));
        sketch.add(WidgetKind.MARKER, box(54000, 4000, 0, 0).number(9999).fill(BLACK));
        sketch.add(
                WidgetKind.MARKER,
                box(42000, 8500, 0, 0).number(2).text("Loose screw").fontSize(1300));
        sketch.add(
                WidgetKind.MARKER,
                box(42000, 13000, 0, 0)
                        .number(3)
                        .text("Two lines\nof a note")
                        .fontSize(900)
                        .fill(AMBER)
                        .stroke(BLACK));
    }

    private static void stamps(Sketch sketch) {
        int x = 42000;
        for (Stamp stamp : Stamp.values()) {
            sketch.add(
                    WidgetKind.STAMP,
                    box(x, 16500, 4500, 4500)
                            .stamp(stamp)
                            .fill(
                                    stamp == Stamp.CHECK
                                            ? GREEN
                                            : stamp == Stamp.WARNING
                                                    ? AMBER
                                                    : stamp == Stamp.QUESTION ? BLUE : 0xffe53935));
            x += 5500;
        }
        sketch.add(
                WidgetKind.STAMP,
                box(3000, 15000, 9000, 6000)
                        .stamp(Stamp.WARNING)
                        .fill(AMBER)
                        .stroke(BLACK)
                        .rotation(1000));
        sketch.add(
                WidgetKind.STAMP,
                box(14000, 15000, 6000, 6000).stamp(Stamp.CHECK).opacity(100));
    }
}
