package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Arrived;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.NewShot;
import io.pinhole.protocol.frame.Open;
import io.pinhole.protocol.frame.Opened;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.Rename;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Seen;
import io.pinhole.protocol.frame.SetView;
import io.pinhole.protocol.frame.Shown;
import io.pinhole.protocol.frame.Shut;
import io.pinhole.protocol.frame.Stored;
import io.pinhole.protocol.frame.UploadFailed;
import io.pinhole.protocol.frame.Withdraw;
import io.pinhole.relay.fixture.Jpegs;
import io.pinhole.relay.fixture.Sharing;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestPhoto;
import io.pinhole.relay.fixture.TestRelay;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PhotosIT {

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.standard();

    private TestCall call;
    private TestClient operator;
    private TestClient expert;

    @BeforeEach
    void people() {
        call = RELAY.call();
        operator = call.operatorInPhotoMode();
        expert = call.expert();
    }

    @Test
    void aPublishedPhotoIsInEverybodysListWithItsAuthorAndASizeOfEachRendition() {
        TestPhoto photo = TestPhoto.large().titled("Pump 3");
        Sharing.all(operator, photo);

        for (TestClient client : new TestClient[] {operator, expert}) {
            PhotoEntry entry = client.await(PhotoEntry.class, e -> e.photo().equals(photo.id()));
            assertThat(entry.title()).isEqualTo("Pump 3");
            assertThat(entry.author()).isEqualTo(new PersonId("operator"));
            assertThat(entry.width()).isEqualTo(600);
            assertThat(entry.height()).isEqualTo(450);
            assertThat(entry.renditions())
                    .extracting(Arrived::rendition)
                    .containsExactly(Rendition.PREVIEW, Rendition.WORKING, Rendition.ORIGINAL);
        }
    }

    @Test
    void withoutATitleThePhotoIsNumbered() {
        for (int number : new int[] {1, 2}) {
            TestPhoto photo = TestPhoto.small();
            Sharing.all(operator, photo);
            PhotoEntry entry = expert.await(PhotoEntry.class, e -> e.photo().equals(photo.id()));
            assertThat(entry.title()).isEqualTo("Photo " + number);
        }
    }

    @Test
    void thePreviewIsPushedToAllOthers() {
        TestPhoto photo = TestPhoto.large();
        Sharing.all(operator, photo);

        Opened pushed = expert.await(Opened.class);
        assertThat(pushed.request()).isZero();
        assertThat(pushed.photo()).isEqualTo(photo.id());
        assertThat(pushed.info()).isEqualTo(photo.info(Rendition.PREVIEW));
        byte[] preview = photo.file(Rendition.PREVIEW);
        assertThat(expert.awaitBytes(pushed.handle(), preview.length)).isEqualTo(preview);
        operator.sync();
        assertThat(operator.received(Opened.class)).isEmpty();
    }

    @Test
    void workingCopyAndOriginalArriveByteForByte() {
        TestPhoto photo = TestPhoto.large();
        Sharing.stored(operator, photo);

        assertThat(download(expert, photo, Rendition.WORKING, 0)).isEqualTo(photo.file(Rendition.WORKING));
        assertThat(download(expert, photo, Rendition.ORIGINAL, 0)).isEqualTo(photo.file(Rendition.ORIGINAL));
    }

    @Test
    void aPhotoOpenedWhileItArrivesIsThereBeforeTheUploadEnds() {
        TestPhoto photo = TestPhoto.large();
        byte[] file = photo.file(Rendition.WORKING);
        Sharing sharing = Sharing.upTo(operator, photo, 90_000);
        expert.await(PhotoEntry.class, e -> e.photo().equals(photo.id()));

        Opened opened = open(expert, photo, Rendition.WORKING, 0);
        byte[] early = expert.awaitBytes(opened.handle(), 80_000);
        assertThat(early).isEqualTo(Arrays.copyOf(file, early.length));
        operator.sync();
        assertThat(operator.received(Stored.class)).noneMatch(s -> s.rendition() == Rendition.WORKING && s.complete());

        sharing.allowAll();
        assertThat(expert.awaitBytes(opened.handle(), file.length)).isEqualTo(file);
        sharing.awaitStored();
    }

    @Test
    void aLateJoinerGetsTheListAndAnyPartOfThePhoto() {
        TestPhoto photo = TestPhoto.large();
        Sharing.stored(operator, photo);

        TestClient late = call.expert("late");
        PhotoEntry entry = late.await(PhotoEntry.class);
        assertThat(entry.photo()).isEqualTo(photo.id());
        assertThat(entry.state()).isEqualTo(PhotoState.STORED);
        byte[] file = photo.file(Rendition.WORKING);
        assertThat(download(late, photo, Rendition.WORKING, 70_001))
                .isEqualTo(Arrays.copyOfRange(file, 70_001, file.length));
        late.sync();
        assertThat(late.received(Opened.class)).isEmpty();
    }

    @Test
    void aNewShotIsAnnouncedOnlyToThoseWhoAreAbsorbedInAnotherPhoto() {
        TestPhoto first = TestPhoto.small();
        Sharing.stored(operator, first);
        TestClient inTheList = call.expert("list");
        TestClient beside = call.expert("beside");
        expert.send(new SetView(Optional.of(first.id()), true));
        beside.send(new SetView(Optional.of(first.id()), false));
        expert.sync();
        beside.sync();

        TestPhoto second = TestPhoto.small();
        Sharing.all(operator, second);

        assertThat(expert.await(NewShot.class)).isEqualTo(new NewShot(second.id(), operator.handle()));
        for (TestClient other : new TestClient[] {inTheList, beside, operator}) {
            other.await(PhotoEntry.class, e -> e.photo().equals(second.id()));
            other.sync();
            assertThat(other.received(NewShot.class)).isEmpty();
        }
    }

    @Test
    void storedGrowsUpToCompleteAndTheEntryBecomesStoredAfterThat() {
        TestPhoto photo = TestPhoto.large();
        Sharing.all(operator, photo);

        byte[] file = photo.file(Rendition.ORIGINAL);
        long last = 0;
        Stored stored;
        do {
            stored = operator.await(Stored.class, s -> s.rendition() == Rendition.ORIGINAL);
            assertThat(stored.offset()).isGreaterThan(last);
            last = stored.offset();
        } while (!stored.complete());
        assertThat(last).isEqualTo(file.length);
        PhotoEntry entry = expert.await(PhotoEntry.class, e -> e.state() == PhotoState.STORED);
        assertThat(entry.renditions()).allMatch(a -> a.arrived() == a.size());
    }

    @Test
    void whoeverHasAPhotoWholeTellsItsAuthor() {
        TestPhoto photo = TestPhoto.small();
        Sharing.stored(operator, photo);

        expert.send(new Shown(photo.id(), Rendition.WORKING));

        assertThat(operator.await(Seen.class)).isEqualTo(new Seen(photo.id(), Rendition.WORKING, expert.handle()));
        operator.send(new Shown(photo.id(), Rendition.WORKING));
        operator.sync();
        assertThat(operator.received(Seen.class)).isEmpty();
    }

    @Test
    void aRenamedPhotoHasItsNewTitleAndALaterDate() {
        TestPhoto photo = TestPhoto.small();
        Sharing.stored(operator, photo);
        PhotoEntry before = expert.await(PhotoEntry.class, e -> e.state() == PhotoState.STORED);

        operator.done(n -> new Rename(n, photo.id(), "Valve, left"));

        PhotoEntry after = expert.await(PhotoEntry.class, e -> e.title().equals("Valve, left"));
        assertThat(after.updatedMillis()).isGreaterThanOrEqualTo(before.updatedMillis());
        assertThat(after.createdMillis()).isEqualTo(before.createdMillis());
        assertThat(after.handle()).isEqualTo(before.handle());
    }

    @Test
    void aWithdrawnPhotoStopsInTheMiddleOfADownload() {
        TestPhoto photo = TestPhoto.large();
        Sharing.upTo(operator, photo, 90_000);
        expert.await(PhotoEntry.class, e -> e.photo().equals(photo.id()));
        Opened opened = open(expert, photo, Rendition.WORKING, 0);
        expert.awaitBytes(opened.handle(), 1_000);

        operator.done(n -> new Withdraw(n, photo.id()));

        expert.await(PhotoEntry.class, e -> e.state() == PhotoState.WITHDRAWN);
        assertThat(expert.refused(n -> new Open(n, photo.id(), Rendition.WORKING, 0)))
                .isEqualTo(Code.PHOTO_OVER);
        assertThat(operator.refused(n -> new Withdraw(n, photo.id()))).isEqualTo(Code.PHOTO_OVER);
    }

    @Test
    void aShutDownloadSendsNoMore() {
        TestPhoto photo = TestPhoto.large();
        Sharing sharing = Sharing.upTo(operator, photo, 50_000);
        expert.await(PhotoEntry.class, e -> e.photo().equals(photo.id()));
        Opened opened = open(expert, photo, Rendition.WORKING, 0);
        expert.awaitBytes(opened.handle(), 40_000);

        expert.send(new Shut(opened.handle()));
        expert.sync();
        int before = expert.bytes(opened.handle()).length;
        sharing.allowAll();
        sharing.awaitStored();
        download(expert, photo, Rendition.WORKING, 0);

        assertThat(expert.bytes(opened.handle())).hasSize(before);
    }

    @Test
    void severalPhotosAtOnceAllArrive() {
        TestPhoto[] photos = {TestPhoto.large(), TestPhoto.small(), TestPhoto.large()};
        Sharing[] sharings = new Sharing[photos.length];
        for (int i = 0; i < photos.length; i++) {
            sharings[i] = Sharing.upTo(operator, photos[i], 0);
        }
        for (int i = photos.length - 1; i >= 0; i--) {
            // Upload handles are per connection: each photo is bound again before it goes on.
            Sharing.again(operator, photos[i]).awaitStored();
        }
        for (TestPhoto photo : photos) {
            assertThat(download(expert, photo, Rendition.WORKING, 0)).isEqualTo(photo.file(Rendition.WORKING));
        }
        assertThat(sharings).hasSize(photos.length);
    }

    @Test
    void aPhotoOfWrongBytesFailsForEverybody() {
        byte[] working = Jpegs.baseline(96, 64);
        TestPhoto photo = TestPhoto.of(working, 97, 64);
        Sharing.all(operator, photo);

        UploadFailed failed = operator.await(UploadFailed.class);
        assertThat(failed.handle()).isEqualTo(Sharing.handle(Rendition.WORKING));
        assertThat(failed.refusal().code()).contains(Code.JPEG_DIMENSIONS);
        expert.await(PhotoEntry.class, e -> e.state() == PhotoState.FAILED);
        assertThat(expert.refused(n -> new Open(n, photo.id(), Rendition.WORKING, 0)))
                .isEqualTo(Code.PHOTO_OVER);
    }

    @Test
    void anUnpublishedPhotoIsNobodysButItsAuthors() {
        TestPhoto photo = TestPhoto.small();
        operator.request(photo::offer);
        operator.sync();

        assertThat(expert.refused(n -> new Open(n, photo.id(), Rendition.WORKING, 0)))
                .isEqualTo(Code.PHOTO_UNKNOWN);
        open(operator, photo, Rendition.WORKING, 0);
        assertThat(call.expert("late").received(PhotoEntry.class)).isEmpty();
    }

    static Opened open(TestClient client, TestPhoto photo, Rendition rendition, long offset) {
        int request = client.request(n -> new Open(n, photo.id(), rendition, offset));
        Opened opened = client.await(Opened.class, o -> o.request() == request);
        assertThat(opened.info()).isEqualTo(photo.info(rendition));
        assertThat(opened.offset()).isEqualTo(offset);
        return opened;
    }

    static byte[] download(TestClient client, TestPhoto photo, Rendition rendition, int offset) {
        Opened opened = open(client, photo, rendition, offset);
        return client.awaitBytes(opened.handle(), photo.file(rendition).length - offset);
    }
}
