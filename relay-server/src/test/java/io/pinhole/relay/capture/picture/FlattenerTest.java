package io.pinhole.relay.capture.picture;

import static io.pinhole.relay.capture.picture.Easel.BLACK;
import static io.pinhole.relay.capture.picture.Easel.BLUE;
import static io.pinhole.relay.capture.picture.Easel.GREY;
import static io.pinhole.relay.capture.picture.Easel.RED;
import static io.pinhole.relay.capture.picture.Easel.WHITE;
import static io.pinhole.relay.capture.picture.Easel.YELLOW;
import static io.pinhole.relay.capture.picture.Easel.box;
import static io.pinhole.relay.capture.picture.Easel.ink;
import static io.pinhole.relay.capture.picture.Easel.mixed;
import static io.pinhole.relay.capture.picture.Easel.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.jpeg.JpegHeader;
import io.pinhole.protocol.jpeg.JpegLimits;
import io.pinhole.protocol.jpeg.JpegScanner;
import io.pinhole.protocol.jpeg.TestJpegs;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Stamp;
import io.pinhole.protocol.widget.WidgetKind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a JPEG file to a JPEG file. */
class FlattenerTest {

    /** What JPEG does to flat colours some pixels away from an edge. */
    private static final int LOSS = 12;

    private final Flattener flattener = new Flattener();

    /** A widget, a pixel inside it and its colour, and a pixel outside. */
    record Sample(WidgetKind kind, Fields.Builder fields, int inside, int x, int y, int otherX, int otherY) {}

