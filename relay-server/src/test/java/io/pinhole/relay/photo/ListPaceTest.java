package io.pinhole.relay.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.relay.fixture.ManualExecutor;
import io.pinhole.relay.store.StoredPhoto;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListPaceTest {

    private final ManualExecutor owner = new ManualExecutor();
    private final List<Photo> shown = new ArrayList<>();
    private final ListPace pace = new ListPace(owner, shown::add);
    private final Photo photo = photo(true);

    @Test
    void progressIsShownOnceASecond() {
        for (int i = 0; i < 30; i++) {
            pace.later(photo);
            owner.pass(Duration.ofMillis(100));
        }
        assertThat(shown).hasSize(3);
    }

    @Test
    void aChangeIsShownAtOnceAndCountsForTheProgressBeforeIt() {
        pace.later(photo);
        owner.pass(Duration.ofMillis(500));
        pace.now(photo);
        assertThat(shown).hasSize(1);
        pace.later(photo);
        owner.pass(Duration.ofMillis(900));
        assertThat(shown).hasSize(1);
        owner.pass(Duration.ofMillis(100));
        assertThat(shown).hasSize(2);
    }

    @Test
    void anUnpublishedPhotoIsNotShown() {
        Photo hidden = photo(false);
        pace.now(hidden);
        pace.later(hidden);
        owner.pass(Duration.ofSeconds(2));
        assertThat(shown).isEmpty();
    }

    @Test
    void photosDoNotWaitForEachOther() {
        Photo other = photo(true);
        pace.later(photo);
        pace.later(other);
        owner.pass(Duration.ofSeconds(1));
        assertThat(shown).containsExactlyInAnyOrder(photo, other);
    }

    private static Photo photo(boolean published) {
        return new Photo(
                new StoredPhoto(
                        PhotoId.random(),
                        1,
                        new PersonId("a"),
                        "t",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        published,
                        PhotoState.STORED,
                        1,
                        List.of()),
                List.of());
    }
}
