package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.Offer;
import io.pinhole.protocol.frame.Offered;
import io.pinhole.protocol.frame.Open;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.Publish;
import io.pinhole.protocol.frame.Rename;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.RenditionInfo;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.protocol.frame.Upload;
import io.pinhole.protocol.frame.UploadFailed;
import io.pinhole.protocol.frame.Withdraw;
import io.pinhole.relay.fixture.Bystanders;
import io.pinhole.relay.fixture.Jpegs;
import io.pinhole.relay.fixture.RawClient;
import io.pinhole.relay.fixture.Sharing;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestPhoto;
import io.pinhole.relay.fixture.TestRelay;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos that may not be: each refused by its own code, without anybody else noticing. */
class RefusedPhotosIT {

    @RegisterExtension
    static final TestRelay RELAY =
            TestRelay.with(Map.of("photo.max-scans", "4", "photo.max-bytes", "100 KiB", "limits.photos-per-call", "3"));

    private TestCall call;
    private Bystanders bystanders;
    private TestClient operator;

    @BeforeEach
    void people() {
        call = RELAY.call();
        bystanders = Bystanders.in(call);
        operator = call.operator();
    }

    @AfterEach
    void nobodyNoticed() {
        bystanders.noticeNothing();
        assertThat(operator.isConnected()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "FIELD_OPERATOR, MOBILE,  ",
        "FIELD_OPERATOR, DESKTOP, CLIENT_NOT_ALLOWED",
        "FIELD_OPERATOR, WEB,     CLIENT_NOT_ALLOWED",
        "EXPERT,         MOBILE,  ROLE_NOT_ALLOWED",
        "EXPERT,         DESKTOP, ROLE_NOT_ALLOWED",
        "EXPERT,         WEB,     ROLE_NOT_ALLOWED",
        "OBSERVER,       MOBILE,  ROLE_NOT_ALLOWED",
        "OBSERVER,       DESKTOP, ROLE_NOT_ALLOWED",
        "OBSERVER,       WEB,     ROLE_NOT_ALLOWED"
    })
    void onlyAFieldOperatorInTheMobileApplicationMayShare(Role role, ClientKind kind, Code refusal) {
        TestClient client = call.join("somebody", role, kind);
        TestPhoto photo = TestPhoto.small();
        if (refusal == null) {
            int request = client.request(photo::offer);
            client.await(Offered.class, o -> o.request() == request);
        } else {
            assertThat(client.refused(photo::offer)).isEqualTo(refusal);
            assertThat(client.refused(n -> new Publish(n, photo.id()))).isEqualTo(refusal);
        }
        assertThat(client.welcome().rights().contains(Right.SHARE)).isEqualTo(refusal == null);
    }

    @Test
    void aTokenThatDoesNotListTheRightToShare() {
        TestClient client = call.join(
                call.token("somebody", Role.FIELD_OPERATOR, ClientKind.MOBILE, Set.of(Right.TALK, Right.VIEW)));
        assertThat(client.refused(TestPhoto.small()::offer)).isEqualTo(Code.RIGHT_MISSING);
    }

    @Test
    void aPhotoInVideoMode() {
        operator.done(n -> new SetMode(n, Mode.VIDEO));
        assertThat(operator.refused(TestPhoto.small()::offer)).isEqualTo(Code.NOT_IN_PHOTO_MODE);
    }

    @Test
    void anObserverMayNotSwitchTheMode() {
        assertThat(call.observer().refused(n -> new SetMode(n, Mode.VIDEO))).isEqualTo(Code.ROLE_NOT_ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "WORKING, 200000, 10, 10, PHOTO_TOO_LARGE",
        "WORKING, 0, 10, 10, PHOTO_TOO_LARGE",
        "PREVIEW, 2049, 10, 10, PHOTO_TOO_LARGE",
        "WORKING, 5000, 60000, 60000, JPEG_DIMENSIONS",
        "WORKING, 5000, 12000, 12000, JPEG_DIMENSIONS",
        "WORKING, 5000, 0, 10, JPEG_DIMENSIONS",
        "ORIGINAL, 5000, 10, 12001, JPEG_DIMENSIONS"
    })
    void anOfferOfWhatIsTooLarge(Rendition rendition, long size, int width, int height, Code refusal) {
        TestPhoto photo = TestPhoto.small()
                .with(new byte[0], new RenditionInfo(rendition, size, Optional.of(hash()), width, height));
        assertThat(operator.refused(photo::offer)).isEqualTo(refusal);
    }

