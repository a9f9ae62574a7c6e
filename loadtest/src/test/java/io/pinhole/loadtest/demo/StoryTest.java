package io.pinhole.loadtest.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StoryTest {

    private final Story story = new Story();

    @Test
    void whatIsLearntLateHasItsPlaceAllTheSame() {
        for (long at : new long[] {5, 9, 7, 7, 1}) {
            story.add(new Happening(Part.EXPERT, at, "mode", Map.of()));
        }
        story.add(new Happening(Part.EXPERT, 6, "view", Map.of()));
        assertThat(story.at(Part.EXPERT, "mode")).extracting(Happening::at).containsExactly(1L, 5L, 7L, 7L, 9L);
        assertThat(story.at(Part.EXPERT)).extracting(Happening::at).containsExactly(1L, 5L, 6L, 7L, 7L, 9L);
        assertThat(story.at(Part.OPERATOR, "mode")).isEmpty();
    }

    @Test
    void aSceneEndsWhereTheNextThatIsPlayedBegins() {
        story.begin(Scene.RULES);
        story.begin(Scene.FIRST_SHOT);
        story.begin(Scene.LEAVING);
        assertThat(story.during(Scene.RULES).to())
                .isEqualTo(story.during(Scene.FIRST_SHOT).from());
        assertThat(story.during(Scene.RULES, Scene.DRAFT).to())
                .isEqualTo(story.during(Scene.LEAVING).from());
        assertThat(story.during(Scene.POOR_LINE)).isEqualTo(Span.NEVER);
        assertThat(story.during(Scene.LEAVING).to()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aPhotoCountsOnceItIsPublishedAndAsItWasShot() {
        shared(1, "refused");
        shared(2, "key");
        shared(3, "first");
        story.add(new Happening(Part.OPERATOR, 5, "published", Map.of("photo", "first")));
        assertThat(story.photo(Shot.KEY)).contains("first");
        story.add(new Happening(Part.OPERATOR, 6, "published", Map.of("photo", "key")));
        assertThat(story.photo(Shot.KEY)).contains("key");
        assertThat(story.photo(Shot.FIRST)).contains("first");
        assertThat(story.photo(Shot.SECOND)).isEmpty();
    }

    @Test
    void aPhotoIsWholeWhenAllOfItIsStoredAndSaved() {
        story.add(new Happening(Part.OPERATOR, 1, "shared", Map.of("photo", "p", "working", 5, "preview", 2)));
        story.add(new Happening(Part.OPERATOR, 2, "published", Map.of("photo", "p")));
        story.add(new Happening(Part.EXPERT, 3, "photo", Map.of("photo", "p", "state", "stored")));
        story.add(new Happening(Part.OPERATOR, 4, "share-stored", Map.of("photo", "p")));
        assertThat(story.isListed(Shot.KEY)).isTrue();
        assertThat(story.isWhole(Shot.KEY)).isFalse();
        story.add(new Happening(Part.EXPERT, 5, "saved", Map.of("photo", "p", "rendition", "working")));
        assertThat(story.isWhole(Shot.KEY)).isTrue();
    }

    @Test
    void whoLostTheRelayBeforeItsLineWasCutIsNotBackYet() {
        story.add(new Happening(Part.EXPERT, 1, "joined", Map.of("participant", 7)));
        lost(2);
        story.add(new Happening(Part.EXPERT, 3, "resumed", Map.of()));
        assertThat(story.backAfterCut(Part.EXPERT)).isEmpty();
        story.add(new Happening(Part.EXPERT, 4, LineNote.EVENT, LineNote.cut().fields()));
        assertThat(story.isGoneAfterCut(Part.EXPERT, Part.OPERATOR)).isFalse();
        assertThat(story.backAfterCut(Part.EXPERT)).isEmpty();
        lost(5);
        assertThat(story.isGoneAfterCut(Part.EXPERT, Part.OPERATOR)).isTrue();
        story.add(new Happening(Part.EXPERT, 6, "resumed", Map.of()));
        assertThat(story.backAfterCut(Part.EXPERT)).map(Happening::at).contains(6L);
        assertThat(story.backAfterCut(Part.OPERATOR)).isEmpty();
    }

    private void lost(long at) {
        story.add(new Happening(Part.EXPERT, at, "reconnecting", Map.of()));
        Map<String, Object> told = Map.of("participant", 7, "presence", "reconnecting");
        story.add(new Happening(Part.OPERATOR, at, "participant", told));
    }

    private void shared(long at, String photo) {
        story.add(new Happening(Part.OPERATOR, at, "shared", Map.of("photo", photo)));
    }
}
