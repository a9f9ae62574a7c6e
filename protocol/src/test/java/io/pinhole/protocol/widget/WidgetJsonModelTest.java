package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.json.BadJsonException;
import io.pinhole.protocol.widget.json.WidgetDocument;
import io.pinhole.protocol.widget.json.WidgetJson;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Thousands of photos, to JSON and back: nothing is lost. The seed is printed; {@code -Dpinhole.json.seed} repeats a run,
 * {@code -Dpinhole.json.count} makes it longer.
 */
class WidgetJsonModelTest {

    private static final long SEED = Long.getLong("pinhole.json.seed", System.nanoTime());
    private static final int COUNT = Integer.getInteger("pinhole.json.count", 10_000);
    private static final String[] CHARACTERS = {
        "a",
        "\"",
        "\\",
        "/",
        "\n",
        "\u00a0",
        "\u00e4",
        "e\u0301",
        "\u2027",
        "\ufeff",
        "\uffff",
        "\u05d0",
        "\ud83d\ude00",
        "{",
        "'",
        "</script>",
        "\\u0041"
    };

    @Test
    void aPhotoThatPeopleDrewOn() {
        repeat(random -> {
            HistoryLog log = HistoryLog.random(random, random.nextInt(5, 40));
            check(log.state, log.entries.size());
        });
    }

    @Test
    void widgetsOfAllKindsWithAnythingThatMayBeSaidOfThem() {
        repeat(random -> {
            Scene scene = new Scene();
            for (WidgetKind kind : WidgetKind.values()) {
                create(scene, kind, random);
                if (random.nextInt(3) == 0) {
                    scene.apply(Scene.EXPERT, new Operation.Lock(Scene.id(kind.ordinal()), random.nextBoolean()));
                }
            }
            check(scene.state, scene.revision);
        });
    }

    private static void repeat(java.util.function.Consumer<SplittableRandom> test) {
        System.out.println("WidgetJsonModelTest: -Dpinhole.json.seed=" + SEED + " -Dpinhole.json.count=" + COUNT);
        SplittableRandom seeds = new SplittableRandom(SEED);
        for (int run = 0; run < COUNT; run++) {
            try {
                test.accept(seeds.split());
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + SEED + ", run " + run, e);
            }
        }
    }

    private static void check(WidgetState state, long revision) {
        WidgetDocument document =
                new WidgetDocument(Optional.of(CaptureId.random()), PhotoId.random(), 3, revision, state);
        String json = WidgetJson.write(document);
        try {
            WidgetDocument back = WidgetJson.read(json);
            List<Widget> widgets = back.widgets().inDrawingOrder();
            boolean same = widgets.equals(state.inDrawingOrder())
                    && back.equals(
                            new WidgetDocument(document.capture(), document.photo(), 3, revision, back.widgets()))
                    && WidgetJson.write(back).equals(json);
            if (!same) {
                throw new AssertionError(json + " was read as " + widgets + " instead of " + state.inDrawingOrder());
            }
        } catch (BadJsonException e) {
            throw new AssertionError(json, e);
        }
    }

    private static void create(Scene scene, WidgetKind kind, SplittableRandom random) {
        int number = kind.ordinal();
        Operation.Create least = Scene.create(number, kind);
        Fields more = fields(kind, random).only(kind.fields());
        PersonId author = random.nextBoolean() ? Scene.ANNA : new PersonId("\u00e4\"\\\ud83d\ude00@example.org");
        scene.apply(author, new Operation.Create(least.widget(), kind, z(random), more.with(least.fields())));
        Fields later = fields(kind, random).only(kind.fields());
        if (!later.isEmpty()) {
            scene.apply(author, new Operation.Update(least.widget(), later));
        }
    }

    /** Some of all fields, from one end of their range to the other. */
    private static Fields fields(WidgetKind kind, SplittableRandom random) {
        Fields.Builder fields = Fields.builder();
        for (Field field : Field.VALUES) {
            if (random.nextInt(3) == 0) {
                put(fields, field, kind, random);
            }
        }
        return fields.build();
    }

    private static void put(Fields.Builder to, Field field, WidgetKind kind, SplittableRandom random) {
        switch (field) {
            case GEOMETRY -> to.geometry(geometry(kind, random));
            case ROTATION -> to.rotation(random.nextInt(-36_000, 36_001));
            case STROKE -> to.stroke(random.nextInt());
            case FILL -> to.fill(kind == WidgetKind.REDACTION ? random.nextInt() | 0xff000000 : random.nextInt());
            case WIDTH -> to.width(random.nextInt(65_536));
            case OPACITY -> to.opacity(random.nextInt(256));
            case TEXT -> to.text(text(random));
            case FONT_SIZE -> to.fontSize(random.nextInt(1, 65_536));
            case NUMBER -> to.number(random.nextInt(10_000));
            case STAMP -> to.stamp(Stamp.values()[random.nextInt(4)]);
            case INK -> to.ink(ink(random));
            case Z, LOCK, DELETED -> throw new AssertionError(field);
        }
    }

    private static Geometry geometry(WidgetKind kind, SplittableRandom random) {
        if (kind.isInk()) {
            return new Geometry(random.nextInt(-1_000, 1_000), random.nextInt(-1_000, 1_000), 0, 0);
        }
        int sign = kind.isLine() && random.nextBoolean() ? -1 : 1;
        int farthest = sign < 0 ? 0 : 65_535;
        return new Geometry(
                random.nextInt(farthest + 1) - (sign < 0 ? 0 : 65_535),
                random.nextInt(65_535),
                sign * random.nextInt(65_535),
                random.nextInt(65_535));
    }

    private static Ink ink(SplittableRandom random) {
        int[] points = new int[2 * random.nextInt(1, 40)];
        for (int i = 0; i < points.length; i++) {
            points[i] = random.nextInt(-200, 400);
        }
        return Ink.of(random.nextInt(Ink.MAX_SHIFT), points);
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(20) == 0 ? 200 : 10); i > 0; i--) {
            text.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return text.toString();
    }

    private static String z(SplittableRandom random) {
        return ZIndex.spread(20).get(random.nextInt(20));
    }
}
