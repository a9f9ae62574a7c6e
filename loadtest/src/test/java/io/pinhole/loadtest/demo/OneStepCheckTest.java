package io.pinhole.loadtest.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OneStepCheckTest {

    private static final String PHOTO = "draft";

    private final Story story = new Story();

    @BeforeEach
    void begin() {
        for (String photo : new String[] {"1", "2", "3", "4", PHOTO}) {
            add(Part.OPERATOR, 1, "shared", Map.of("photo", photo));
            add(Part.OPERATOR, 100, "published", Map.of("photo", photo));
        }
        add(Part.OPERATOR, 50, "action", Map.of("line", "0 publish"));
        add(Part.OPERATOR, 40, "widgets", widgets(4, 7));
    }

    @Test
    void photoAndAllItsWidgetsInOneStepPass() {
        add(Part.EXPERT, 60, "photo", Map.of("photo", PHOTO));
        add(Part.EXPERT, 70, "widgets", widgets(4, 7));
        assertThat(new OneStepCheck().on(story).passed()).isTrue();
    }

    @Test
    void aPhotoThatIsSeenBeforeItIsPublishedFails() {
        add(Part.EXPERT, 49, "opened", Map.of("photo", PHOTO));
        add(Part.EXPERT, 60, "photo", Map.of("photo", PHOTO));
        add(Part.EXPERT, 70, "widgets", widgets(4, 7));
        assertFails("before it was published");
    }

    @Test
    void widgetsThatFollowLaterFail() {
        add(Part.EXPERT, 60, "photo", Map.of("photo", PHOTO));
        add(Part.EXPERT, 70, "widgets", widgets(3, 6));
        add(Part.EXPERT, 71, "widgets", widgets(4, 7));
        assertFails("first saw 3 widgets at revision 6");
    }

    @Test
    void aPhotoWithoutWidgetsFails() {
        add(Part.EXPERT, 60, "photo", Map.of("photo", PHOTO));
        assertFails("does not see any widgets");
    }

    private void assertFails(String reason) {
        Finding finding = new OneStepCheck().on(story);
        assertThat(finding.passed()).isFalse();
        assertThat(finding.evidence()).contains(reason);
    }

    private static Map<String, Object> widgets(int count, int revision) {
        return Map.of(
                "photo",
                PHOTO,
                "epoch",
                1,
                "revision",
                revision,
                "pending",
                0,
                "widgets",
                count,
                "hash",
                "of " + count);
    }

    private void add(Part part, long at, String event, Map<String, Object> fields) {
        story.add(new Happening(part, at, event, fields));
    }
}