    static Stream<Sample> samples() {
        Fields.Builder highlight = ink(100, 100, 400, 100).width(units(60));
        return Stream.of(
                new Sample(WidgetKind.ARROW, box(100, 100, 300, 0).width(units(40)), RED, 150, 100, 150, 140),
                new Sample(
                        WidgetKind.LINE, box(100, 300, 300, 0).width(units(40)).stroke(BLUE), BLUE, 385, 300, 300, 340),
                new Sample(WidgetKind.FREEHAND, ink(100, 100, 400, 100).width(units(40)), RED, 200, 100, 200, 140),
                new Sample(WidgetKind.HIGHLIGHTER, highlight, mixed(YELLOW, GREY, 96 / 255.0), 200, 100, 200, 150),
                new Sample(WidgetKind.RECTANGLE, box(100, 100, 200, 200).fill(WHITE), WHITE, 200, 200, 320, 200),
                new Sample(WidgetKind.ELLIPSE, box(100, 100, 200, 200).fill(WHITE), WHITE, 200, 200, 115, 115),
                new Sample(WidgetKind.TEXT, box(100, 100, 300, 300).text("-").fill(WHITE), WHITE, 250, 350, 450, 350),
                new Sample(WidgetKind.MARKER, box(200, 200, 0, 0).fontSize(units(150)), RED, 100, 200, 90, 90),
                new Sample(WidgetKind.STAMP, box(100, 100, 300, 300).stamp(Stamp.CHECK), RED, 250, 150, 110, 110),
                new Sample(WidgetKind.REDACTION, box(100, 100, 300, 300).fill(BLUE), BLUE, 250, 150, 420, 150));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyKindIsSeen(Sample sample) throws IOException, UnreadablePictureException {
        Easel seen = flattened(new Sketch().add(sample.kind, sample.fields));
        seen.sees(sample.inside, sample.x, sample.y, LOSS).sees(GREY, sample.otherX, sample.otherY, LOSS);
    }

    @ParameterizedTest
    @EnumSource(WidgetKind.class)
    void everyKindHasASample(WidgetKind kind) {
        assertThat(samples().map(Sample::kind)).contains(kind);
    }

    @Test
    void whatIsHigherCoversWhatIsLower() throws IOException, UnreadablePictureException {
        Sketch sketch = new Sketch()
                .add(WidgetKind.RECTANGLE, box(100, 100, 200, 200).fill(WHITE).width(0))
                .add(WidgetKind.RECTANGLE, box(200, 200, 200, 200).fill(BLUE).width(0))
                .addBelow(
                        WidgetKind.RECTANGLE,
                        box(150, 150, 200, 200).fill(BLACK).width(0));
        Easel seen = flattened(sketch);
        seen.sees(WHITE, 180, 180, LOSS).sees(BLUE, 250, 250, LOSS).sees(BLACK, 320, 180, LOSS);
    }

    @Test
    void aRedactionIsOverEverythingThoughItLiesLowest() throws IOException, UnreadablePictureException {
        Sketch sketch = new Sketch()
                .add(WidgetKind.REDACTION, box(100, 100, 200, 200))
                .add(WidgetKind.RECTANGLE, box(50, 50, 400, 400).fill(WHITE).width(0))
                .add(WidgetKind.TEXT, box(100, 100, 0, 0).text("SECRET").fontSize(units(120)));
        Easel seen = flattened(sketch);
        for (int y = 110; y < 290; y += 10) {
            for (int x = 110; x < 290; x += 10) {
                seen.sees(BLACK, x, y, LOSS);
            }
        }
        seen.sees(WHITE, 400, 400, LOSS);
    }

    /** Anna sees the photo upright, and what she draws is there. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void widgetsAreWhereTheUprightPhotoHasThem(int orientation) throws IOException, UnreadablePictureException {
        boolean lying = orientation >= 5;
        BufferedImage stored = new BufferedImage(
                lying ? Easel.HEIGHT : Easel.WIDTH, lying ? Easel.WIDTH : Easel.HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        byte[] jpeg = TestJpegs.withOrientation(TestJpegs.encode(stored, ImageWriteParam.MODE_DISABLED), orientation);
        Sketch sketch = new Sketch()
                .add(WidgetKind.RECTANGLE, box(500, 50, 200, 100).fill(BLUE).width(0));
        Easel seen = flattened(jpeg, sketch);
        assertThat(seen.width()).isEqualTo(Easel.WIDTH);
        seen.sees(BLUE, 510, 60, LOSS)
                .sees(BLUE, 690, 140, LOSS)
                .sees(BLACK, 480, 60, LOSS)
                .sees(BLACK, 510, 170, LOSS);
    }

    @Test
    void unitsAreOfTheLongerSideAlsoUpright() throws IOException, UnreadablePictureException {
        byte[] high = TestJpegs.grey(200, 400);
        Fields.Builder lowest = Fields.builder().geometry(new Geometry(0, 65_535 * 3 / 4, 65_535 / 2, 65_535 / 4));
        Easel seen = flattened(high, new Sketch().add(WidgetKind.REDACTION, lowest));
        seen.sees(BLACK, 190, 310, LOSS).sees(BLACK, 10, 390, LOSS);
        assertThat(seen.at(190, 290) & 0xff).isGreaterThan(200);
    }

    @Test
    void onALargePhotoWidgetsAreWhereTheyBelong() throws IOException, UnreadablePictureException {
        byte[] large = TestJpegs.grey(4370, 3000);
        Fields.Builder corner = Fields.builder().geometry(new Geometry(60_000, 40_000, 5_535, 4_000));
        Flattened flattened = flattener.flatten(
                PictureBytes.of(large),
                new Sketch().add(WidgetKind.REDACTION, corner).widgets());
        assertThat(flattened.width()).isEqualTo(2185);
        assertThat(flattened.height()).isEqualTo(1500);
        Easel seen = new Easel(TestJpegs.decode(flattened.jpeg()));
        seen.sees(BLACK, 2010, 1345, LOSS).sees(BLACK, 2180, 1460, LOSS);
        assertThat(seen.at(1990, 1345) & 0xff).isGreaterThan(200);
    }

    @Test
    void theResultIsProgressiveAndTellsNothingOfTheCamera()
            throws IOException, UnreadablePictureException, RefusedException {
        byte[] lying = TestJpegs.withOrientation(TestJpegs.photo("rocket.jpg"), 6);
        Flattened flattened = flattener.flatten(PictureBytes.of(lying), List.of());
        JpegScanner scanner = new JpegScanner(JpegLimits.DEFAULT);
        scanner.accept(flattened.jpeg(), 0, flattened.jpeg().length);
        scanner.finish();
        assertThat(scanner.header()).contains(new JpegHeader(427, 640, 3, true));
        assertThat(new String(flattened.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "ICC_PROFILE");
    }

    @Test
    void aPhotoWithoutWidgetsLooksAsBefore() throws IOException, UnreadablePictureException {
        byte[] rocket = TestJpegs.photo("rocket-progressive.jpg");
        Flattened flattened = flattener.flatten(PictureBytes.of(rocket), List.of());
        BufferedImage before = TestJpegs.decode(rocket);
        BufferedImage after = TestJpegs.decode(flattened.jpeg());
        long difference = 0;
        for (int y = 0; y < before.getHeight(); y++) {
            for (int x = 0; x < before.getWidth(); x++) {
                difference += Math.abs((before.getRGB(x, y) >> 8 & 0xff) - (after.getRGB(x, y) >> 8 & 0xff));
            }
        }
        assertThat((double) difference / (before.getWidth() * before.getHeight()))
                .isLessThan(2.5);
    }

    @Test
    void theSameIsFlattenedToTheSameBytes() throws IOException, UnreadablePictureException {
        PictureBytes rocket = PictureBytes.of(TestJpegs.photo("rocket.jpg"));
        Flattened once = flattener.flatten(rocket, Showcase.sketch().widgets());
        Flattened again = flattener.flatten(rocket, Showcase.sketch().widgets());
        Flattened elsewhere = new Flattener().flatten(rocket, Showcase.sketch().widgets());
        assertThat(again.jpeg()).isEqualTo(once.jpeg());
        assertThat(elsewhere.jpeg()).isEqualTo(once.jpeg());
    }

    private Easel flattened(Sketch sketch) throws IOException, UnreadablePictureException {
        return flattened(TestJpegs.encode(Easel.blank(), ImageWriteParam.MODE_DISABLED), sketch);
    }

    private Easel flattened(byte[] jpeg, Sketch sketch) throws IOException, UnreadablePictureException {
        return new Easel(TestJpegs.decode(
                flattener.flatten(PictureBytes.of(jpeg), sketch.widgets()).jpeg()));
    }
}
