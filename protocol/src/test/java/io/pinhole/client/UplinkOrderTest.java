package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Interest;
import io.pinhole.protocol.frame.Offered;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.StoredUpTo;
import io.pinhole.protocol.frame.Want;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** In which order one's own photos go up, and what the relay's word changes. */
class UplinkOrderTest {

    private static final int SIZE = 100_000;

    @AutoClose
    private final FakeSession session = new FakeSession();

    private final PreparedPhoto first = photo("1", "a", "x");
    private final PreparedPhoto second = photo("2", "b", "y");

    @Test
    void withoutAWordPreviewsGoNewestFirstThenOutlinesThenTheRestThenOriginals() {
        FakeRelay relay = session.join();
        session.share(first);
        session.share(second);
        relay.heard();
        String sent = relay.photoBytes();
        assertThat(sent.indexOf("2")).isLessThan(sent.lastIndexOf("1"));
        assertThat(lastOf(sent, "1")).isLessThan(at(sent, "a", 2000)).isLessThan(at(sent, "b", 2000));
        assertThat(at(sent, "a", SIZE * 2 / 5)).isLessThan(at(sent, "b", SIZE * 2 / 5));
        assertThat(at(sent, "b", SIZE * 2 / 5)).isLessThan(lastOf(sent, "a"));
        assertThat(lastOf(sent, "a")).isLessThan(lastOf(sent, "b"));
        assertThat(lastOf(sent, "b")).isLessThan(at(sent, "x", SIZE / 2)).isLessThan(at(sent, "y", SIZE / 2));
    }

    @Test
    void whatTheRelaySaysIsWantedGoesFirstFromTheNextPieceOn() {
        FakeRelay relay = session.join();
        session.share(first);
        session.share(second);
        relay.heardWithoutTaking();
        relay.say(new Interest(
                List.of(want(second.id(), Rendition.WORKING, 1), want(second.id(), Rendition.ORIGINAL, 0))));
        relay.heard();
        String sent = relay.photoBytes();
        assertThat(lastOf(sent, "b")).isLessThan(at(sent, "a", SIZE / 2));
        assertThat(lastOf(sent, "y")).isLessThan(at(sent, "x", SIZE / 2));
    }

    @Test
    void onANewConnectionNothingIsWantedBeforeTheRelaySaysSo() {
        FakeRelay relay = session.join();
        session.share(first);
        session.share(second);
        relay.heardWithoutTaking();
        relay.say(new Interest(List.of(want(second.id(), Rendition.WORKING, 1))));
        relay.hangUp();

        FakeRelay next = session.join();
        next.heard();
        next.say(nothingStored(1, first), nothingStored(2, second));
        next.heard();
        String sent = next.photoBytes();
        assertThat(lastOf(sent, "a")).isLessThan(lastOf(sent, "b"));
    }

    @Test
    void everyByteGoesOnceAndInOrderWhateverIsWanted() {
        FakeRelay relay = session.join();
        Share share = session.share(first);
        session.share(second);
        for (int round = 0; round < 10; round++) {
            relay.say(new Interest(List.of(want(round % 2 == 0 ? first.id() : second.id(), Rendition.WORKING, 1))));
            relay.heardWithoutTaking();
        }
        relay.heard();
        assertThat(relay.photoBytes()).hasSize(2 * (2000 + 2 * SIZE));
        assertThat(share.sent(Rendition.ORIGINAL)).isEqualTo(SIZE);
    }

    private static Offered nothingStored(int request, PreparedPhoto photo) {
        List<StoredUpTo> nothing = photo.renditions().stream()
                .map(rendition -> new StoredUpTo(rendition.rendition(), 0, false))
                .toList();
        return new Offered(request, photo.id(), request, nothing, true);
    }

    private static Want want(PhotoId photo, Rendition rendition, int viewers) {
        return new Want(photo, rendition, viewers);
    }

    /** Where the so many-th of these letters is. */
    private static int at(String sent, String letter, int count) {
        int at = -1;
        for (int i = 0; i < count; i++) {
            at = sent.indexOf(letter, at + 1);
            assertThat(at).isNotNegative();
        }
        return at;
    }

    private static int lastOf(String sent, String letter) {
        return sent.lastIndexOf(letter);
    }

    private static PreparedPhoto photo(String preview, String working, String original) {
        return PreparedPhoto.of(
                "",
                rendition(Rendition.PREVIEW, preview, 2000),
                rendition(Rendition.WORKING, working, SIZE),
                rendition(Rendition.ORIGINAL, original, SIZE));
    }

    private static PreparedRendition rendition(Rendition rendition, String letter, int size) {
        return PreparedRendition.of(rendition, letter.repeat(size).getBytes(StandardCharsets.US_ASCII), 16, 12);
    }
}
