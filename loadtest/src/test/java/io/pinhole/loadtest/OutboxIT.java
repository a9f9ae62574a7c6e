package io.pinhole.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.Future;
import io.pinhole.client.Capture;
import io.pinhole.client.Download;
import io.pinhole.client.Drawing;
import io.pinhole.client.Outbox;
import io.pinhole.client.PinholeClient;
import io.pinhole.client.PreparedPhoto;
import io.pinhole.client.PreparedRendition;
import io.pinhole.client.Share;
import io.pinhole.client.Transport;
import io.pinhole.client.desktop.DesktopRenditions;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureState;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.jpeg.CleanJpeg;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.WidgetKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Applications that die at a real relay, and what their next life goes on with. */
@Timeout(60)
class OutboxIT {

    /** The most that may be on its way. */
    private static final long WINDOW_BYTES = 512 * 1024;

    private static final Fields BOX =
            Fields.builder().geometry(new Geometry(100, 100, 500, 300)).build();

    @TempDir
    private Path data;

    @TempDir
    private Path kept;

    private final EventLoopGroup firstLife = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Recorder heardByAnna = new Recorder();
    private final Recorder heardByAnnaLater = new Recorder();
    private final Recorder heardByBen = new Recorder();
    private final CleanJpeg file = photo();
    private TestRelay relay;
    private PinholeClient anna;
    private PinholeClient ben;

    @BeforeEach
    void join() throws IOException {
        relay = new TestRelay(data);
        anna = TestRelay.join(
                relay.reach(Transport.tcp())
                        .token(relay.token("anna", Role.FIELD_OPERATOR))
                        .outbox(new FolderOutbox(kept))
                        .group(firstLife),
                heardByAnna);
        ben = relay.join("ben", Role.EXPERT, heardByBen);
        await().until(() -> anna.call().participants().size() == 1);
    }

    @AfterEach
    void leave() {
        die().syncUninterruptibly();
        ben.close();
        ben.ended().join();
        relay.close();
    }

    @Test
    void aHalfSentPhotoGoesOnAtTheByteReached() {
        heardByAnna.onSent = piece -> {
            if (piece.end() * 2 > piece.total()) {
                die();
            }
        };
        CleanJpeg large = LargePhoto.make();
        PhotoId photo = anna.share(prepared(large)).photo();
        Download download = ben.open(heardByBen.firstPhoto.join(), Rendition.WORKING);
        firstLife.terminationFuture().syncUninterruptibly();
        long sent = heardByAnna.bytesSent.get();
        assertThat(sent).isLessThan(large.bytes().length);

        try (PinholeClient again = anotherLife()) {
            assertThat(again.restored()).extracting(Share::photo).containsExactly(photo);
            again.restored().get(0).stored().join();
            assertThat(download.complete().join()).isEqualTo(large.bytes());
            assertThat(heardByBen.bytesReceived).hasValue(large.bytes().length);
            long all = sent + heardByAnnaLater.bytesSent.get();
            assertThat(all - large.bytes().length).isBetween(0L, WINDOW_BYTES);
            assertNothingIsKept();
            end(again);
        }
    }

    @Test
    void whatWasDrawnWithoutAConnectionIsStoredByTheNextLife() throws IOException {
        Share share = anna.share(prepared());
        share.stored().join();
        relay.close();
        await().until(() -> !anna.call().connected());
        anna.follow(share.photo()).create(WidgetKind.RECTANGLE, BOX);
        anna.follow(share.photo()).create(WidgetKind.ELLIPSE, BOX);
        await().until(() -> new FolderOutbox(kept).contents().operations().size() == 2);
        die().syncUninterruptibly();
        relay.reopen();

        try (PinholeClient again = anotherLife()) {
            Drawing drawing = ben.follow(share.photo());
            await().until(() -> drawing.snapshot().committed().size() == 2);
            await().untilAsserted(this::assertNothingIsKept);
            end(again);
        }
    }

    @Test
    void whatWasSavedWithoutAConnectionIsKeptByTheNextLife() throws IOException {
        Share share = anna.share(prepared());
        share.stored().join();
        Drawing drawing = anna.follow(share.photo());
        drawing.stored().join();
        relay.close();
        await().until(() -> !anna.call().connected());
        drawing.create(WidgetKind.RECTANGLE, BOX);
        drawing.save("Retina");
        await().until(() -> new FolderOutbox(kept).contents().saves().size() == 1);
        CaptureId id = new FolderOutbox(kept).contents().saves().get(0).capture();
        die().syncUninterruptibly();
        relay.reopen();

        try (PinholeClient again = anotherLife()) {
            await().until(() -> !heardByAnnaLater.captures.isEmpty());
            Capture capture = heardByAnnaLater.captures.get(0);
            assertThat(capture.id()).isEqualTo(id);
            assertThat(capture.pin().revision()).isEqualTo(1);
            capture.ready().join();
            assertNothingIsKept();
            end(again);
        }
    }

    @Test
    void aCaptureBecomesReadyWhenItsPhotoIsThere() {
        Share draft = anna.draft(prepared());
        Drawing drawing = anna.follow(draft.photo());
        drawing.create(WidgetKind.ELLIPSE, BOX);
        CompletableFuture<Capture> saved = drawing.save("Draft");
        anna.networkChanged();
        draft.publish();
        Capture capture = saved.join();
        assertThat(capture.pin().revision()).isEqualTo(1);
        capture.ready().join();
        assertThat(capture.state()).isEqualTo(CaptureState.READY);
        assertThat(drawing.save("draft")
                        .handle((again, failure) -> failure.getCause())
                        .join())
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo(Code.CAPTURE_NAME_TAKEN));
    }

    /** Without a word to anybody, as when the power is gone. */
    private Future<?> die() {
        return firstLife.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }

    private PinholeClient anotherLife() {
        return TestRelay.join(
                relay.reach(Transport.tcp())
                        .token(relay.token("anna", Role.FIELD_OPERATOR))
                        .outbox(new FolderOutbox(kept)),
                heardByAnnaLater);
    }

    private static void end(PinholeClient client) {
        client.close();
        client.ended().join();
    }

    private void assertNothingIsKept() {
        Outbox.Contents contents = new FolderOutbox(kept).contents();
        assertThat(contents.photos()).isEmpty();
        assertThat(contents.operations()).isEmpty();
        assertThat(contents.saves()).isEmpty();
    }

    private PreparedPhoto prepared() {
        return prepared(file);
    }

    private static PreparedPhoto prepared(CleanJpeg working) {
        return PreparedPhoto.of("Pump", PreparedRendition.of(Rendition.WORKING, working));
    }

    /** Small, as every buffer is tracked here, which makes photos slow. */
    private static CleanJpeg photo() {
        try (InputStream in = OutboxIT.class.getResourceAsStream("/photos/retina.jpg")) {
            return DesktopRenditions.of(in.readAllBytes(), 500).working().orElseThrow();
        } catch (IOException | RefusedException e) {
            throw new AssertionError(e);
        }
    }
}
