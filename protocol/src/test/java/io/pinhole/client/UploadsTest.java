package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.ClientFrame;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Offer;
import io.pinhole.protocol.frame.Offered;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.Publish;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Seen;
import io.pinhole.protocol.frame.Stored;
import io.pinhole.protocol.frame.StoredUpTo;
import io.pinhole.protocol.frame.Upload;
import io.pinhole.protocol.frame.UploadFailed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class UploadsTest {

    @AutoClose
    private final FakeSession session = new FakeSession();

    private final PreparedPhoto photo =
            PreparedPhoto.of("Pump", rendition(Rendition.ORIGINAL, "o", 3000), rendition(Rendition.WORKING, "w", 3000));
    private final PhotoId id = photo.id();

    private final PreparedPhoto large =
            PreparedPhoto.of("Pump house", rendition(Rendition.WORKING, "w", 2 * FakeRelay.WINDOW));

    @Test
    void aNewPhotoIsSentWithoutWaiting() {
        FakeRelay relay = session.join();
        session.share(photo);
        assertThat(relay.heard())
                .containsExactly(
                        photo.offer(1),
                        new Upload(2, 1, id, Rendition.WORKING, 0),
                        new Upload(3, 2, id, Rendition.ORIGINAL, 0),
                        new Publish(4, id));
        assertThat(relay.photoBytes()).isEqualTo("w".repeat(3000) + "o".repeat(3000));
    }

    @Test
    void aPhotoSharedWithoutAConnectionWaitsForOne() {
        Share share = session.share(photo);
        FakeRelay relay = session.join();
        assertThat(relay.heard()).hasSize(4);
        assertThat(share.sent(Rendition.WORKING)).isEqualTo(3000);
    }

    @Test
    void onlyWhatTheWindowAllowsIsOnItsWay() {
        FakeRelay relay = session.join();
        Share share = session.share(large);
        relay.heardWithoutTaking();
        assertThat(share.sent(Rendition.WORKING)).isEqualTo(FakeRelay.WINDOW);
    }

    @Test
    void afterADropItIsOfferedAgainAndGoesOnWhereTheRelaySays() {
        FakeRelay relay = session.join();
        Share share = session.share(photo);
        relay.heardWithoutTaking();
        relay.hangUp();

        FakeRelay next = session.join();
        assertThat(next.heard()).containsExactly(photo.offer(1));
        next.say(new Offered(1, id, 1, List.of(new StoredUpTo(Rendition.WORKING, 1000, false)), false));
        assertThat(next.heard())
                .containsExactly(
                        new Upload(2, 1, id, Rendition.WORKING, 1000),
                        new Upload(3, 2, id, Rendition.ORIGINAL, 0),
                        new Publish(4, id));
        assertThat(next.photoBytes()).isEqualTo("w".repeat(2000) + "o".repeat(3000));
        assertThat(share.stored(Rendition.WORKING)).isEqualTo(1000);
    }

    @Test
    void whatIsStoredAndPublishedIsNotSaidAgain() {
        FakeRelay relay = session.join();
        Share share = session.share(photo);
        relay.hangUp();
        FakeRelay next = session.join();
        next.heard();
        next.say(new Offered(
                1,
                id,
                1,
                List.of(new StoredUpTo(Rendition.WORKING, 3000, true), new StoredUpTo(Rendition.ORIGINAL, 3000, false)),
                true));
        assertThat(next.heard()).containsExactly(new Upload(2, 1, id, Rendition.ORIGINAL, 3000));
        assertThat(share.published()).isCompleted();
        assertThat(share.stored()).isNotDone();
        next.say(new Stored(id, Rendition.ORIGINAL, 3000, true));
        assertThat(share.stored()).isCompleted();
    }

    @Test
    void aStoredPhotoIsNotOfferedAgain() {
        FakeRelay relay = session.join();
        session.share(photo);
        relay.say(new Stored(id, Rendition.WORKING, 3000, true), new Stored(id, Rendition.ORIGINAL, 3000, true));
        relay.hangUp();
        assertThat(session.join().heard()).isEmpty();
    }

    @Test
    void aRefusedOfferFailsTheShareAndSendsNoMore() {
        FakeRelay relay = session.join();
        Share share = session.share(large);
        relay.heardWithoutTaking();
        relay.say(new Reply(1, Optional.of(Refusal.of(Code.NOT_IN_PHOTO_MODE, "not now"))));
        assertThat(codeOf(share.published())).isEqualTo(Code.NOT_IN_PHOTO_MODE);
        assertThat(codeOf(share.stored())).isEqualTo(Code.NOT_IN_PHOTO_MODE);
        relay.heard();
        assertThat(relay.photoBytes()).hasSize(FakeRelay.WINDOW);
    }

    @Test
    void aWrongOffsetIsCorrectedByAskingAgain() {
        FakeRelay relay = session.join();
        Share share = session.share(photo);
        relay.heardWithoutTaking();
        relay.say(
                new UploadFailed(1, Refusal.of(Code.WRONG_OFFSET, "elsewhere")),
                new UploadFailed(2, Refusal.of(Code.WRONG_OFFSET, "elsewhere")));
        assertThat(relay.heard()).containsExactly(photo.offer(5));
        relay.say(new Offered(5, id, 1, List.of(), true));
        assertThat(relay.heard()).hasSize(2).allMatch(Upload.class::isInstance);
        assertThat(share.stored()).isNotDone();
    }

    @Test
    void badBytesFailTheShare() {
        FakeRelay relay = session.join();
        Share share = session.share(photo);
        relay.say(new UploadFailed(1, Refusal.of(Code.JPEG_MALFORMED, "no")));
        assertThat(codeOf(share.stored())).isEqualTo(Code.JPEG_MALFORMED);
    }

    @Test
    void aDraftIsUnpublishedUntilTheRelayHasPublishedIt() {
        FakeRelay relay = session.join();
        Share draft = session.draft(photo);
        relay.heardWithoutTaking();
        assertThat(session.call.uploads().isUnpublished(id)).isTrue();
        draft.publish();
        relay.heardWithoutTaking();
        assertThat(session.call.uploads().isUnpublished(id)).isTrue();
        relay.say(new Reply(4, Optional.empty()));
        assertThat(session.call.uploads().isUnpublished(id)).isFalse();
    }

    @Test
    void aWithdrawnDraftIsSentNoFurther() {
        FakeRelay relay = session.join();
        Share draft = session.draft(large);
        relay.heardWithoutTaking();
        session.call.uploads().withdrawn(large.id());
        relay.heard();
        assertThat(relay.photoBytes()).hasSizeBetween(FakeRelay.WINDOW - FakeRelay.CRUMBS, FakeRelay.WINDOW);
        assertThat(codeOf(draft.stored())).isEqualTo(Code.PHOTO_OVER);
        relay.hangUp();
        assertThat(session.join().heard()).isEmpty();
    }

    @Test
    void aPhotoInTheListIsPublished() {
        FakeRelay relay = session.join();
        Share share = session.share(photo);
        relay.heardWithoutTaking();
        PhotoEntry entry =
                new PhotoEntry(4, id, "Pump", FakeRelay.ANNA, 1, 1, PhotoState.ARRIVING, 16, 12, List.of(), 0, 0);
        relay.say(entry);
        assertThat(session.call.uploads().isUnpublished(id)).isFalse();
        assertThat(share.published()).isCompleted();
    }

    @Test
    void manyPhotosWaitTheirTurn() {
        FakeRelay relay = session.join();
        for (int i = 0; i < Uploads.MAX_AT_ONCE + 5; i++) {
            session.share(PreparedPhoto.of("", rendition(Rendition.WORKING, "x", 1)));
        }
        List<ClientFrame> heard = relay.heard();
        List<Offer> offers = heard.stream()
                .filter(Offer.class::isInstance)
                .map(Offer.class::cast)
                .toList();
        assertThat(offers).hasSize(Uploads.MAX_AT_ONCE);
        relay.say(new Stored(offers.get(0).photo(), Rendition.WORKING, 1, true));
        assertThat(relay.heard()).hasAtLeastOneElementOfType(Offer.class);
    }

    @Test
    void othersWhoHaveItAreCounted() {
        FakeRelay relay = session.join();
        Share share = session.share(photo);
        relay.say(new Seen(id, Rendition.WORKING, 3), new Seen(id, Rendition.WORKING, 3));
        assertThat(share.seenBy(Rendition.WORKING)).containsExactly(3);
        assertThat(share.seenBy(Rendition.ORIGINAL)).isEmpty();
    }

    @Test
    void theEndOfTheCallFailsWhatIsUnfinishedAndWhatComesLater() {
        Share before = session.share(photo);
        session.call.end(Refusal.of(Code.CALL_ENDED, "over"));
        assertThat(codeOf(before.stored())).isEqualTo(Code.CALL_ENDED);
        assertThat(codeOf(session.share(photo).stored())).isEqualTo(Code.CALL_ENDED);
    }

    private static Code codeOf(CompletableFuture<?> future) {
        assertThat(future).isCompletedExceptionally();
        Throwable cause = future.handle((value, thrown) -> thrown).join();
        Throwable refused = cause instanceof RefusedException ? cause : cause.getCause();
        return ((RefusedException) refused).code();
    }

    private static PreparedRendition rendition(Rendition rendition, String letter, int size) {
        return PreparedRendition.of(rendition, letter.repeat(size).getBytes(StandardCharsets.US_ASCII), 16, 12);
    }
}
