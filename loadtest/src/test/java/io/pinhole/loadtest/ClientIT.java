package io.pinhole.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.pinhole.client.ClientConfig;
import io.pinhole.client.PinholeClient;
import io.pinhole.client.PreparedPhoto;
import io.pinhole.client.PreparedRendition;
import io.pinhole.client.Share;
import io.pinhole.client.Trust;
import io.pinhole.client.VoiceFrame;
import io.pinhole.client.desktop.DesktopRenditions;
import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.jpeg.CleanJpeg;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client library at a real relay. */
@Timeout(60)
class ClientIT {

    @TempDir
    private Path data;

    private final Recorder heardByAnna = new Recorder();
    private final Recorder heardByBen = new Recorder();
    private final CleanJpeg file = photo();
    private final byte[] jpeg = file.bytes();
    private AnnaAndBen people;
    private TestRelay relay;
    private PinholeClient anna;
    private PinholeClient ben;

    @BeforeEach
    void join() throws IOException {
        relay = new TestRelay(data);
        people = AnnaAndBen.join(relay, heardByAnna, heardByBen);
        anna = people.anna();
        ben = people.ben();
    }

    @AfterEach
    void leave() {
        people.close();
        relay.close();
    }

    @Test
    void voiceGoesFromOneToTheOther() {
        anna.speak(new byte[] {1, 2, 3}, Voice.Duration.MILLIS_20, 9);
        anna.speak(new byte[] {4, 5}, Voice.Duration.MILLIS_20, 9);
        await().until(() -> heardByBen.voice.size() == 2);
        int annasHandle = anna.call().self().orElseThrow().handle();
        assertThat(heardByBen.voice).extracting(VoiceFrame::speaker).containsOnly(annasHandle);
        assertThat(heardByBen.voice).extracting(VoiceFrame::tick).containsExactly(0, 2);
        assertThat(heardByBen.voice).extracting(VoiceFrame::talkStart).containsExactly(true, false);
        assertThat(heardByAnna.voice).isEmpty();
    }

    @Test
    void aPhotoArrivesAsItWas() {
        Share share = anna.share(prepared());
        PhotoId photo = heardByBen.firstPhoto.join();
        assertThat(ben.open(photo, Rendition.WORKING).complete().join()).isEqualTo(jpeg);
        share.published().join();
        share.stored().join();
        assertThat(share.stored(Rendition.WORKING)).isEqualTo(jpeg.length);
        await().until(() -> share.seenBy(Rendition.WORKING).size() == 1);
        await().until(() -> ben.call().photos().get(photo).state() == PhotoState.STORED);
        assertThat(heardByAnna.bytesSent).hasValue(jpeg.length);
    }

    @Test
    void onlyTheOperatorShares() {
        assertRefused(
                Code.ROLE_NOT_ALLOWED, () -> ben.share(prepared()).stored().join());
    }

    @Test
    void photosNeedPhotoMode() {
        ben.switchMode(Mode.VIDEO).join();
        await().until(() -> anna.call().mode() == Mode.VIDEO);
        assertRefused(
                Code.NOT_IN_PHOTO_MODE, () -> anna.share(prepared()).published().join());
    }

    @Test
    void whoLooksAtAnotherPhotoIsToldOfANewOne() {
        anna.share(prepared()).stored().join();
        PhotoId first = heardByBen.firstPhoto.join();
        ben.view(first, true);
        await().until(() -> heardByAnna.views.size() == 1);
        assertThat(heardByAnna.views.get(0).photo()).contains(first);
        Share second = anna.share(prepared());
        await().until(() -> heardByBen.shots.size() == 1);
        assertThat(heardByBen.shots.get(0).photo()).isEqualTo(second.photo());
        ben.networkChanged();
        await().until(() -> heardByAnna.views.size() >= 2);
        assertThat(anna.call().views().values()).allMatch(view -> view.photo().equals(Optional.of(first)));
    }

    @Test
    void titlesChangeAndPhotosAreWithdrawn() {
        Share share = anna.share(prepared());
        share.stored().join();
        anna.rename(share.photo(), "Valve").join();
        await().until(() -> ben.call().photos().get(share.photo()).title().equals("Valve"));
        assertRefused(
                Code.PHOTO_UNKNOWN, () -> anna.rename(PhotoId.random(), "x").join());
        anna.withdraw(share.photo()).join();
        await().until(() -> ben.call().photos().get(share.photo()).state() == PhotoState.WITHDRAWN);
        assertRefused(
                Code.PHOTO_OVER,
                () -> ben.open(share.photo(), Rendition.WORKING).complete().join());
    }

    @Test
    void aWithdrawnDraftIsOverForItsAuthor() {
        Share draft = anna.draft(prepared());
        anna.withdraw(draft.photo()).join();
        assertRefused(Code.PHOTO_OVER, () -> draft.stored().join());
        assertThat(ben.call().photos()).isEmpty();
    }

    @Test
    void theNewestOfAPersonWins() {
        try (PinholeClient second = relay.join("anna", Role.FIELD_OPERATOR, new Recorder())) {
            assertThat(anna.ended().join().code()).contains(Code.REPLACED);
            assertThat(second.call().connected()).isTrue();
        }
    }

    @Test
    void theEndIsForEverybody() {
        anna.end().exceptionally(late -> null).join();
        assertThat(ben.ended().join().code()).contains(Code.CALL_ENDED);
        assertThat(anna.ended().join().code()).contains(Code.CALL_ENDED);
        assertRefused(Code.CALL_ENDED, () -> anna.share(prepared()).stored().join());
    }

    @Test
    void theSecretAloneIsEnoughToComeBack() {
        var resumption = anna.resumption().orElseThrow();
        assertThat(resumption.call()).isEqualTo(new CallId("test"));
        var config = ClientConfig.to("127.0.0.1", relay.port())
                .resume(resumption)
                .trust(Trust.fingerprint(relay.fingerprint()))
                .build();
        try (PinholeClient returned = PinholeClient.connect(config, new Recorder())) {
            assertThat(returned.joined().join().resumed()).isTrue();
        }
    }

    private PreparedPhoto prepared() {
        return PreparedPhoto.of("Retina", PreparedRendition.of(Rendition.WORKING, file));
    }

    private static void assertRefused(Code code, ThrowingCallable request) {
        assertThatThrownBy(request)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    /** Small, as every buffer is tracked here, which makes photos slow. */
    private static CleanJpeg photo() {
        try (InputStream in = ClientIT.class.getResourceAsStream("/photos/retina.jpg")) {
            return DesktopRenditions.of(in.readAllBytes(), 500).working().orElseThrow();
        } catch (IOException | RefusedException e) {
            throw new AssertionError(e);
        }
    }
}
