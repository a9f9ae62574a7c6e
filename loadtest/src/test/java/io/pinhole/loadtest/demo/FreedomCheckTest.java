package io.pinhole.loadtest.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FreedomCheckTest {

    private static final int OPERATOR = 1;
    private static final int EXPERT = 2;

    private final Story story = new Story();

    @BeforeEach
    void newShotsCome() {
        add(Part.OPERATOR, "joined", Map.of("participant", OPERATOR));
        add(Part.EXPERT, "joined", Map.of("participant", EXPERT));
        for (String photo : new String[] {"key", "first", "second"}) {
            add(Part.OPERATOR, "shared", Map.of("photo", photo));
            add(Part.OPERATOR, "published", Map.of("photo", photo));
        }
        story.begin(Scene.MORE_SHOTS);
    }

    @Test
    void whoMovesAloneIsFree() {
        expertMoves();
        assertThat(finding().passed()).isTrue();
    }

    @Test
    void whoComesBackToWhereItWasHasNotMoved() {
        eye(Part.OPERATOR, EXPERT, "first", true);
        expertMoves();
        eye(Part.EXPERT, OPERATOR, "first", false);
        assertThat(finding().passed()).isTrue();
    }

    @Test
    void anExpertThatIsMovedByANewShotFails() {
        eye(Part.OPERATOR, EXPERT, "second", true);
        expertMoves();
        assertFails("a new shot moved the expert");
    }

    @Test
    void anExpertThatLosesItsFullScreenByANewShotFails() {
        eye(Part.OPERATOR, EXPERT, "first", false);
        expertMoves();
        assertFails("a new shot moved the expert");
    }

    @Test
    void anOperatorThatIsTakenAlongFails() {
        expertMoves();
        eye(Part.EXPERT, OPERATOR, "second", false);
        assertFails("the operator's eye moved to second");
    }

    private void expertMoves() {
        story.begin(Scene.MOVES);
        add(Part.EXPERT, "action", Map.of("line", "0 open second full"));
        add(Part.EXPERT, "opened", Map.of("photo", "second"));
    }

    private void eye(Part seenBy, int who, String photo, boolean fullScreen) {
        add(seenBy, "view", Map.of("participant", who, "photo", photo, "fullScreen", fullScreen));
    }

    private void assertFails(String reason) {
        assertThat(finding().passed()).isFalse();
        assertThat(finding().evidence()).contains(reason);
    }

    private Finding finding() {
        return new FreedomCheck().on(story);
    }

    private void add(Part part, String event, Map<String, Object> fields) {
        story.add(new Happening(part, System.nanoTime(), event, fields));
    }
}
