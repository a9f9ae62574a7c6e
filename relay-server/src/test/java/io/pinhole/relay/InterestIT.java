package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Interest;
import io.pinhole.protocol.frame.Offered;
import io.pinhole.protocol.frame.Open;
import io.pinhole.protocol.frame.Opened;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.SetView;
import io.pinhole.protocol.frame.Shut;
import io.pinhole.protocol.frame.StoredUpTo;
import io.pinhole.protocol.frame.Upload;
import io.pinhole.protocol.frame.Want;
import io.pinhole.relay.fixture.Sharing;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestPhoto;
import io.pinhole.relay.fixture.TestRelay;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an uploader is told of the others' wishes. */
class InterestIT {

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.standard();

    private final TestPhoto first = TestPhoto.large();
    private final TestPhoto second = TestPhoto.large();
    private TestCall call;
    private TestClient operator;
    private TestClient expert;
    private Sharing sharing;

    @BeforeEach
    void twoPhotosOnTheirWay() {
        call = RELAY.call();
        operator = call.operatorInPhotoMode();
        sharing = Sharing.upTo(operator, first, 5000);
        Sharing.upTo(operator, second, 5000, 11);
        expert = call.expert();
        expert.await(PhotoEntry.class, entry -> entry.photo().equals(second.id()));
    }

    @Test
    void whatIsLookedAtIsWantedWithoutBeingOpenedAndUntilTheViewerLeaves() {
        look(expert, second);
        awaitWants(working(second, 1));
        expert.leave();
        awaitWants();
    }

    @Test
    void mostViewersFirstThenWhatIsOnlyOpened() {
        open(expert, first, Rendition.WORKING);
        awaitWants(working(first, 0));
        TestClient other = call.expert("other");
        look(expert, second);
        look(other, second);
        awaitWants(working(second, 2), working(first, 0));
        look(other, first);
        awaitWants(working(first, 1), working(second, 1));
    }

    @Test
    void anOriginalIsWantedByThoseWhoOpenedIt() {
        look(expert, first);
        Opened original = open(expert, second, Rendition.ORIGINAL);
        awaitWants(working(first, 1), new Want(second.id(), Rendition.ORIGINAL, 0));
        expert.send(new Shut(original.handle()));
        awaitWants(working(first, 1));
    }

    @Test
    void whatHasComeIsNotWanted() {
        open(expert, first, Rendition.WORKING);
        awaitWants(working(first, 0));
        sharing.allow(Rendition.WORKING, Integer.MAX_VALUE);
        sharing.awaitStored(Rendition.WORKING);
        look(expert, second);
        awaitWants(working(second, 1));
    }

    @Test
    void oneWhoComesBackIsToldAgain() {
        look(expert, first);
        awaitWants(working(first, 1));
        operator.drop();
        TestClient back = TestClient.connect(RELAY.address());
        back.resume(operator.welcome());
        int request = back.request(first::offer);
        Offered offered = back.await(Offered.class, answer -> answer.request() == request);
        StoredUpTo stored = offered.stored().get(Rendition.WORKING.number());
        back.done(n -> new Upload(n, 1, first.id(), Rendition.WORKING, stored.offset()));
        assertThat(back.await(Interest.class).wants()).contains(working(first, 1));
    }

    @Test
    void onesOwnViewIsNobodyElsesWishAndWhoSendsNothingIsToldNothing() {
        open(operator, second, Rendition.WORKING);
        look(operator, second);
        look(expert, first);
        assertThat(operator.await(Interest.class).wants()).containsExactly(working(first, 1));
        expert.sync();
        assertThat(expert.received(Interest.class)).isEmpty();
    }

    private void awaitWants(Want... wants) {
        operator.await(Interest.class, interest -> interest.wants().equals(List.of(wants)));
    }

    private static Want working(TestPhoto photo, int viewers) {
        return new Want(photo.id(), Rendition.WORKING, viewers);
    }

    private static Opened open(TestClient who, TestPhoto photo, Rendition rendition) {
        int request = who.request(n -> new Open(n, photo.id(), rendition, 0));
        return who.await(Opened.class, opened -> opened.request() == request);
    }

    private static void look(TestClient who, TestPhoto photo) {
        PhotoId id = photo.id();
        who.send(new SetView(Optional.of(id), true));
    }
}
