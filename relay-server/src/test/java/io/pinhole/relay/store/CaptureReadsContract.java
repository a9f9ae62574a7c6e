package io.pinhole.relay.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.relay.store.PhotoStore.BlockKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every engine promises of finding captures and reading what they keep, in {@link CaptureStore}. */
public abstract class CaptureReadsContract extends CaptureContract {

    private static final byte[] BYTES = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    private static final Optional<CallId> ALL = Optional.empty();
    private static final Optional<CaptureId> NEWEST = Optional.empty();

    @Test
    void theNewestIsFirstWhateverTheClockSays() throws Exception {
        List<CaptureId> ids = List.of(saved("a"), saved("b"), saved("c"));
        reopen();

        assertThat(ids(ALL, NEWEST, 10)).containsExactly(ids.get(2), ids.get(1), ids.get(0));
        assertThat(ids(ALL, NEWEST, 2)).containsExactly(ids.get(2), ids.get(1));
        assertThat(ids(ALL, Optional.of(ids.get(2)), 1)).containsExactly(ids.get(1));
        assertThat(ids(ALL, Optional.of(ids.get(1)), 10)).containsExactly(ids.get(0));
        assertThat(ids(ALL, Optional.of(ids.get(0)), 10)).isEmpty();
        refused(captures().list(ALL, Optional.of(CaptureId.random()), 10), "no capture");
    }

    @Test
    void aCallsCapturesAreThoseOfAllCallsThatHadItsId() throws Exception {
        CaptureId first = saved("a");
        CaptureId others = savedIn(new CallId("other"), "a");
        get(calls().end(CALL, NOW));
        CaptureId second = savedIn(CALL, "a");

        assertThat(ids(Optional.of(CALL), NEWEST, 10)).containsExactly(second, first);
        assertThat(ids(Optional.of(CALL), Optional.of(second), 10)).containsExactly(first);
        assertThat(ids(Optional.of(CALL), Optional.of(others), 10)).containsExactly(first);
        assertThat(ids(Optional.of(new CallId("other")), NEWEST, 10)).containsExactly(others);
        assertThat(ids(Optional.of(new CallId("unknown")), NEWEST, 10)).isEmpty();
        assertThat(ids(ALL, NEWEST, 10)).containsExactly(second, others, first);
    }

    @ParameterizedTest
    @EnumSource(PhotoState.class)
    void aCaptureIsDueWhenNothingMoreOfItsPhotoWillCome(PhotoState state) throws Exception {
        CaptureId id = saved("a");
        get(photos().update(CALL, in(state)));
        reopen();

        boolean isFinished = state == PhotoState.STORED || state.isOver();
        assertThat(get(captures().due(10))).hasSize(isFinished ? 1 : 0);
        get(calls().end(CALL, NOW));
        assertThat(get(captures().due(10)))
                .containsExactly(get(captures().find(id)).orElseThrow());
    }

    @Test
    void theOldestThatIsDueIsFirstAndWhatIsNotPendingIsNotDue() throws Exception {
        List<CaptureId> ids = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d", "e")) {
            ids.add(saved(name));
        }
        get(photos().update(CALL, in(PhotoState.STORED)));
        get(captures().fail(ids.get(0), "why not"));
        get(captures().finish(ids.get(3), picture(BYTES), BYTES));

        assertThat(get(captures().due(10)))
                .extracting(StoredCapture::id)
                .containsExactly(ids.get(1), ids.get(2), ids.get(4));
        assertThat(get(captures().due(2))).extracting(StoredCapture::id).containsExactly(ids.get(1), ids.get(2));
    }

    @Test
    void thePhotoIsReadAsItIsNowAndAfterItsCall() throws Exception {
        CaptureId id = saved("a");
        refused(captures().readPhoto(id, Rendition.WORKING, 0), "no block 0");
        assertThat(get(captures().renditions(id))).isEqualTo(photo.renditions());

        get(photos().writeBlock(new BlockKey(CALL, photo.id(), Rendition.WORKING, 0), BYTES));
        get(photos().update(CALL, in(PhotoState.STORED)));
        get(calls().end(CALL, NOW));
        opened();
        reopen();

        assertThat(get(captures().readPhoto(id, Rendition.WORKING, 0))).isEqualTo(BYTES);
        assertThat(get(captures().renditions(id)))
                .containsExactly(complete(photo.renditions().get(0)));
        refused(captures().readPhoto(id, Rendition.WORKING, 1), "no block 1");
        refused(captures().readPhoto(id, Rendition.WORKING, -1), "no block -1");
        refused(captures().readPhoto(id, Rendition.ORIGINAL, 0), "no block 0");
    }

    @Test
    void ofACaptureThatIsNotThereNothingIsRead() {
        CaptureId unknown = CaptureId.random();

        refused(captures().widgets(unknown), "no capture");
        refused(captures().renditions(unknown), "no capture");
        refused(captures().readPhoto(unknown, Rendition.WORKING, 0), "no capture");
        refused(captures().readPicture(unknown, 0), "no capture");
    }

    @Test
    void aPendingCaptureHasWidgetsAndNoPicture() throws Exception {
        CaptureId id = saved(capture("a", REVISIONS)).id();

        assertThat(get(captures().widgets(id))).isEqualTo(log.at(REVISIONS));
        refused(captures().readPicture(id, 0), "no block 0");
    }

    private List<CaptureId> ids(Optional<CallId> call, Optional<CaptureId> before, int limit) throws Exception {
        return get(captures().list(call, before, limit)).stream()
                .map(StoredCapture::id)
                .toList();
    }

    private CaptureId savedIn(CallId call, String name) throws Exception {
        StoredPhoto another = photo(1, working(10));
        CaptureId id = CaptureId.random();
        get(calls().open(call, Mode.PHOTO, NOW));
        get(photos().add(call, another));
        get(captures().save(call, capture(id, name, another, 0)));
        return id;
    }

    private StoredPhoto in(PhotoState state) {
        return new StoredPhoto(
                photo.id(),
                1,
                photo.author(),
                photo.title(),
                NOW,
                NOW,
                true,
                state,
                photo.epoch(),
                List.of(complete(photo.renditions().get(0))));
    }

    private static StoredRendition complete(StoredRendition r) {
        return new StoredRendition(r.rendition(), r.size(), r.sha256(), r.width(), r.height(), r.size(), true);
    }
}
