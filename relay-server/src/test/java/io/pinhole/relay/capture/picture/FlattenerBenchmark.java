package io.pinhole.relay.capture.picture;

import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.InkPen;
import io.pinhole.protocol.widget.Stamp;
import io.pinhole.protocol.widget.WidgetKind;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Prints how long it takes to flatten photos with 200 widgets, and how full the heap gets: {@code FlattenerBenchmark
 * PHOTO.jpg ...}. Garbage counts as well, so a smaller heap may do: {@code -Xmx} finds out.
 */
final class FlattenerBenchmark {

    private static final int WIDGETS = 200;
    private static final int RUNS = 3;
    private static final double MIB = 1 << 20;

    private FlattenerBenchmark() {}

    public static void main(String[] photos) throws IOException, UnreadablePictureException {
        Flattener flattener = new Flattener();
        Sketch sketch = sketch(new SplittableRandom(1));
        for (String photo : photos) {
            for (int run = 0; run < RUNS; run++) {
                try (FileChannel file = FileChannel.open(Path.of(photo))) {
                    measure(flattener, file, sketch, photo);
                }
            }
        }
    }

    private static void measure(Flattener flattener, FileChannel file, Sketch sketch, String name)
            throws IOException, UnreadablePictureException {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long begun = System.nanoTime();
        Flattened flattened = flattener.flatten(new Bytes(file, file.size()), sketch.widgets());
        long millis = (System.nanoTime() - begun) / 1_000_000;
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                "%s: %d x %d, %d ms, peak heap %.0f MiB, %.1f MiB written%n",
                name, flattened.width(), flattened.height(), millis, peak / MIB, flattened.jpeg().length / MIB);
    }

    private static Sketch sketch(SplittableRandom random) {
        WidgetKind[] kinds = WidgetKind.values();
        Stamp[] stamps = Stamp.values();
        Sketch sketch = new Sketch();
        for (int number = 0; number < WIDGETS; number++) {
            WidgetKind kind = kinds[number % kinds.length];
            Geometry box = new Geometry(random.nextInt(50_000), random.nextInt(40_000), 8_000, 5_000);
            Fields.Builder fields = Fields.builder().geometry(box);
            switch (kind) {
                case FREEHAND, HIGHLIGHTER ->
                    fields.ink(loops(random).finish().orElseThrow()).geometry(new Geometry(box.x(), box.y(), 0, 0));
                case STAMP ->
                    fields.stamp(stamps[random.nextInt(stamps.length)]).opacity(200);
                case TEXT ->
                    fields.text("Check valve V-107 first,\nthen open the other one")
                            .fill(0x80ffffff);
                case MARKER -> fields.number(number).text("Loose screw");
                case RECTANGLE, ELLIPSE -> fields.fill(0x400000ff).opacity(180).rotation(random.nextInt(36_000));
                case ARROW, LINE, REDACTION -> fields.rotation(random.nextInt(36_000));
            }
            sketch.add(kind, fields);
        }
        return sketch;
    }

    private static InkPen loops(SplittableRandom random) {
        InkPen pen = new InkPen(InkPen.SHIFT, 10);
        for (int step = 0; step < 300; step++) {
            double angle = step / 10.0;
            pen.add(900 * Math.cos(angle) + 30 * step + random.nextDouble(20), 900 * Math.sin(angle));
        }
        return pen;
    }

    /** A file, of which no more is in memory than the decoder asks for. */
    private record Bytes(FileChannel file, long size) implements PictureBytes {

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            return file.read(into, position);
        }
    }
}