    @Test
    void anOfferWithoutAWorkingCopyOrWithoutItsHashOrWithOneTwice() {
        RenditionInfo bare = new RenditionInfo(Rendition.WORKING, 100, Optional.empty(), 10, 10);
        RenditionInfo preview = new RenditionInfo(Rendition.PREVIEW, 100, Optional.empty(), 10, 10);
        RenditionInfo working = new RenditionInfo(Rendition.WORKING, 100, Optional.of(hash()), 10, 10);
        for (List<RenditionInfo> wrong :
                List.of(List.<RenditionInfo>of(), List.of(preview), List.of(bare), List.of(working, working))) {
            assertThat(operator.refused(n -> new Offer(n, PhotoId.random(), "", wrong)))
                    .isEqualTo(Code.BAD_REQUEST);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "\u202egpj.exe", "\u2066x", "zero\u200bwidth"})
    void aTitleWithHiddenCharacters(String title) {
        assertThat(operator.refused(TestPhoto.small().titled(title)::offer)).isEqualTo(Code.BAD_TEXT);
        TestPhoto photo = TestPhoto.small();
        Sharing.stored(operator, photo);
        assertThat(operator.refused(n -> new Rename(n, photo.id(), title))).isEqualTo(Code.BAD_TEXT);
    }

    @Test
    void aTitleThatIsTooLongOrNone() {
        assertThat(operator.refused(TestPhoto.small().titled("x".repeat(129))::offer))
                .isEqualTo(Code.BAD_TEXT);
        TestPhoto photo = TestPhoto.small();
        Sharing.stored(operator, photo);
        assertThat(operator.refused(n -> new Rename(n, photo.id(), "  "))).isEqualTo(Code.BAD_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "<img src=x onerror=alert(1)>", "%n%s", "\u0627\u0644\u0639"})
    void aTitleIsPlainText(String title) {
        Sharing.all(operator, TestPhoto.small().titled(title));
        assertThat(bystanders.listener().await(PhotoEntry.class).title()).isEqualTo(title);
    }

    @Test
    void morePhotosThanACallMayHold() {
        for (int i = 0; i < 3; i++) {
            Sharing.all(operator, TestPhoto.small());
        }
        operator.sync();
        assertThat(operator.refused(TestPhoto.small()::offer)).isEqualTo(Code.TOO_MANY_PHOTOS);
    }

    @Test
    void theSameIdWithAnotherContentOrOfAnotherAuthor() {
        TestPhoto photo = TestPhoto.small();
        Sharing.stored(operator, photo);
        assertThat(operator.refused(n -> new Offer(
                        n,
                        photo.id(),
                        "",
                        List.of(new RenditionInfo(Rendition.WORKING, 100, Optional.of(hash()), 10, 10)))))
                .isEqualTo(Code.PHOTO_CONFLICT);

        TestClient other = call.join("other", Role.FIELD_OPERATOR, ClientKind.MOBILE);
        assertThat(other.refused(photo::offer)).isEqualTo(Code.PHOTO_CONFLICT);
        assertThat(other.refused(n -> new Upload(n, 1, photo.id(), Rendition.WORKING, 0)))
                .isEqualTo(Code.PHOTO_NOT_YOURS);
        assertThat(other.refused(n -> new Publish(n, photo.id()))).isEqualTo(Code.PHOTO_NOT_YOURS);
        assertThat(other.refused(n -> new Rename(n, photo.id(), "mine"))).isEqualTo(Code.PHOTO_NOT_YOURS);
        assertThat(other.refused(n -> new Withdraw(n, photo.id()))).isEqualTo(Code.PHOTO_NOT_YOURS);
    }

    @Test
    void whatDoesNotExist() {
        PhotoId none = PhotoId.random();
        assertThat(operator.refused(n -> new Upload(n, 1, none, Rendition.WORKING, 0)))
                .isEqualTo(Code.PHOTO_UNKNOWN);
        assertThat(operator.refused(n -> new Open(n, none, Rendition.WORKING, 0)))
                .isEqualTo(Code.PHOTO_UNKNOWN);
        TestPhoto photo = TestPhoto.small();
        Sharing.stored(operator, photo);
        assertThat(operator.refused(n -> new Upload(n, 1, photo.id(), Rendition.ORIGINAL, 0)))
                .isEqualTo(Code.RENDITION_UNKNOWN);
        assertThat(operator.refused(n -> new Open(n, photo.id(), Rendition.ORIGINAL, 0)))
                .isEqualTo(Code.RENDITION_UNKNOWN);
        assertThat(operator.refused(n -> new Open(n, photo.id(), Rendition.WORKING, 1 << 20)))
                .isEqualTo(Code.WRONG_OFFSET);
    }

    @Test
    void anObserverMayNotOpenAnOriginal() {
        TestPhoto photo = TestPhoto.small().with(Rendition.ORIGINAL, Jpegs.baseline(100, 80), 100, 80);
        Sharing.stored(operator, photo);
        TestClient observer = call.observer(Right.VIEW);
        assertThat(observer.refused(n -> new Open(n, photo.id(), Rendition.ORIGINAL, 0)))
                .isEqualTo(Code.RIGHT_MISSING);
        assertThat(PhotosIT.download(observer, photo, Rendition.WORKING, 0)).isEqualTo(photo.file(Rendition.WORKING));
    }

    @Test
    void aWithdrawnPhoto() {
        TestPhoto photo = TestPhoto.small();
        Sharing.stored(operator, photo);
        operator.done(n -> new Withdraw(n, photo.id()));
        assertThat(operator.refused(photo::offer)).isEqualTo(Code.PHOTO_OVER);
        assertThat(operator.refused(n -> new Upload(n, 1, photo.id(), Rendition.WORKING, 0)))
                .isEqualTo(Code.PHOTO_OVER);
        assertThat(operator.refused(n -> new Open(n, photo.id(), Rendition.WORKING, 0)))
                .isEqualTo(Code.PHOTO_OVER);
        assertThat(operator.refused(n -> new Rename(n, photo.id(), "x"))).isEqualTo(Code.PHOTO_OVER);
        assertThat(operator.refused(n -> new Publish(n, photo.id()))).isEqualTo(Code.PHOTO_OVER);
    }

    // ------------------------------------------------------------------ bytes that are not what was offered

    @Test
    void bytesThatAreNoJpeg() {
        assertThat(failure(TestPhoto.of("GIF89a, let us say".getBytes(StandardCharsets.UTF_8), 9, 9)))
                .isEqualTo(Code.NOT_A_JPEG);
    }

    @Test
    void bytesThatHashToSomethingElse() {
        byte[] file = Jpegs.baseline(96, 64);
        assertThat(failure(TestPhoto.small()
                        .with(file, new RenditionInfo(Rendition.WORKING, file.length, Optional.of(hash()), 96, 64))))
                .isEqualTo(Code.HASH_MISMATCH);
    }

    @Test
    void moreBytesThanOffered() {
        byte[] file = Jpegs.baseline(96, 64);
        assertThat(failure(TestPhoto.small()
                        .with(file, new RenditionInfo(Rendition.WORKING, 1000, Optional.of(hash()), 96, 64))))
                .isEqualTo(Code.PHOTO_TOO_LARGE);
    }

    @Test
    void anotherSizeInPixelsThanOffered() {
        assertThat(failure(TestPhoto.of(Jpegs.baseline(96, 64), 64, 96))).isEqualTo(Code.JPEG_DIMENSIONS);
    }

    @Test
    void aBombOfPixels() {
        byte[] bomb = Jpegs.claiming(Jpegs.baseline(96, 64), 60_000, 60_000);
        assertThat(failure(TestPhoto.of(bomb, 96, 64))).isEqualTo(Code.JPEG_DIMENSIONS);
    }

    @Test
    void tooManyScans() {
        assertThat(failure(TestPhoto.of(Jpegs.progressive(96, 64), 96, 64))).isEqualTo(Code.JPEG_TOO_MANY_SCANS);
    }

    @Test
    void aFileThatEndsBeforeItsEnd() {
        byte[] file = Jpegs.baseline(96, 64);
        assertThat(failure(TestPhoto.of(Arrays.copyOf(file, file.length - 2), 96, 64)))
                .isEqualTo(Code.JPEG_MALFORMED);
    }

    @Test
    void anUploadThatDoesNotBeginWhereItStands() {
        TestPhoto photo = TestPhoto.small();
        operator.request(photo::offer);
        assertThat(operator.refused(n -> new Upload(n, 1, photo.id(), Rendition.WORKING, 1)))
                .isEqualTo(Code.WRONG_OFFSET);
    }

    @Test
    void aChunkAtAnotherOffsetEndsItsUploadButNotThePhoto() {
        TestPhoto photo = TestPhoto.small();
        byte[] file = photo.file(Rendition.WORKING);
        try (RawClient raw =
                RawClient.join(RELAY.address(), call.token("raw", Role.FIELD_OPERATOR, ClientKind.MOBILE))) {
            raw.send(
                    photo.offer(1),
                    new Upload(2, 7, photo.id(), Rendition.WORKING, 0),
                    new Publish(3, photo.id()),
                    new Chunk(7, 0, Unpooled.wrappedBuffer(file, 0, 100)),
                    new Chunk(7, 100, Unpooled.wrappedBuffer(file, 100, 100)),
                    new Chunk(7, 199, Unpooled.wrappedBuffer(file, 199, 100)));
            UploadFailed failed = raw.await(UploadFailed.class, any -> true);
            assertThat(failed.handle()).isEqualTo(7);
            assertThat(failed.refusal().code()).contains(Code.WRONG_OFFSET);

            raw.send(
                    new Chunk(7, Chunk.CONTINUES, Unpooled.wrappedBuffer(file, 200, 100)), // under no handle any more
                    new Upload(4, 7, photo.id(), Rendition.WORKING, 200),
                    new Chunk(7, Chunk.CONTINUES, Unpooled.wrappedBuffer(file, 200, file.length - 200)));
            bystanders
                    .listener()
                    .await(PhotoEntry.class, e -> e.photo().equals(photo.id()) && e.state() == PhotoState.STORED);
        }
    }

    /** Why the upload of this working copy failed; the photo has failed for everybody then. */
    private Code failure(TestPhoto photo) {
        Sharing.all(operator, photo);
        UploadFailed failed = operator.await(UploadFailed.class);
        assertThat(failed.handle()).isEqualTo(Sharing.handle(Rendition.WORKING));
        bystanders
                .listener()
                .await(PhotoEntry.class, e -> e.photo().equals(photo.id()) && e.state() == PhotoState.FAILED);
        return failed.refusal().code().orElseThrow();
    }

    private static Sha256 hash() {
        return Sha256.of(new byte[] {1});
    }
}
